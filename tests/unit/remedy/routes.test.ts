import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../shared/catalog/schema.ts';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { replace } from '../../../shared/diagram/edit/replace.ts';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { resourceRect, resourcesById } from '../../../shared/diagram/graph.ts';
import { type Diagram, emptyDiagram, type Flow } from '../../../shared/diagram/schema.ts';
import { effectOf, type TriedRemedy, triedRemedies } from '../../../shared/remedy/effect.ts';
import { planOf, stepsOf } from '../../../shared/remedy/plan.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { diagramOf } from '../../support/situations.ts';

const catalog = await shippedCatalog();
const today = '2026-11-22';
const CONTROL = 'flow.direct-connection';

const situationOf = (diagram: Diagram) => ({ diagram, catalog, today, report: validate(diagram, catalog, today) });

function routesOf(diagram: Diagram, flow = 'flow'): readonly TriedRemedy[] {
  const situation = situationOf(diagram);
  const gap = situation.report.findings.find(({ key }) => key === `${CONTROL}@${flow}`);
  if (!gap) throw new Error(`${flow} has a direct way`);
  return triedRemedies(situation, gap).filter(({ steps }) => steps.some(({ kind }) => kind === 'route'));
}

/** Pairs that have no direct way, with the services that people put between. */
const PAIRS = catalog.pairs.flatMap(({ from, to, entry }) => {
  const need = entry.rule.requires.find(({ control }) => control === CONTROL);
  return need ? [{ from, to, pair: `${from} > ${to}`, through: need.through ?? [] }] : [];
});

/** What takes the direct way from pairs that have it otherwise. */
const WHERE: Readonly<Record<string, Readonly<Record<string, AnswerValue>>>> = {
  'athena > s3-glacier': { 'target.storageClass': 'vault' },
  'athena > elasticache': { 'target.engine': 'memcached' },
  'efs > rds': { 'target.engine': 'postgres' },
  'elasticache > athena': { 'source.engine': 'memcached' },
  'rds > efs': { 'source.engine': 'postgres' },
  's3-glacier > athena': { 'source.storageClass': 'vault' },
  's3-glacier > emr': { 'source.storageClass': 'vault' },
  's3 > elasticache': { 'target.engine': 'memcached' },
};

/** Why no one service is offered for the others. A pair that the catalog gets anew has to be put here, or gets a `through`. */
const NONE = {
  'rights and sign-in, no way of data; what to draw instead has no rule of its own with the target': [
    'active-directory > s3',
    'active-directory > dynamodb',
    'active-directory > kinesis-data-streams',
    'active-directory > emr-serverless',
    'apache-ranger > athena',
    'apache-ranger > redshift',
    'apache-ranger > emr-serverless',
    'cognito > opensearch-serverless',
    'emr-serverless > active-directory',
    'emr-serverless > apache-ranger',
    'identity-provider > s3',
    'identity-provider > dynamodb',
    'lake-formation > rds',
    'lake-formation > dynamodb',
    'opensearch-serverless > cognito',
    'ssm-parameter-store > rds',
  ],
  'two services in a row': [
    'athena > elasticache',
    'aurora > data-firehose',
    'dms > sqs',
    'ebs > redshift',
    'elasticache > athena',
    'elasticache > redshift',
    'iot-device > aurora',
    'iot-device > managed-flink',
    'iot-device > rds',
    'iot-device > redshift',
    'kinesis-data-streams > athena',
    'rds > data-firehose',
    'redshift > kinesis-data-streams',
  ],
  'another source or target, or the other way round': [
    'athena > kinesis-data-streams',
    'athena > s3-glacier',
    'data-firehose > dynamodb',
    'data-firehose > kinesis-data-streams',
    'data-firehose > msk',
    'dynamodb > efs',
    'elasticache > kinesis-data-streams',
    'glue-data-catalog > opensearch-serverless',
    'iot-core > msk-serverless',
    'lambda > iot-device',
    'opensearch > kinesis-data-streams',
    'quicksight > kinesis-data-streams',
    'sql-client > kinesis-data-streams',
  ],
  'a workflow that calls both': ['athena > glue'],
  'a tool that the catalog does not have (DataSync, OpenSearch Ingestion)': [
    'efs > redshift',
    'efs > athena',
    'opensearch-serverless > glue-data-catalog',
    'opensearch-serverless > opensearch',
    'opensearch-serverless > opensearch-serverless',
    'opensearch > opensearch-serverless',
  ],
  'nothing does that': [
    'cloudhsm > s3',
    'dax > dax',
    'emr-serverless > ebs',
    'opensearch-serverless > cloudwatch-logs',
    'opensearch-serverless > s3',
    'quicksight > quicksight',
    'secrets-manager > dynamodb',
    'secrets-manager > s3',
    'secrets-manager > web-app',
    'ssm-parameter-store > s3',
    'ssm-parameter-store > web-app',
  ],
};

