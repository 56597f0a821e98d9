import { expect, it } from 'vitest';
import { fitsAsBefore, type Ground } from '../../../renderer/canvas/fitsAsBefore.ts';
import { addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { rename, setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { createValidator } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const validate = createValidator(await shippedCatalog());
const on = (diagram: Diagram): Ground => ({ diagram, report: validate(diagram, '2026-01-01') });

const resources = [
  ['from', 'lambda', 0],
  ['to', 's3', 400],
] as const;
const diagram = addFlow(
  resources.reduce(
    (before, [id, service, x]) => addResource(before, { id, service, name: id, inside: null, position: { x, y: 0 } }),
    emptyDiagram('d'),
  ),
  'flow',
  'from',
  'to',
);
const before = on(diagram);

it('keeps the places of pills after an answer or a name that changes what no pill says', () => {
  const answered = on(setAnswer(diagram, 'to', 'versioning', 'enabled'));
  expect(answered.report).not.toBe(before.report);
  expect(fitsAsBefore(before, answered)).toBe(true);
  expect(fitsAsBefore(before, on(rename(diagram, 'to', 'archive')))).toBe(true);
});

it('looks for places again when something moves, leaves, or a pill says more', () => {
  expect(fitsAsBefore(before, on(move(diagram, [{ id: 'to', position: { x: 401, y: 0 } }])))).toBe(false);
  expect(fitsAsBefore(before, on(remove(diagram, ['flow'])))).toBe(false);
  expect(fitsAsBefore(before, on(rename(diagram, 'flow', 'nightly copies')))).toBe(false);
  const { elements } = before.report;
  expect(elements.get('flow')?.findings).not.toEqual([]);
  const silent = { diagram, report: { elements: new Map([...elements].filter(([id]) => id !== 'flow')) } };
  expect(fitsAsBefore(before, silent)).toBe(false);
});
