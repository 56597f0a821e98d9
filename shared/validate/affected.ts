import type { Catalog } from '../catalog/catalog.ts';
import { boundariesAround, flowEnds, idsWithin, resourcesById, servicesOf } from '../diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource, Suppression } from '../diagram/schema.ts';

interface Changed<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Items that differ between two lists, by id. Lists that keep their order cost one comparison an item. */
function changes<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  differ: (a: T, b: T) => boolean,
): readonly Changed<T>[] {
  if (before === after) return [];
  const aligned = before.length === after.length && after.every((item, i) => item.id === before[i]?.id);
  if (aligned) {
    return after.flatMap((item, i) => {
      const old = before[i];
      return old !== undefined && old !== item && differ(old, item) ? [{ before: old, after: item }] : [];
    });
  }
  const old = new Map(before.map((item) => [item.id, item]));
  const found: Changed<T>[] = [];
  for (const item of after) {
    const was = old.get(item.id);
    old.delete(item.id);
    if (was === undefined || (was !== item && differ(was, item))) found.push({ before: was, after: item });
  }
  for (const was of old.values()) found.push({ before: was, after: undefined });
  return found;
}

// Positions, sizes and notes decide nothing: a move costs no assessment.
const resourceDiffers = (a: Resource, b: Resource) =>
  a.answers !== b.answers || a.service !== b.service || a.inside !== b.inside || a.name !== b.name;
const boundaryDiffers = (a: Boundary, b: Boundary) =>
  a.answers !== b.answers || a.kind !== b.kind || a.inside !== b.inside || a.name !== b.name;
const flowDiffers = (a: Flow, b: Flow) =>
  a.answers !== b.answers || a.from !== b.from || a.to !== b.to || a.label !== b.label;

const sameServices = (before: Diagram, after: Diagram): boolean =>
  servicesOf(before.resources).join() === servicesOf(after.resources).join();

/** Adds a resource, its flows, its neighbours (they read its answers) and their flows (they read both ends). */
function addAround(diagram: Diagram, id: string, into: Set<string>): void {
  const ends = flowEnds(diagram.flows);
  const flowsOf = (resource: string) => [...(ends.out.get(resource) ?? []), ...(ends.in.get(resource) ?? [])];
  into.add(id);
  for (const flow of flowsOf(id)) {
    into.add(flow.id);
    const neighbour = flow.from === id ? flow.to : flow.from;
    into.add(neighbour);
    for (const further of flowsOf(neighbour)) into.add(further.id);
  }
}

function addContainers(diagram: Diagram, inside: string | null, into: Set<string>): void {
  for (const boundary of boundariesAround(diagram, inside)) into.add(boundary.id);
}

function addResourceChanges(before: Diagram, after: Diagram, into: Set<string>): void {
  for (const change of changes(before.resources, after.resources, resourceDiffers)) {
    for (const [diagram, resource] of [
      [before, change.before],
      [after, change.after],
    ] as const) {
      if (!resource) continue;
      addAround(diagram, resource.id, into);
      addContainers(diagram, resource.inside, into);
    }
  }
}

function addFlowChanges(before: Diagram, after: Diagram, into: Set<string>): void {
  for (const change of changes(before.flows, after.flows, flowDiffers)) {
    for (const [diagram, flow] of [
      [before, change.before],
      [after, change.after],
    ] as const) {
      if (!flow) continue;
      into.add(flow.id);
      const rewired = change.before?.from !== change.after?.from || change.before?.to !== change.after?.to;
      if (!rewired) continue;
      addAround(diagram, flow.from, into);
      addAround(diagram, flow.to, into);
    }
  }
}

function addBoundaryChanges(before: Diagram, after: Diagram, into: Set<string>): void {
  for (const change of changes(before.boundaries, after.boundaries, boundaryDiffers)) {
    for (const [diagram, boundary] of [
      [before, change.before],
      [after, change.after],
    ] as const) {
      if (!boundary) continue;
      into.add(boundary.id);
      addContainers(diagram, boundary.inside, into);
      const resources = resourcesById(diagram.resources);
      for (const id of idsWithin(diagram, [boundary.id])) {
        if (resources.has(id)) addAround(diagram, id, into);
        else into.add(id);
      }
    }
  }
}

const decisionText = (each: Suppression) => JSON.stringify(each);

function addDecisionChanges(before: Diagram, after: Diagram, into: Set<string>): void {
  if (before.suppressions === after.suppressions) return;
  const old = new Map(before.suppressions.map((each) => [decisionText(each), each]));
  for (const each of after.suppressions) if (!old.delete(decisionText(each))) into.add(each.element);
  for (const each of old.values()) into.add(each.element);
}

/** Elements with a control that asks which services the whole diagram has. */
function addDiagramReaders(diagram: Diagram, catalog: Catalog, into: Set<string>): void {
  const asks = (controls: readonly { readonly readsDiagram: boolean }[] | undefined) =>
    controls?.some((control) => control.readsDiagram) ?? false;
  const resources = resourcesById(diagram.resources);
  for (const { id, service } of diagram.resources) if (asks(catalog.services.get(service)?.controls)) into.add(id);
  for (const flow of diagram.flows) {
    const [from, to] = [resources.get(flow.from), resources.get(flow.to)];
    if (from && to && asks(catalog.flow(from.service, to.service).controls)) into.add(flow.id);
  }
}

/**
 * Ids of the elements whose assessments may differ between two states of a diagram: what changed, and what reads its
 * facts. Ids of deleted elements are among them.
 */
export function affectedIds(before: Diagram, after: Diagram, catalog: Catalog): ReadonlySet<string> {
  const affected = new Set<string>();
  addResourceChanges(before, after, affected);
  addFlowChanges(before, after, affected);
  addBoundaryChanges(before, after, affected);
  addDecisionChanges(before, after, affected);
  if (!sameServices(before, after)) addDiagramReaders(after, catalog, affected);
  return affected;
}
