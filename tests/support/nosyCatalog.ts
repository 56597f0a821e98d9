import { readCatalogFolder } from '../../electron/files/readCatalogFolder.ts';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { type CatalogFile, parseCatalog } from '../../shared/catalog/parse.ts';
import { DATA } from './catalog.ts';
import { aControl } from './control.ts';

type Json = Record<string, unknown>;

const NOSY = [
  { fact: 'diagramServices', includes: 'kms' },
  { fact: 'sendsTo', includes: 'kms' },
  { fact: 'sendsTo.s3.versioning', includes: 'enabled' },
  { fact: 'receivesFrom.lambda.failureDestination', includes: true },
  { fact: 'vpc.flowLogs', equals: true },
  { fact: 'inside', includes: 'vpc' },
  { fact: 'senders', equals: 'several' },
  { fact: 'receivers', equals: 'one' },
  { fact: 'sendsTo.redshift.publiclyAccessible', includes: true },
  { fact: 'data', includes: 'internal' },
  { fact: 'dataLevel', atLeast: 'confidential' },
];
const NOSY_FLOW = [
  { fact: 'source.sendsTo', includes: 'kms' },
  { fact: 'target.receivesFrom.s3.versioning', includes: 'enabled' },
  { fact: 'target.diagramServices', includes: 'kms' },
  { fact: 'source.vpc.flowLogs', equals: true },
  { fact: 'crosses', includes: 'vpc' },
  { fact: 'shares', includes: 'region' },
  { fact: 'target.service', equals: 's3' },
  { fact: 'target.senders', equals: 'several' },
  { fact: 'data', includes: 'internal' },
  { fact: 'source.data', includes: 'public' },
  { fact: 'target.dataLevel', atLeast: 'internal' },
];
const NOSY_BOUNDARY = [
  { fact: 'contains', includes: 'redshift' },
  { fact: 'inside', includes: 'region' },
  { fact: 'data', includes: 'internal' },
  { fact: 'dataLevel', equals: 'none' },
];

/** The shipped catalog with controls everywhere that read as far around them as the language allows. */
export async function nosyCatalog(): Promise<Catalog> {
  const { files } = await readCatalogFolder(DATA);
  const controls = (owner: string, facts: readonly Json[]) =>
    facts.map((satisfiedWhen, i) => aControl(`${owner}.nosy-${i}`, { severity: 'info', satisfiedWhen }));
  const nosy: Readonly<Record<string, readonly Json[]>> = { services: NOSY, boundaries: NOSY_BOUNDARY };
  const grown = files.map((file): CatalogFile => {
    const facts = nosy[file.path.split('/')[0] ?? ''];
    const content = file.content as Json & { id: string; controls?: readonly Json[] };
    return facts
      ? { ...file, content: { ...content, controls: [...(content.controls ?? []), ...controls(content.id, facts)] } }
      : file;
  });
  const flowControls = controls('flow', NOSY_FLOW);
  const topic = { path: 'flow-controls/nosy.json', content: { id: 'nosy', controls: flowControls } };
  // One rule for all pairs, so that every flow is nosy.
  const general = grown.filter((file) => !file.path.startsWith('flows/'));
  const rule = {
    to: '*',
    interaction: 'Data flow',
    initiator: 'source',
    requires: flowControls.map(({ id }) => ({ control: id })),
  };
  const flows = { path: 'flows/any.json', content: { from: '*', flows: [rule] } };
  const parsed = parseCatalog([...general, topic, flows]);
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ file, path, message }) => `${file} ${path} ${message}`).join('\n'));
  return parsed.catalog;
}
