import { fitAnswer, fitDecision, fitName, fitNote, fitPosition, fitSize } from './fit.ts';
import { boundariesAround, boundariesById, idsWithin, resourcesById, toCanvas } from './graph.ts';
import type { AnswerOf, Boundary, Diagram, Flow, Position, Resource, Size, Suppression } from './schema.ts';

/*
 * Pure edits: Diagram → Diagram. What does not change stays the same object, so that everything derived from it can be
 * kept. An edit that names something that is not there changes nothing. Ids come from outside.
 */

const replace = <T extends { readonly id: string }>(items: readonly T[], id: string, change: (item: T) => T) => {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return items;
  const changed = change(item);
  return changed === item ? items : items.with(index, changed);
};

/** Applies `change` to the element with this id, whatever its kind. */
function onElement(
  diagram: Diagram,
  id: string,
  change: <T extends Resource | Boundary | Flow>(element: T) => T,
): Diagram {
  const resources = replace(diagram.resources, id, change);
  if (resources !== diagram.resources) return { ...diagram, resources };
  const flows = replace(diagram.flows, id, change);
  if (flows !== diagram.flows) return { ...diagram, flows };
  const boundaries = replace(diagram.boundaries, id, change);
  return boundaries === diagram.boundaries ? diagram : { ...diagram, boundaries };
}

export const renameDiagram = (diagram: Diagram, name: string): Diagram =>
  diagram.name === name ? diagram : { ...diagram, name: fitName(name) };

/** Adds a resource; its position is relative to what it is inside. */
export const addResource = (
  diagram: Diagram,
  added: Pick<Resource, 'id' | 'service' | 'name' | 'inside' | 'position'>,
): Diagram => ({
  ...diagram,
  resources: [
    ...diagram.resources,
    { ...added, name: fitName(added.name), position: fitPosition(added.position), answers: {}, note: '' },
  ],
});

/** Adds a boundary; its position is relative to what it is inside. */
export const addBoundary = (
  diagram: Diagram,
  added: Pick<Boundary, 'id' | 'kind' | 'name' | 'inside' | 'position' | 'size'>,
): Diagram => ({
  ...diagram,
  boundaries: [
    ...diagram.boundaries,
    {
      ...added,
      name: fitName(added.name),
      position: fitPosition(added.position),
      size: fitSize(added.size),
      answers: {},
      note: '',
    },
  ],
});

/** Why two ends cannot be connected, in words, or null when they can. */
export function refuseFlow(diagram: Diagram, from: string, to: string): string | null {
  const resources = resourcesById(diagram.resources);
  const boundaries = boundariesById(diagram.boundaries);
  if (from === to) return 'A resource cannot send data to itself. Connect two different resources.';
  for (const end of [from, to]) {
    if (resources.has(end)) continue;
    const boundary = boundaries.get(end);
    if (!boundary) return 'One end of the connection is not on the canvas any more.';
    return `"${boundary.name || boundary.kind}" is a boundary. Data flows between resources: connect to one inside it.`;
  }
  if (diagram.flows.some((flow) => flow.from === from && flow.to === to)) {
    return `${resources.get(from)?.name ?? ''} already sends data to ${resources.get(to)?.name ?? ''}.`;
  }
  return null;
}

/** Connects two resources; a connection that `refuseFlow` has a word against changes nothing. */
export const addFlow = (diagram: Diagram, id: string, from: string, to: string): Diagram =>
  refuseFlow(diagram, from, to) === null
    ? { ...diagram, flows: [...diagram.flows, { id, from, to, label: '', answers: {}, note: '' }] }
    : diagram;

/** Names a resource or boundary, or labels a flow. */
export const rename = (diagram: Diagram, id: string, to: string): Diagram =>
  onElement(diagram, id, (element) => {
    const name = fitName(to);
    if ('from' in element) return element.label === name ? element : { ...element, label: name };
    return element.name === name ? element : { ...element, name };
  });

export const setNote = (diagram: Diagram, id: string, note: string): Diagram =>
  onElement(diagram, id, (element) => (element.note === note ? element : { ...element, note: fitNote(note) }));

