import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addBoundaryAt, addBoundaryOf, addService, addServiceAt } from '../../../renderer/state/addElement.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { openDocument, present, select, useStore } from '../../../renderer/state/store.ts';
import { tell } from '../../../renderer/state/tell.ts';
import type { BoundaryKind, Service } from '../../../shared/catalog/schema.ts';
import { overlaps, RESOURCE_SIZE, type Rect } from '../../../shared/diagram/geometry.ts';
import { resourceRect } from '../../../shared/diagram/graph.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

vi.mock('../../../renderer/state/tell.ts', () => ({ tell: vi.fn() }));

const service = (id: string): Service => {
  const found = catalog.services.get(id)?.service;
  if (!found) throw new Error(`no service ${id}`);
  return found;
};
const kind = (id: string): BoundaryKind => {
  const found = catalog.boundaries.get(id)?.kind;
  if (!found) throw new Error(`no boundary ${id}`);
  return found;
};
const stream = service('kinesis-data-streams');

beforeEach(() => {
  vi.mocked(tell).mockClear();
  openDocument(emptyDiagram('Test'), { file: null, saved: null });
});

/** The narrowest room between two that stand beside each other. */
const roomBeside = (rects: readonly Rect[]): number =>
  Math.min(
    ...rects.flatMap((a, i) =>
      rects
        .slice(i + 1)
        .filter((b) => Math.abs(a.y - b.y) < RESOURCE_SIZE.height)
        .map((b) => Math.abs(a.x - b.x) - RESOURCE_SIZE.width),
    ),
  );

describe('adding from the palette', () => {
  it('names, selects and undoes as one step', () => {
    addService(stream);
    const [added] = present().resources;
    expect(added).toMatchObject({ service: 'kinesis-data-streams', name: 'kinesis-data-streams', inside: null });
    expect(useStore.getState().selection).toEqual([added?.id]);
    expect(useStore.getState().history.past.map((step) => step.label)).toEqual(['Add Kinesis Data Streams']);
  });

  it('gives each a name of its own and a place of its own', () => {
    for (let i = 0; i < 12; i++) addService(stream);
    const { resources } = present();
    expect(resources.map((each) => each.name).slice(0, 3)).toEqual([
      'kinesis-data-streams',
      'kinesis-data-streams-2',
      'kinesis-data-streams-3',
    ]);
    const rects = resources.map((each) => resourceRect(present(), each));
    expect(roomBeside(rects)).toBeGreaterThanOrEqual(120);
    expect(rects[1]).toMatchObject({ y: rects[0]?.y });
    expect(rects.some((a, i) => rects.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
  });

  it('adds inside the boundary that is selected, and makes it larger when it is full', () => {
    addBoundaryOf(kind('vpc'));
    const vpc = present().boundaries[0];
    for (let i = 0; i < 12; i++) {
      select([vpc?.id ?? '']);
      addService(stream);
    }
    expect(present().resources.every((each) => each.inside === vpc?.id)).toBe(true);
    const grown = present().boundaries[0];
    const bottom = Math.max(...present().resources.map((each) => each.position.y + RESOURCE_SIZE.height));
    expect(grown?.size.height).toBeGreaterThan(bottom);
  });

  it('puts what is dropped on a boundary inside it', () => {
    addBoundaryAt(kind('vpc'), { x: 400, y: 300 });
    const vpc = present().boundaries[0];
    addServiceAt(stream, { x: 400, y: 300 });
    addServiceAt(stream, { x: 4000, y: 300 });
    expect(present().resources.map((each) => each.inside)).toEqual([vpc?.id, null]);
  });

  it('numbers boundaries of one kind', () => {
    addBoundaryOf(kind('vpc'));
    select([]);
    addBoundaryOf(kind('vpc'));
    expect(present().boundaries.map((each) => each.name)).toEqual(['VPC', 'VPC 2']);
  });

  it('puts a subnet inside the VPC that is selected, small enough to fit', () => {
    addBoundaryOf(kind('vpc'));
    const vpc = present().boundaries[0];
    addBoundaryOf(kind('private-subnet'));
    const subnet = present().boundaries[1];
    expect(subnet?.inside).toBe(vpc?.id);
    expect((subnet?.position.x ?? 0) + (subnet?.size.width ?? 0)).toBeLessThanOrEqual(vpc?.size.width ?? 0);
  });

  it('refuses a boundary where it cannot stand, and says where it may', () => {
    addBoundaryAt(kind('vpc'), { x: 400, y: 300 });
    addBoundaryAt(kind('account'), { x: 400, y: 300 });
    expect(present().boundaries).toHaveLength(1);
    expect(tell).toHaveBeenCalledWith(
      'AWS account cannot stand inside a boundary of the kind VPC. It may stand on the bare canvas.',
      'warning',
    );
  });

  it('takes in what a dropped boundary covers, where it stood', () => {
    addServiceAt(stream, { x: 400, y: 300 });
    const before = resourceRect(present(), present().resources[0] ?? never());
    addBoundaryAt(kind('vpc'), { x: 400, y: 300 });
    const [resource] = present().resources;
    expect(resource?.inside).toBe(present().boundaries[0]?.id);
    expect(resourceRect(present(), resource ?? never())).toEqual(before);
    expect(useStore.getState().history.past).toHaveLength(2);
  });
});

function never(): never {
  throw new Error('there is a resource');
}
