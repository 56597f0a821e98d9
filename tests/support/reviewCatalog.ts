import type { Catalog } from '../../shared/catalog/catalog.ts';
import { parseCatalog } from '../../shared/catalog/parse.ts';

const page = (title: string) => ({ title, url: `https://docs.aws.amazon.com/${title.toLowerCase()}.html` });
const EXAMPLES = { examples: { satisfied: [{}], gap: [{}] } };

const QUEUE = {
  id: 'queue',
  name: 'Amazon Queue',
  shortName: 'Queue',
  group: 'ingest',
  icon: 'tabler:box',
  placement: 'regional',
  summary: 'A queue.',
  properties: [
    { id: 'encrypted', label: 'Encryption', type: 'boolean' },
    { id: 'open', label: 'Open to everybody', type: 'boolean' },
    {
      id: 'retention',
      label: 'Retention',
      type: 'choice',
      options: [
        { value: 'day', label: '1 day' },
        { value: 'year', label: '1 year' },
      ],
      awsDefault: { value: 'day', source: page('Retention') },
    },
  ],
  controls: [
    {
      id: 'queue.encrypt',
      title: 'Encrypt the queue',
      category: 'encryptionAtRest',
      severity: 'high',
      satisfiedWhen: { fact: 'encrypted', equals: true },
      gap: '{name} keeps messages in the clear.',
      why: 'Whoever reads the disks reads <b>all</b> messages.',
      remediation: 'Turn on encryption for `{name}`.',
      where: { console: 'Queues > Edit', terraform: ['aws_queue.encrypted'] },
      references: [{ framework: 'std', requirement: 'S.1' }],
      sources: { pages: [page('Encryption')] },
      ...EXAMPLES,
    },
    {
      id: 'queue.closed',
      title: 'Let nobody else send',
      category: 'accessControl',
      severity: 'critical',
      satisfiedWhen: { fact: 'open', equals: false },
      gap: 'Everybody may send to {name}.',
      why: 'Strangers fill it.',
      remediation: 'Name the senders in the policy.',
      disagreement: 'CIS rates it medium.',
      references: [{ framework: 'std', requirement: 'S.2' }],
      sources: { pages: [page('Policies'), page('Senders')] },
      ...EXAMPLES,
    },
    {
      id: 'queue.retention',
      title: 'Keep messages for a year',
      category: 'resilience',
      severity: 'info',
      satisfiedWhen: { fact: 'retention', atLeast: 'year' },
      gap: 'Messages are gone after a day.',
      why: 'A slow reader loses some.',
      remediation: 'Set the retention to a year.',
      sources: { pages: [page('Retention')] },
      ...EXAMPLES,
    },
    {
      id: 'queue.tags',
      title: 'Tag the queue',
      category: 'loggingMonitoring',
      severity: 'low',
      satisfiedWhen: { fact: 'encrypted', equals: true },
      gap: 'It has no tags.',
      why: 'Nobody knows whose it is.',
      remediation: 'Tag it.',
      sources: { pages: [page('Tags')] },
      ...EXAMPLES,
    },
  ],
};

const TOPIC = {
  id: 'transport',
  properties: [{ id: 'tls', label: 'TLS', type: 'boolean' }],
  controls: [
    {
      id: 'transport.tls',
      title: 'Encrypt what {source} sends to {target}',
      short: 'TLS',
      category: 'encryptionInTransit',
      severity: 'medium',
      satisfiedWhen: { fact: 'tls', equals: true },
      gap: '{source} sends in the clear.',
      why: 'Networks are shared.',
      remediation: 'Use TLS.',
      references: [{ framework: 'std', requirement: 'S.1' }],
      sources: { pages: [page('TLS')] },
      ...EXAMPLES,
    },
  ],
};

const FLOWS = {
  from: 'queue',
  flows: [
    {
      to: 'queue',
      interaction: 'Redrive',
      initiator: 'source',
      requires: [{ control: 'transport.tls', severity: 'low' }],
    },
    { to: '*', interaction: 'Send', initiator: 'source', requires: [{ control: 'transport.tls' }] },
  ],
};

const STANDARD = {
  id: 'std',
  name: 'The Standard',
  shortName: 'STD',
  version: '3',
  publisher: 'Us',
  url: 'https://example.org/',
  kind: 'standard',
  requirements: [
    { id: 'S.1', title: 'Encrypt' },
    { id: 'S.2', title: 'Close' },
    { id: 'S.3', title: 'Train people', notCovered: 'No drawing tells.' },
  ],
};

const OVERRIDES = {
  overrides: [
    { control: 'queue.tags', off: true, reason: 'Tags | are <i>ours</i>.' },
    { control: 'queue.retention', severity: 'low', reason: 'Readers here are slow.' },
  ],
};

/** A catalog that changes only with the tests: golden files are made with it. One of everything that a report shows. */
export function reviewCatalog(): Catalog {
  const parsed = parseCatalog([
    { path: 'services/queue.json', content: QUEUE },
    {
      path: 'boundaries/zone.json',
      content: { id: 'zone', name: 'Zone', summary: 'A zone.', icon: 'tabler:box', inside: [null] },
    },
    { path: 'flow-controls/transport.json', content: TOPIC },
    { path: 'flows/queue.json', content: FLOWS },
    { path: 'frameworks/std.json', content: STANDARD },
    { path: 'overrides/ours.json', content: OVERRIDES },
  ]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.catalog;
}
