import { DATA_LEVELS } from '../dataClasses.ts';
import type { Property } from './schema.ts';

/** The classes of data that reach an element: a fact of all kinds of element. */
export const DATA_FACT = 'data';

/** What the strongest of them comes to: a fact of all kinds of element, with an order for `atLeast`. */
export const DATA_LEVEL: Property = {
  id: 'dataLevel',
  label: 'Strongest class of data',
  type: 'choice',
  options: Object.entries(DATA_LEVELS).map(([value, label]) => ({ value, label })),
};

/** True for a fact that hangs on the classes of data that reach an element. */
export const readsData = (fact: string): boolean => {
  const last = fact.slice(fact.lastIndexOf('.') + 1);
  return last === DATA_FACT || last === DATA_LEVEL.id;
};

/** Facts of a resource that the drawing tells, all of them lists. */
export const RESOURCE_LISTS = ['inside', 'sendsTo', 'receivesFrom', 'diagramServices', DATA_FACT] as const;

/** Facts of a resource that count its neighbours by the flows: `none`, `one` or `several`. */
export const RESOURCE_COUNTS = ['senders', 'receivers'] as const;

/** Facts of a flow that the drawing tells: kinds of boundary that it crosses, and that both ends share. */
export const FLOW_LISTS = ['crosses', 'shares', DATA_FACT] as const;

/** Facts of a boundary that the drawing tells: kinds around it, services within it. */
export const BOUNDARY_LISTS = ['inside', 'contains', DATA_FACT] as const;

/** The ends of a flow: by direction of the data, and by who opens the connection. */
export const ENDS = ['source', 'target', 'initiator', 'responder'] as const;
export type End = (typeof ENDS)[number];

/** Who owns which properties: what fact names are looked up in. */
export interface Vocabulary {
  readonly services: ReadonlyMap<string, readonly Property[]>;
  readonly boundaries: ReadonlyMap<string, readonly Property[]>;
}

/** What a fact name stands for: a property, something the drawing tells, or nothing. */
export type Resolved = Property | 'graph' | null;

const find = (properties: readonly Property[] | undefined, id: string | undefined): Property | null =>
  properties?.find((property) => property.id === id) ?? null;

/**
 * A fact of a resource of `service`: its own property (`encryption`), what the drawing tells (`inside`), a property of
 * the boundary around it (`vpc.flowLogs`), or of the services it exchanges data with (`sendsTo.kms.keyState`).
 * With service `*`, a property of any service will do.
 */
export function resolveResourceFact(name: string, service: string, vocabulary: Vocabulary): Resolved {
  const [head = '', second, third, ...rest] = name.split('.');
  if (rest.length > 0) return null;
  if (second === undefined) {
    if (head === DATA_LEVEL.id) return DATA_LEVEL;
    if (head === 'service' || [...RESOURCE_LISTS, ...RESOURCE_COUNTS].some((told) => told === head)) return 'graph';
    if (service !== '*') return find(vocabulary.services.get(service), head);
    return [...vocabulary.services.values()].map((own) => find(own, head)).find((found) => found !== null) ?? null;
  }
  if (head === 'sendsTo' || head === 'receivesFrom') return find(vocabulary.services.get(second), third);
  return third === undefined ? find(vocabulary.boundaries.get(head), second) : null;
}

/** A fact of a boundary of `kind`: its own property, or what the drawing tells. */
export function resolveBoundaryFact(name: string, kind: string, vocabulary: Vocabulary): Resolved {
  if (name === DATA_LEVEL.id) return DATA_LEVEL;
  if (BOUNDARY_LISTS.some((list) => list === name)) return 'graph';
  const [head = '', second] = name.split('.');
  return second === undefined
    ? find(vocabulary.boundaries.get(kind), head)
    : find(vocabulary.boundaries.get(head), second);
}

/** The two services of a flow, and which of them opens the connection. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly initiator: 'source' | 'target';
}

/** The side of a flow that an end is, by who opens the connection. */
export function sideOf(end: End, initiator: Pair['initiator']): 'source' | 'target' {
  if (end === 'source' || end === 'target') return end;
  return (end === 'initiator') === (initiator === 'source') ? 'source' : 'target';
}

/** The service at one end of a flow. */
export const serviceAt = (end: End, { from, to, initiator }: Pair): string =>
  sideOf(end, initiator) === 'source' ? from : to;

/** A fact of a flow: its own property, what the drawing tells, or a fact of one of its ends (`target.encryption`). */
export function resolveFlowFact(name: string, pair: Pair, own: readonly Property[], vocabulary: Vocabulary): Resolved {
  if (name === DATA_LEVEL.id) return DATA_LEVEL;
  if (FLOW_LISTS.some((list) => list === name)) return 'graph';
  const dot = name.indexOf('.');
  if (dot < 0) return find(own, name);
  const end = ENDS.find((candidate) => candidate === name.slice(0, dot));
  return end ? resolveResourceFact(name.slice(dot + 1), serviceAt(end, pair), vocabulary) : null;
}
