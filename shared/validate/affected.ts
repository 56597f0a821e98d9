import type { Catalog, Subject } from '../catalog/catalog.ts';
import { classify, classifyAfter, dataIn, dataOn } from '../classify/classify.ts';
import type { Drawn } from '../classify/links.ts';
import { type Classification, reaching } from '../classify/propagate.ts';
import { type ClassSet, sensitiveOf } from '../dataClasses.ts';
import { changes } from '../diagram/changes.ts';
import { boundariesAround, flowsAt, flowsById, idsWithin, resourcesById, servicesOf } from '../diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource, Suppression } from '../diagram/schema.ts';

// Positions, sizes and notes decide nothing: a move costs no assessment.
const resourceDiffers = (a: Resource, b: Resource) =>
  a.answers !== b.answers || a.service !== b.service || a.inside !== b.inside || a.name !== b.name || a.data !== b.data;
const boundaryDiffers = (a: Boundary, b: Boundary) =>
  a.answers !== b.answers || a.kind !== b.kind || a.inside !== b.inside || a.name !== b.name;
const flowDiffers = (a: Flow, b: Flow) =>
  a.answers !== b.answers || a.from !== b.from || a.to !== b.to || a.label !== b.label || a.carries !== b.carries;

const sameServices = (before: Diagram, after: Diagram): boolean =>
  changes(before.resources, after.resources, (a, b) => a.service !== b.service).length === 0 ||
  servicesOf(before.resources).join() === servicesOf(after.resources).join();

/** Adds a resource, its flows, its neighbours (they read its answers) and their flows (they read both ends). */
function addAround(diagram: Diagram, id: string, into: Set<string>): void {
  into.add(id);
  for (const flow of flowsAt(diagram, id)) {
    into.add(flow.id);
    const neighbour = flow.from === id ? flow.to : flow.from;
    into.add(neighbour);
    for (const further of flowsAt(diagram, neighbour)) into.add(further.id);
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

/** True when other classes of data can change what the controls come to: they ask for them, or weigh more by them. */
const concerns = (subject: Subject | undefined, before: ClassSet, after: ClassSet): boolean =>
  sensitiveOf(before) !== sensitiveOf(after) || (subject?.controls.some(({ readsData }) => readsData) ?? false);

/** Resources that data reach otherwise than before. What an edit left alone is the same object. */
function differing(was: Classification, is: Classification): readonly string[] {
  if (was === is) return [];
  const came = [...is].filter(([id, reached]) => was.get(id) !== reached).map(([id]) => id);
  return [...came, ...[...was.keys()].filter((id) => !is.has(id))];
}

/** Elements that other classes of data reach than before, as far as their controls mind. */
function addDataChanges(before: Diagram, after: Diagram, catalog: Catalog, into: Set<string>): void {
  const old: Drawn = { diagram: before, catalog };
  const fresh: Drawn = { diagram: after, catalog };
  const [was, is] = [classify(old), classifyAfter(before, fresh)];
  const resources = resourcesById(after.resources);
  const flows = new Map<string, Flow>();
  // What a resource does to data changes its flows, even where the data that reach it stay the same.
  for (const { after: resource } of changes(before.resources, after.resources, (a, b) => a.data !== b.data)) {
    for (const flow of resource ? flowsAt(after, resource.id) : []) flows.set(flow.id, flow);
  }
  const boundaries = new Map<string, Boundary>();
  for (const id of differing(was, is)) {
    const resource = resources.get(id);
    const [had, has] = [reaching(was, id), reaching(is, id)];
    if (!resource || had === has) continue;
    if (concerns(catalog.services.get(resource.service), had, has)) into.add(id);
    for (const flow of flowsAt(after, id)) flows.set(flow.id, flow);
    for (const boundary of boundariesAround(after, resource.inside)) boundaries.set(boundary.id, boundary);
  }
  for (const flow of flows.values()) {
    const [source, target] = [resources.get(flow.from), resources.get(flow.to)];
    const had = flowsById(before.flows).get(flow.id);
    const rule = source && target && catalog.flow(source.service, target.service);
    if (concerns(rule, had ? dataOn(old, had) : 0, dataOn(fresh, flow))) into.add(flow.id);
  }
  for (const boundary of boundaries.values()) {
    const subject = catalog.boundaries.get(boundary.kind);
    if (concerns(subject, dataIn(old, boundary), dataIn(fresh, boundary))) into.add(boundary.id);
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
  addDataChanges(before, after, catalog, affected);
  if (!sameServices(before, after)) addDiagramReaders(after, catalog, affected);
  return affected;
}
