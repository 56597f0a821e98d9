import { describe, expect, it } from 'vitest';
import { isLong, runsIn } from '../../../renderer/canvas/runsIn.ts';
import { addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import type { FlowShape } from '../../../shared/diagram/flowShape.ts';
import { routesOf } from '../../../shared/diagram/router.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

/** A level flow from 176 to this x, at y 32. */
function flowTo(x: number): FlowShape {
  const resource = { service: 's3', name: '', inside: null };
  let diagram = addResource(emptyDiagram('d'), { ...resource, id: 'a', position: { x: 0, y: 0 } });
  diagram = addResource(diagram, { ...resource, id: 'b', position: { x, y: 0 } });
  const shape = routesOf(addFlow(diagram, 'a-b', 'a', 'b')).shape('a-b');
  if (!shape) throw new Error('no shape');
  return shape;
}

/** The x of all points of a path. */
const across = (path: string) =>
  path
    .slice(1)
    .split('L')
    .map((point) => Number(point.split(' ')[0]));
const area = (x: number, width = 1000) => ({ x, y: -500, width, height: 1000 });

describe('a flow that is much longer than what is in view', () => {
  it('is drawn where it runs through the view, and not far beyond', () => {
    const [run, ...others] = runsIn(flowTo(20_000), area(9000));
    expect(others).toEqual([]);
    const xs = across(run?.path ?? '');
    expect(Math.min(...xs)).toBeLessThanOrEqual(9000);
    expect(Math.max(...xs)).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(2000);
  });

  it('keeps its dashes in step: a part knows how much of the flow lies before it', () => {
    const [run] = runsIn(flowTo(20_000), area(9000));
    expect(run?.from).toBeCloseTo((across(run?.path ?? '')[0] ?? 0) - 176, 0);
  });

  it('has its arrow only where its end is', () => {
    expect(runsIn(flowTo(20_000), area(9000)).map(({ isLast }) => isLast)).toEqual([false]);
    expect(runsIn(flowTo(20_000), area(19_500)).map(({ isLast }) => isLast)).toEqual([true]);
    expect(runsIn(flowTo(20_000), area(30_000))).toEqual([]);
  });

  it('is drawn in one part from end to end where all of it is in view', () => {
    const flow = flowTo(3000);
    expect(runsIn(flow, area(-500, 5000))).toEqual([{ from: 0, path: flow.path, isLast: true }]);
  });

  it('is one of more than two thousand pixels', () => {
    expect(isLong(flowTo(2000))).toBe(false);
    expect(isLong(flowTo(2300))).toBe(true);
  });
});