/** Answers a property, or takes the answer back with `undefined`. */
export const setAnswer = (diagram: Diagram, id: string, property: string, value: AnswerOf | undefined): Diagram =>
  onElement(diagram, id, (element) => {
    if (element.answers[property] === value) return element;
    const { [property]: _old, ...others } = element.answers;
    return { ...element, answers: value === undefined ? others : { ...others, [property]: fitAnswer(value) } };
  });

/** Several answers of one element in one edit, as a fix needs them. */
export const setAnswers = (diagram: Diagram, id: string, answers: Readonly<Record<string, AnswerOf>>): Diagram =>
  Object.entries(answers).reduce((result, [property, value]) => setAnswer(result, id, property, value), diagram);

export interface Move {
  readonly id: string;
  readonly position: Readonly<Position>;
  /** The boundary it is in afterwards; left out, it stays where it is. */
  readonly inside?: string | null;
}

/** Says whether something may go into a boundary: one that is there, and neither itself nor inside itself. */
function containment(diagram: Diagram): (id: string, inside: string | null) => boolean {
  let known: Map<string, string | null> | null = null;
  return (id, inside) => {
    // Only when asked: most moves, and every frame of a drag, stay inside the same boundary.
    known ??= new Map(diagram.boundaries.map((boundary) => [boundary.id, boundary.inside]));
    const parents = known;
    if (inside !== null && !parents.has(inside)) return false;
    for (let at = inside; at !== null; at = parents.get(at) ?? null) if (at === id) return false;
    // Of two boundaries that swap places in one move the second must see where the first one is now.
    if (parents.has(id)) parents.set(id, inside);
    return true;
  };
}

/**
 * Moves resources and boundaries; what is inside a boundary moves with it, since positions are relative. A move into a
 * boundary that is not there, or of a boundary into itself, is left out.
 */
export function move(diagram: Diagram, moves: readonly Move[]): Diagram {
  const byId = new Map(moves.map((each) => [each.id, each]));
  const mayGo = containment(diagram);
  const moved = <T extends Resource | Boundary>(item: T): T => {
    const to = byId.get(item.id);
    if (!to) return item;
    const position = fitPosition(to.position);
    const inside = to.inside === undefined ? item.inside : to.inside;
    if (inside !== item.inside && !mayGo(item.id, inside)) return item;
    const same = position.x === item.position.x && position.y === item.position.y && inside === item.inside;
    return same ? item : { ...item, position, inside };
  };
  const change = <T extends Resource | Boundary>(items: readonly T[]): readonly T[] => {
    const result = items.map(moved);
    return result.every((item, i) => item === items[i]) ? items : result;
  };
  const resources = change(diagram.resources);
  const boundaries = change(diagram.boundaries);
  const same = resources === diagram.resources && boundaries === diagram.boundaries;
  return same ? diagram : { ...diagram, resources, boundaries };
}

/** True when the boundary may be put inside the other one: not into itself, nor into what it contains. */
export const canContain = (diagram: Diagram, container: string | null, id: string): boolean =>
  container !== id && !boundariesAround(diagram, container).some((boundary) => boundary.id === id);

/** Puts an element into a boundary (or out, with null) without moving it on the canvas. */
export function putInside(diagram: Diagram, id: string, container: string | null): Diagram {
  const item = resourcesById(diagram.resources).get(id) ?? boundariesById(diagram.boundaries).get(id);
  if (!item || item.inside === container || !canContain(diagram, container, id)) return diagram;
  const now = toCanvas(diagram, item.inside, item.position);
  const origin = toCanvas(diagram, container, { x: 0, y: 0 });
  return move(diagram, [{ id, inside: container, position: { x: now.x - origin.x, y: now.y - origin.y } }]);
}

/** Gives a boundary a new position and size, not below the smallest one; its content stays where it is on the canvas. */
export function resizeBoundary(
  diagram: Diagram,
  id: string,
  position: Readonly<Position>,
  size: Readonly<Size>,
): Diagram {
  const old = boundariesById(diagram.boundaries).get(id);
  if (!old) return diagram;
  const to = fitPosition(position);
  const by = { x: old.position.x - to.x, y: old.position.y - to.y };
  const boundaries = replace(diagram.boundaries, id, () => ({ ...old, position: to, size: fitSize(size) }));
  if (by.x === 0 && by.y === 0) return { ...diagram, boundaries };
  const stay = [...diagram.resources, ...diagram.boundaries]
    .filter((item) => item.inside === id)
    .map((item) => ({ id: item.id, position: { x: item.position.x + by.x, y: item.position.y + by.y } }));
  return move({ ...diagram, boundaries }, stay);
}

