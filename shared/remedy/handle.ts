import { ENDS, type End, sideOf } from '../catalog/factNames.ts';
import { misfit } from '../catalog/misfit.ts';
import type { AnswerValue, Property } from '../catalog/schema.ts';
import { canContain } from '../diagram/edit/move.ts';
import { boundariesAround, elementOf, resourcesById } from '../diagram/graph.ts';
import type { Resource } from '../diagram/schema.ts';
import { type Around, isKindOf, neighboursOf } from '../validate/facts.ts';
import { holderOf } from './holder.ts';
import type { Step } from './step.ts';
import { readerOf, subjectOf } from './subject.ts';
import type { Aim } from './ways.ts';

/*
 * Where a fact can be changed: which question of which elements it is, or what of the drawing. The counterpart of
 * `validate/facts.ts`, which reads it.
 */

export type Handle =
  /** An answer, of one element or of each of several neighbours. */
  | { readonly kind: 'property'; readonly elements: readonly string[]; readonly property: Property }
  | { readonly kind: 'inside'; readonly element: string }
  | { readonly kind: 'neighbour'; readonly element: string; readonly direction: 'to' | 'from' }
  | { readonly kind: 'diagram'; readonly element: string };

const DIRECTIONS = { sendsTo: 'to', receivesFrom: 'from' } as const;
const isDirection = (name: string): name is keyof typeof DIRECTIONS => name in DIRECTIONS;

function propertyHandle(elements: readonly string[], properties: readonly Property[] | undefined, id: string) {
  const property = properties?.find((each) => each.id === id);
  return property && elements.length > 0 ? ({ kind: 'property', elements, property } as const) : null;
}

function boundaryHandle({ catalog, diagram }: Around, inside: string | null, kind: string, property: string) {
  const boundary = boundariesAround(diagram, inside).find((each) => each.kind === kind);
  return boundary ? propertyHandle([boundary.id], catalog.boundaries.get(kind)?.properties, property) : null;
}

function resourceHandle(around: Around, resource: Resource, fact: string): Handle | null {
  const [head = '', second, third] = fact.split('.');
  if (second === undefined) {
    if (head === 'inside') return { kind: 'inside', element: resource.id };
    if (isDirection(head)) return { kind: 'neighbour', element: resource.id, direction: DIRECTIONS[head] };
    if (head === 'diagramServices') return { kind: 'diagram', element: resource.id };
    return propertyHandle([resource.id], around.catalog.services.get(resource.service)?.properties, head);
  }
  if (!isDirection(head)) return boundaryHandle(around, resource.inside, head, second);
  const others = neighboursOf(around, resource, head).filter((each) => isKindOf(around.catalog, each, second));
  const ids = [...new Set(others.map(({ id }) => id))];
  return propertyHandle(ids, around.catalog.services.get(second)?.properties, third ?? '');
}

/** Where a fact of an element can be changed; null where nothing of the diagram would change it. */
export function handleOf(around: Around, id: string, fact: string): Handle | null {
  const { diagram, catalog } = around;
  const found = elementOf(diagram, id);
  if (found?.kind === 'resource') return resourceHandle(around, found.resource, fact);
  const [head = '', second] = fact.split('.');
  const own = subjectOf(diagram, catalog, id)?.properties;
  if (second === undefined) return propertyHandle([id], own, head);
  if (found?.kind === 'boundary') return boundaryHandle(around, found.boundary.inside, head, second);
  const end = ENDS.find((each) => each === head);
  if (found?.kind !== 'flow' || !end) return null;
  const resource = resourceAt(around, found.flow.from, found.flow.to, end);
  return resource ? resourceHandle(around, resource, fact.slice(head.length + 1)) : null;
}

function resourceAt({ diagram, catalog }: Around, from: string, to: string, end: End): Resource | undefined {
  const resources = resourcesById(diagram.resources);
  const [source, target] = [resources.get(from), resources.get(to)];
  if (!source || !target) return undefined;
  return sideOf(end, catalog.flow(source.service, target.service).rule.initiator) === 'source' ? source : target;
}

/** The values of a choice that a fact may have, weakest first; none for other facts. */
export function optionsOf(around: Around, id: string, fact: string): readonly string[] {
  const handle = handleOf(around, id, fact);
  return handle?.kind === 'property' && handle.property.type === 'choice'
    ? handle.property.options.map(({ value }) => value)
    : [];
}

const isRetired = (property: Property, value: AnswerValue): boolean =>
  property.type === 'choice' &&
  property.options.some((option) => option.value === value && option.retired !== undefined);

/** The answer that an aim asks for: a list gets one more member, a yes or no that was written as a word is one again. */
function answerFor(around: Around, element: string, property: Property, { kind, value }: Aim): AnswerValue {
  if (property.type === 'boolean') return value === true || value === 'true';
  if (property.type !== 'list' || kind !== 'holds') return value;
  const now = readerOf(around, element)?.(property.id).value;
  return [...(Array.isArray(now) ? now : []), String(value)];
}

function answerSteps(around: Around, { elements, property }: Handle & { kind: 'property' }, aim: Aim): readonly Step[] {
  const steps = elements.map((element) => {
    const value = answerFor(around, element, property, aim);
    return { kind: 'answer', element, property: property.id, value } as const;
  });
  return steps.every(({ value }) => misfit(property, value) === null && !isRetired(property, value)) ? steps : [];
}

const mayHold = ({ diagram, catalog }: Around, kind: string, id: string) =>
  diagram.boundaries.filter(
    (each) =>
      (each.kind === kind || catalog.boundaries.get(each.kind)?.kind.implies.includes(kind) === true) &&
      canContain(diagram, each.id, id),
  );

function placeSteps(around: Around, element: string, kind: string): readonly Step[] {
  const { diagram, catalog } = around;
  const place = resourcesById(diagram.resources).get(element)?.inside ?? null;
  const fits = holderOf(diagram, catalog, place, kind) !== undefined;
  return [
    ...mayHold(around, kind, element).map(({ id }) => ({ kind: 'place', element, into: id }) as const),
    ...(fits ? [{ kind: 'enclose', element, boundary: kind } as const] : []),
  ];
}

function connectSteps(around: Around, element: string, direction: 'to' | 'from', service: string): readonly Step[] {
  const { resources } = around.diagram;
  const there = resources.filter((each) => each.id !== element && isKindOf(around.catalog, each, service));
  return [
    ...there.map(({ id, service: own }) => ({ id, service: own })),
    ...(around.catalog.services.has(service) ? [{ service }] : []),
  ].map((other) => ({ kind: 'connect', element, direction, other }));
}

/** The ways to reach one aim on an element, each a list of steps; none where there is no way. */
export function stepsFor(around: Around, id: string, aim: Aim): readonly (readonly Step[])[] {
  const handle = handleOf(around, id, aim.fact);
  if (handle === null) return [];
  if (handle.kind === 'property') {
    const steps = answerSteps(around, handle, aim);
    return steps.length > 0 ? [steps] : [];
  }
  if (aim.kind !== 'holds') return [];
  const value = String(aim.value);
  switch (handle.kind) {
    case 'inside':
      return placeSteps(around, handle.element, value).map((step) => [step]);
    case 'neighbour':
      return connectSteps(around, handle.element, handle.direction, value).map((step) => [step]);
    case 'diagram':
      return around.catalog.services.has(value) ? [[{ kind: 'add', element: handle.element, service: value }]] : [];
  }
}