const pairDiagram = ({ from, to, pair }: (typeof PAIRS)[number]): Diagram => {
  const drawn = diagramOf(WHERE[pair] ?? {}, { source: from, target: to, initiator: 'source' }, catalog);
  if (!drawn) throw new Error(`${pair} cannot be drawn`);
  return drawn;
};

it('knows a service between, or a reason why there is none, for every pair without a direct way', () => {
  const without = PAIRS.filter(({ through }) => through.length === 0).map(({ pair }) => pair);
  expect(without.sort()).toEqual(Object.values(NONE).flat().sort());
  expect(PAIRS.length - without.length).toBe(129);
});

describe.each(PAIRS)('$pair', (each) => {
  const diagram = pairDiagram(each);

  it('is led through each service that the catalog names, which closes it and opens it nowhere else', () => {
    const routes = routesOf(diagram);
    const drawn = routes.map(({ effect }) => effect.diagram.resources.at(-1)?.service);
    expect(drawn).toEqual(each.through);
    for (const { effect } of routes) {
      expect(effect.closed.map(({ key }) => key)).toContain(`${CONTROL}@flow`);
      const left = effect.report.findings.filter(({ compiled }) => compiled.control.id === CONTROL);
      expect(left).toEqual([]);
    }
  });
});

const at = (x: number, y = 0) => ({ x, y });
const add = (diagram: Diagram, id: string, service: string, x: number, inside: string | null = null) =>
  addResource(diagram, { id, service, name: id, inside, position: at(x) });
const box = (diagram: Diagram, id: string, kind: string, inside: string | null, width = 1200) =>
  addBoundary(diagram, { id, kind, name: id, inside, position: at(40, 60), size: { width, height: 600 } });

/** A warehouse that is to send to a database, with what somebody wrote on the flow. */
function warehouse(): Diagram {
  let diagram = add(add(emptyDiagram(''), 'warehouse', 'redshift', 0), 'shop', 'rds', 800);
  diagram = addFlow(diagram, 'flow', 'warehouse', 'shop');
  const written: Partial<Flow> = { label: 'totals', note: 'nightly', carries: ['payment'], bend: at(0, 80) };
  const decision = {
    control: 'flow.cross-region',
    element: 'flow',
    kind: 'riskAccepted' as const,
    justification: 'one Region',
    owner: 'Ana',
    decidedOn: '2026-11-01',
    expiresOn: null,
    facts: null,
  };
  return {
    ...diagram,
    flows: replace(diagram.flows, 'flow', (flow) => ({
      ...flow,
      ...written,
      answers: { carrier: 'nothing', authentication: 'iam' },
    })),
    suppressions: [decision],
  };
}

const labels = (routes: readonly TriedRemedy[]) => routes.map(({ label }) => label);