/**
 * Deletes elements, with the flows of a deleted resource and the decisions on all of them. What a deleted boundary
 * contained goes too when it is selected as well, else it moves out to where the boundary was.
 */
export function remove(diagram: Diagram, ids: Iterable<string>): Diagram {
  const gone = new Set(ids);
  if (gone.size === 0) return diagram;
  let rest = diagram;
  for (const boundary of diagram.boundaries) {
    if (!gone.has(boundary.id)) continue;
    const outer = boundariesAround(diagram, boundary.inside).find((each) => !gone.has(each.id))?.id ?? null;
    for (const item of [...rest.resources, ...rest.boundaries]) {
      if (item.inside === boundary.id && !gone.has(item.id)) rest = putInside(rest, item.id, outer);
    }
  }
  const flows = rest.flows.filter((flow) => !gone.has(flow.id) && !gone.has(flow.from) && !gone.has(flow.to));
  const flowsLeft = new Set(flows.map((flow) => flow.id));
  for (const flow of rest.flows) if (!flowsLeft.has(flow.id)) gone.add(flow.id);
  const keep = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => {
    const left = items.filter((item) => !gone.has(item.id));
    return left.length === items.length ? items : left;
  };
  return {
    ...rest,
    resources: keep(rest.resources),
    boundaries: keep(rest.boundaries),
    flows: flows.length === rest.flows.length ? rest.flows : flows,
    suppressions: rest.suppressions.some((each) => gone.has(each.element))
      ? rest.suppressions.filter((each) => !gone.has(each.element))
      : rest.suppressions,
  };
}

/** Copies elements with what is inside copied boundaries and the flows among the copies, a step to the lower right. */
export function duplicate(
  diagram: Diagram,
  ids: Iterable<string>,
  newId: () => string,
): { readonly diagram: Diagram; readonly copies: ReadonlyMap<string, string> } {
  const chosen = new Set(ids);
  const all = new Set([...chosen, ...idsWithin(diagram, chosen)]);
  const copies = new Map<string, string>();
  for (const item of [...diagram.boundaries, ...diagram.resources]) if (all.has(item.id)) copies.set(item.id, newId());
  const copy = <T extends Resource | Boundary>(item: T): T[] => {
    const id = copies.get(item.id);
    if (id === undefined) return [];
    const inCopy = item.inside === null ? undefined : copies.get(item.inside);
    const step = inCopy === undefined ? 32 : 0;
    const position = step ? fitPosition({ x: item.position.x + step, y: item.position.y + step }) : item.position;
    return [{ ...item, id, inside: inCopy ?? item.inside, position, name: step ? copyName(item.name) : item.name }];
  };
  const flows = diagram.flows.flatMap((flow) => {
    const from = copies.get(flow.from);
    const to = copies.get(flow.to);
    return from === undefined || to === undefined ? [] : [{ ...flow, id: newId(), from, to }];
  });
  if (copies.size === 0) return { diagram, copies };
  return {
    copies,
    diagram: {
      ...diagram,
      boundaries: [...diagram.boundaries, ...diagram.boundaries.flatMap(copy)],
      resources: [...diagram.resources, ...diagram.resources.flatMap(copy)],
      flows: [...diagram.flows, ...flows],
    },
  };
}

const copyName = (name: string): string => (name === '' ? '' : `${name.replace(/ copy$/, '').slice(0, 190)} copy`);

/** Records a decision about one control on one element, in place of an earlier one. Without a justification, nothing. */
export function suppress(diagram: Diagram, decision: Suppression): Diagram {
  const fitted = fitDecision(decision);
  if (fitted === null) return diagram;
  const others = unsuppress(diagram, decision.control, decision.element).suppressions;
  return { ...diagram, suppressions: [...others, fitted] };
}

/** Takes a decision back. */
export function unsuppress(diagram: Diagram, control: string, element: string): Diagram {
  const suppressions = diagram.suppressions.filter((each) => each.control !== control || each.element !== element);
  return suppressions.length === diagram.suppressions.length ? diagram : { ...diagram, suppressions };
}
