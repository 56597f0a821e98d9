import { expect, it } from 'vitest';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { elementsOfFact } from '../../../shared/remedy/factElements.ts';
import { aroundOf } from '../../../shared/remedy/remedies.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const catalog = await shippedCatalog();
const at = { x: 0, y: 0 };
const DIAGRAM = ((): Diagram => {
  const box = { name: '', position: at, size: { width: 400, height: 300 } };
  let diagram = addBoundary(emptyDiagram(''), { ...box, id: 'vpc', kind: 'vpc', inside: null });
  diagram = addBoundary(diagram, { ...box, id: 'subnet', kind: 'private-subnet', inside: 'vpc' });
  diagram = addResource(diagram, { id: 'emr', service: 'emr', name: '', inside: 'subnet', position: at });
  diagram = addResource(diagram, { id: 'lake', service: 's3', name: '', inside: null, position: at });
  diagram = addResource(diagram, { id: 'key', service: 'kms', name: '', inside: null, position: at });
  return addFlow(addFlow(diagram, 'f', 'emr', 'lake'), 'k', 'lake', 'key');
})();

it.each([
  ['lake', 'serverSideEncryption', ['lake']],
  ['emr', 'inside', ['emr', 'subnet', 'vpc']],
  ['emr', 'vpc.flowLogs', ['vpc']],
  ['lake', 'sendsTo', ['lake', 'k', 'key']],
  ['lake', 'sendsTo.kms.keyPolicy', ['key']],
  ['lake', 'receivesFrom', ['lake', 'f', 'emr']],
  ['f', 'target.serverSideEncryption', ['lake']],
  ['f', 'source.inside', ['emr', 'subnet', 'vpc']],
  ['f', 'crosses', ['f', 'subnet', 'vpc']],
  ['f', 'no such fact', ['f', 'subnet', 'vpc']],
  ['gone', 'inside', ['gone']],
])('%s, %s: %j', (id, fact, elements) =>
  expect(elementsOfFact(aroundOf(DIAGRAM, catalog), id, fact)).toEqual(elements),
);
