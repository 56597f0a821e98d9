import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { effectOfChanges, fewest, planOf, WEIGHTS } from '../../../shared/remedy/plan.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { bigDiagram } from '../../bench/bigDiagram.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const CASES = path.resolve(import.meta.dirname, '../../cases');
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);
const catalog = await shippedCatalog();
const today = '2026-11-22';

function situationOf(file: string) {
  const parsed = parseDiagram(readFileSync(path.join(CASES, file), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  const { diagram } = parsed;
  return { diagram, catalog, today, report: validate(diagram, catalog, today) };
}

describe.each(names)('%s, the careless one', (name) => {
  const situation = situationOf(`${name}/careless.parapet`);
  const plan = planOf(situation);

  it('is told changes that together close what they say, by the real validator', () => {
    const planned = new Set(plan.changes.flatMap(({ gaps }) => gaps.map(({ key }) => key)));
    const closed = new Set(effectOfChanges(situation, plan.changes).closed.map(({ key }) => key));
    expect([...planned].filter((key) => !closed.has(key))).toEqual([]);
    expect(plan.left.map(({ key }) => key)).toEqual([]);
    expect(planned.size).toBe(situation.report.tally.gap);
  });

  it('is told what closes most by severity first', () => {
    const worths = plan.changes.map(({ gaps }) =>
      gaps.reduce((sum, { compiled }) => sum + WEIGHTS[compiled.control.severity], 0),
    );
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
    expect(plan.changes.length).toBeLessThan(situation.report.tally.gap);
  });

  it('is told the same in another order of its elements', () => {
    const { diagram } = situation;
    const turned = {
      ...diagram,
      resources: [...diagram.resources].reverse(),
      flows: [...diagram.flows].reverse(),
      boundaries: [...diagram.boundaries].reverse(),
    };
    const other = planOf({ ...situation, diagram: turned, report: validate(turned, catalog, today) });
    expect(other.changes.map(({ label, gaps }) => [label, gaps.length])).toEqual(
      plan.changes.map(({ label, gaps }) => [label, gaps.length]),
    );
  });

  it('has four of five in the first ones', () => {
    const few = fewest(plan);
    const closed = few.reduce((sum, { gaps }) => sum + gaps.length, 0);
    expect(closed).toBeGreaterThanOrEqual(situation.report.tally.gap * 0.8);
    expect(plan.changes.slice(0, few.length)).toEqual(few);
  });
});

it('has nothing to tell of a good one', () => {
  const plan = planOf(situationOf('batch-warehouse/good.parapet'));
  expect(plan).toEqual({ changes: [], left: [] });
  expect(fewest(plan)).toEqual([]);
});

it('closes what it says of a large diagram, and leaves only what is for people to say', () => {
  const diagram = bigDiagram(catalog, 1000);
  const situation = { diagram, catalog, today, report: validate(diagram, catalog, today) };
  const { changes, left } = planOf(situation);
  expect([...new Set(left.map(({ compiled }) => compiled.control.id))]).toEqual(['kms.in-use']);
  const closed = new Set(effectOfChanges(situation, changes).closed.map(({ key }) => key));
  const planned = changes.flatMap(({ gaps }) => gaps.map(({ key }) => key));
  expect(planned.filter((key) => !closed.has(key))).toEqual([]);
});
