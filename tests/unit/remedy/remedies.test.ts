import { expect, it } from 'vitest';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { boundariesAround, resourceRect } from '../../../shared/diagram/graph.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { triedRemedies } from '../../../shared/remedy/effect.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const catalog = await shippedCatalog();
const today = '2026-11-22';
const at = (x: number) => ({ x, y: 0 });

const add = (diagram: Diagram, id: string, service: string, x: number, inside: string | null = null) =>
  addResource(diagram, { id, service, name: id, inside, position: at(x) });

function tried(diagram: Diagram, key: string) {
  const report = validate(diagram, catalog, today);
  const finding = report.findings.find((each) => each.key === key);
  if (!finding)
    throw new Error(`${key} is no finding; there are ${report.findings.map((each) => each.key).join(', ')}`);
  return triedRemedies({ diagram, catalog, report, today }, finding);
}

it('offers each key that is there and a new one, where a key is to be drawn', () => {
  let diagram = add(add(add(emptyDiagram(''), 'lake', 's3', 0), 'orders-key', 'kms', 400), 'logs-key', 'kms', 800);
  diagram = setAnswer(diagram, 'lake', 'serverSideEncryption', 'sse-kms');
  diagram = setAnswer(diagram, 'lake', 'keyManager', 'customer-managed');
  const remedies = tried(diagram, 's3.key-drawn@lake');
  expect(remedies.map(({ label }) => label)).toEqual([
    'Connect to orders-key (KMS)',
    'Connect to logs-key (KMS)',
    'Add KMS and connect to it',
  ]);
  const [first, , last] = remedies.map(({ effect }) => effect);
  expect(first?.diagram.flows.map(({ from, to }) => [from, to])).toEqual([['lake', 'orders-key']]);
  expect(first?.closed.map(({ key }) => key)).toContain('s3.key-drawn@lake');
  const fresh = last?.diagram.resources.at(-1);
  expect(fresh).toMatchObject({ service: 'kms', name: 'kms' });
  const rects = last?.diagram.resources.map((each) => resourceRect(last.diagram, each)) ?? [];
  expect(rects.some((one, i) => rects.some((other, k) => k < i && overlaps(one, other)))).toBe(false);
});

it('puts a cluster into the private subnet that is there, or draws one', () => {
  const box = { name: 'net', position: at(0), size: { width: 800, height: 400 } };
  let diagram = addBoundary(emptyDiagram(''), { ...box, id: 'vpc', kind: 'vpc', inside: null });
  diagram = addBoundary(diagram, {
    ...box,
    id: 'app',
    name: 'app',
    kind: 'private-subnet',
    inside: 'vpc',
    size: { width: 300, height: 200 },
    position: { x: 40, y: 60 },
  });
  diagram = add(diagram, 'cluster', 'emr', 500, 'vpc');
  const remedies = tried(diagram, 'emr.private-subnet@cluster');
  expect(remedies.map(({ label }) => label)).toEqual([
    'Put into app (Private subnet)',
    'Put into a new boundary: Private subnet',
  ]);
  for (const { effect } of remedies) {
    const cluster = effect.diagram.resources[0];
    const [around] = boundariesAround(effect.diagram, cluster?.inside ?? null);
    expect(around?.kind).toBe('private-subnet');
  }
});

it('tells what else a remedy closes and what it opens', () => {
  let diagram = add(add(emptyDiagram(''), 'clicks', 'kinesis-data-streams', 0), 'lake', 's3', 400);
  diagram = addFlow(diagram, 'f', 'clicks', 'lake');
  diagram = setAnswer(diagram, 'clicks', 'encryption', 'none');
  const [fix] = tried(diagram, 'kinesis-data-streams.encrypt-at-rest@clicks');
  expect(fix).toMatchObject({ authored: true });
  expect(fix?.effect.closed.map(({ key }) => key)).toContain('kinesis-data-streams.encrypt-at-rest@clicks');
});

it('offers for a question only what the catalog names: the answer is for people to find out', () => {
  const diagram = add(emptyDiagram(''), 'clicks', 'kinesis-data-streams', 0);
  const report = validate(diagram, catalog, today);
  const questions = report.findings.filter(({ outcome }) => outcome === 'unknown');
  expect(questions.length).toBeGreaterThan(0);
  for (const finding of questions) {
    const remedies = triedRemedies({ diagram, catalog, report, today }, finding);
    expect(remedies.every(({ authored }) => authored)).toBe(true);
  }
});

it('does not offer the fix of the catalog where other answers stand against it', () => {
  let diagram = add(emptyDiagram(''), 'delivery', 'data-firehose', 0);
  diagram = setAnswer(diagram, 'delivery', 'source', 'kinesis');
  diagram = setAnswer(diagram, 'delivery', 'sourceStreamEncrypted', false);
  const remedies = tried(diagram, 'data-firehose.encrypt-at-rest@delivery');
  expect(remedies.some(({ authored }) => authored)).toBe(false);
  expect(remedies.length).toBeGreaterThan(0);
});