describe('a flow that is led through another service', () => {
  it('goes by a new one, halfway, and keeps what was written on it', () => {
    const before = warehouse();
    const [first] = routesOf(before);
    expect(first?.label).toBe('Add S3 and route through it');
    const { resources, flows, suppressions } = first?.effect.diagram ?? before;
    const bucket = resources.at(-1);
    expect(bucket).toMatchObject({ service: 's3', name: 's3', inside: null, position: at(400) });
    expect(flows).toEqual([
      {
        id: 'flow',
        from: 'warehouse',
        to: bucket?.id,
        label: 'totals',
        note: 'nightly',
        carries: ['payment'],
        answers: { authentication: 'iam' },
      },
      { id: flows[1]?.id, from: bucket?.id, to: 'shop', label: 'totals', note: '', carries: ['payment'], answers: {} },
    ]);
    expect(suppressions).toEqual(before.suppressions);
  });

  it('goes by what is there: first by what is on the way already, of which no flow is drawn twice', () => {
    let before = add(add(warehouse(), 'archive', 's3', 0), 'exports', 's3', 400);
    before = addFlow(before, 'load', 'exports', 'shop');
    const routes = routesOf(before);
    expect(labels(routes).slice(0, 3)).toEqual([
      'Route through exports (S3)',
      'Route through archive (S3)',
      'Add S3 and route through it',
    ]);
    const ends = routes[0]?.effect.diagram.flows.map(({ id, from, to }) => [id, from, to]);
    expect(ends).toEqual([
      ['flow', 'warehouse', 'exports'],
      ['load', 'exports', 'shop'],
    ]);
    const fed = addFlow(add(warehouse(), 'exports', 's3', 400), 'unload', 'warehouse', 'exports');
    expect(routesOf(fed)[0]?.effect.diagram.flows.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['flow', 'exports', 'shop'],
      ['unload', 'warehouse', 'exports'],
    ]);
  });

  it('gets a new one where the service can stand: a bucket in no VPC, a function in that of the database', () => {
    let diagram = box(emptyDiagram(''), 'eu-west-1', 'region', null, 1600);
    diagram = box(diagram, 'net', 'vpc', 'eu-west-1', 1300);
    diagram = box(diagram, 'app', 'private-subnet', 'net');
    diagram = add(add(diagram, 'warehouse', 'redshift', 40, 'app'), 'shop', 'rds', 900, 'app');
    diagram = add(diagram, 'clicks', 'kinesis-data-streams', 1400, 'eu-west-1');
    diagram = addFlow(addFlow(diagram, 'flow', 'warehouse', 'shop'), 'second', 'clicks', 'shop');
    const placed = (routes: readonly TriedRemedy[]) => routes.map(({ effect }) => effect.diagram.resources.at(-1));
    const [bucket] = placed(routesOf(diagram));
    expect(bucket).toMatchObject({ service: 's3', inside: 'eu-west-1' });
    const [lambda] = placed(routesOf(diagram, 'second'));
    expect(lambda?.service).toBe('lambda');
    expect(['eu-west-1', 'net', 'app']).toContain(lambda?.inside);
    for (const { effect } of [...routesOf(diagram), ...routesOf(diagram, 'second')]) {
      const rects = effect.diagram.resources.map((each) => resourceRect(effect.diagram, each));
      expect(rects.some((one, i) => rects.some((other, k) => k < i && overlaps(one, other)))).toBe(false);
    }
  });
});

describe('the changes that close most', () => {
  it('lead no flow through a variant that has no direct way itself', () => {
    let diagram = add(add(emptyDiagram(''), 'things', 'iot-core', 0), 'app', 'managed-flink', 800);
    diagram = addFlow(add(diagram, 'topics', 'msk-serverless', 400), 'flow', 'things', 'app');
    expect(labels(routesOf(diagram))).not.toContain('Route through topics (MSK Serverless)');
  });

  it('lead flows through a new service each, so that nothing gets to where others send', () => {
    let diagram = add(add(emptyDiagram(''), 'alerts', 'sns', 0), 'orders', 'sqs', 0);
    diagram = add(add(diagram, 'table', 'dynamodb', 800), 'files', 's3', 800);
    diagram = addFlow(addFlow(diagram, 'a', 'alerts', 'table'), 'b', 'orders', 'files');
    const situation = situationOf(diagram);
    const change = planOf(situation).changes.find(({ gaps }) => gaps.some(({ key }) => key === `${CONTROL}@a`));
    expect(change).toMatchObject({ label: 'Add Lambda and route through it · 2 flows, one each', safe: false });
    const after = effectOf(situation, stepsOf(change ? [change] : [])).diagram;
    const byId = resourcesById(after.resources);
    const ends = after.flows.map(({ from, to }) => [byId.get(from)?.name, byId.get(to)?.name].join(' > '));
    expect(ends.sort()).toEqual(['alerts > lambda', 'lambda > table', 'lambda-2 > files', 'orders > lambda-2']);
  });
});

it('draws the bucket that stages a delivery beside it, as the one both ends use', () => {
  let diagram = add(add(emptyDiagram(''), 'delivery', 'data-firehose', 0), 'warehouse', 'redshift', 800);
  diagram = add(add(addFlow(diagram, 'flow', 'delivery', 'warehouse'), 'one', 's3', 0), 'two', 's3', 400);
  const situation = situationOf(diagram);
  const gap = situation.report.findings.find(({ key }) => key === 'flow.staging-bucket@flow');
  expect(gap && triedRemedies(situation, gap).map(({ label }) => label)).toEqual([
    'Draw delivery → one (S3) → warehouse',
    'Draw delivery → two (S3) → warehouse',
    'Draw delivery → S3 (new) → warehouse',
  ]);
});
