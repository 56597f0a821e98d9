import type { Catalog } from '../catalog/catalog.ts';
import { DATA_FACT, DATA_LEVEL, type End } from '../catalog/factNames.ts';
import { misfit } from '../catalog/misfit.ts';
import type { Fact, FactReader } from '../catalog/predicate.ts';
import type { AnswerValue, Property } from '../catalog/schema.ts';
import { dataAt, dataIn, dataOn } from '../classify/classify.ts';
import { type ClassSet, classesOf, levelOf } from '../dataClasses.ts';
import { boundariesAround, flowEnds, idsWithin, resourcesById } from '../diagram/graph.ts';
import { regionCode } from '../diagram/regionCode.ts';
import type { Answers, Boundary, Diagram, Flow, Resource } from '../diagram/schema.ts';

type OwnAnswers = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const UNANSWERED: Fact = { value: null, origin: 'unanswered' };
const ABSENT: Fact = { value: null, origin: 'graph' };

interface NameParts {
  readonly head: string;
  /** What follows the first dot. */
  readonly rest: string | null;
}

const knownParts = new Map<string, NameParts>();

/** A dotted name taken apart, once: the names of facts come from the catalog, and every element asks for the same ones. */
function partsOf(name: string): NameParts {
  const before = knownParts.get(name);
  if (before) return before;
  const dot = name.indexOf('.');
  const parts = dot < 0 ? { head: name, rest: null } : { head: name.slice(0, dot), rest: name.slice(dot + 1) };
  knownParts.set(name, parts);
  return parts;
}

/** A fact that knows its name: what an assessment gives as its reason. */
export interface NamedFact extends Fact {
  readonly fact: string;
}

/** A `FactReader` that remembers what it has read. */
export type NamedReader = (name: string) => NamedFact;

const drawn = (value: AnswerValue): Fact => ({ value, origin: 'graph' });

/** A fact on the classes of data that reach an element, or null for any other name. */
function dataFact(name: string, reaching: () => ClassSet): Fact | null {
  if (name === DATA_FACT) return drawn([...classesOf(reaching())]);
  return name === DATA_LEVEL.id ? drawn(levelOf(reaching())) : null;
}

function byDefault(property: Property, answers: OwnAnswers): Fact {
  const own = property.awsDefault;
  if (!own) return UNANSWERED;
  const created = answers.createdOn;
  if (own.since !== undefined && typeof created === 'string' && created !== '' && created < own.since) {
    return own.before === undefined ? UNANSWERED : { value: own.before, origin: 'awsDefault' };
  }
  return { value: own.value, origin: 'awsDefault' };
}

/**
 * The value of a property: the answer if it is one the property can have, else the AWS default of the time the
 * resource was created, else unanswered.
 */
export function factOfProperty(property: Property, answers: OwnAnswers | Answers): Fact {
  const answer = answers[property.id];
  if (answer === undefined || misfit(property, answer as AnswerValue) !== null) return byDefault(property, answers);
  return { value: answer as AnswerValue, origin: 'answer' };
}

const byId = new WeakMap<readonly Property[], ReadonlyMap<string, Property>>();

/** Properties of a service by id: the list of a catalog lives as long as the catalog. */
function indexOf(properties: readonly Property[]): ReadonlyMap<string, Property> {
  const known = byId.get(properties);
  if (known) return known;
  const index = new Map(properties.map((property) => [property.id, property]));
  byId.set(properties, index);
  return index;
}

function ownFact(properties: readonly Property[] | undefined, id: string, answers: OwnAnswers): Fact {
  const property = properties && indexOf(properties).get(id);
  return property ? factOfProperty(property, answers) : ABSENT;
}

/** Kinds of boundary around something, with those that they imply, innermost first. */
function kindsAround(catalog: Catalog, chain: readonly Boundary[]): readonly string[] {
  const kinds = chain.flatMap(({ kind }) => [kind, ...(catalog.boundaries.get(kind)?.kind.implies ?? [])]);
  return [...new Set(kinds)];
}

/** True for a resource of a service, or of a variant of it. */
export const isKindOf = (catalog: Catalog, resource: Resource, service: string): boolean =>
  resource.service === service || catalog.services.get(resource.service)?.service.variantOf === service;

/** One property over several neighbours: the values it has, and whether some of them are unknown. */
function overNeighbours(catalog: Catalog, neighbours: readonly Resource[], service: string, property: string): Fact {
  const facts = neighbours
    .filter((neighbour) => isKindOf(catalog, neighbour, service))
    .map((neighbour) => ownFact(catalog.services.get(neighbour.service)?.properties, property, neighbour.answers));
  const values = facts.flatMap(({ value }) => (value === null ? [] : Array.isArray(value) ? value : [String(value)]));
  const incomplete = facts.some(({ origin }) => origin === 'unanswered');
  return { value: [...new Set(values)].sort(), origin: 'graph', ...(incomplete ? { incomplete } : {}) };
}

/** What facts are read from, and what has been read so far: every flow asks both of its ends. */
export interface Around {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly memo: Memo;
}

/** Readers by resource; borders by the places of two ends. Good for one catalog and one diagram. */
export interface Memo {
  readonly readers: Map<string, NamedReader>;
  readonly borders: Map<string, Borders>;
}

export const newMemo = (): Memo => ({ readers: new Map(), borders: new Map() });

const defined = <T>(items: readonly (T | undefined)[]): readonly T[] => items.filter((item) => item !== undefined);

/** The resources that one sends data to, or receives data from: one for each flow. */
export function neighboursOf({ diagram }: Around, resource: Resource, direction: 'sendsTo' | 'receivesFrom') {
  const byId = resourcesById(diagram.resources);
  const ends = flowEnds(diagram.flows);
  return direction === 'sendsTo'
    ? defined((ends.out.get(resource.id) ?? []).map((flow) => byId.get(flow.to)))
    : defined((ends.in.get(resource.id) ?? []).map((flow) => byId.get(flow.from)));
}

/** Services of some resources; a variant counts as the service it is a variant of, too. */
function services(catalog: Catalog, resources: readonly Resource[]): Fact {
  const own = [...new Set(resources.map(({ service }) => service))].sort();
  const bases = defined(own.map((service) => catalog.services.get(service)?.service.variantOf));
  return drawn(bases.length === 0 ? own : [...new Set([...own, ...bases])].sort());
}

const COUNTS = { senders: 'receivesFrom', receivers: 'sendsTo' } as const;

function howMany(neighbours: readonly Resource[]): Fact {
  const count = new Set(neighbours).size;
  return drawn(count === 0 ? 'none' : count === 1 ? 'one' : 'several');
}

/** Facts of a resource: its answers, and what the drawing says of it. Remembers what it has read. */
export function resourceFacts(around: Around, resource: Resource): NamedReader {
  const { readers } = around.memo;
  const before = readers.get(resource.id);
  if (before) return before;
  const reader = readResource(around, resource);
  readers.set(resource.id, reader);
  return reader;
}

function readResource(around: Around, resource: Resource): NamedReader {
  const { catalog, diagram } = around;
  const own = catalog.services.get(resource.service)?.properties;
  const readSimple = (name: string): Fact => {
    switch (name) {
      case 'service':
        return drawn(resource.service);
      case 'inside':
        return drawn([...kindsAround(catalog, boundariesAround(diagram, resource.inside))]);
      case 'sendsTo':
      case 'receivesFrom':
        return services(catalog, neighboursOf(around, resource, name));
      case 'senders':
      case 'receivers':
        return howMany(neighboursOf(around, resource, COUNTS[name]));
      case 'diagramServices':
        return services(catalog, diagram.resources);
      default:
        return dataFact(name, () => dataAt(around, resource)) ?? ownFact(own, name, resource.answers);
    }
  };
  const read: FactReader = (name) => {
    const { head, rest } = partsOf(name);
    if (rest === null) return readSimple(name);
    if (head === 'sendsTo' || head === 'receivesFrom') {
      const { head: service, rest: property } = partsOf(rest);
      return overNeighbours(catalog, neighboursOf(around, resource, head), service, property ?? '');
    }
    const boundary = boundariesAround(diagram, resource.inside).find(({ kind }) => kind === head);
    return boundary ? ownFact(catalog.boundaries.get(head)?.properties, rest, boundary.answers) : ABSENT;
  };
  return remembering(read);
}

function remembering(read: FactReader): NamedReader {
  const known = new Map<string, NamedFact>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const { value, origin, incomplete = false } = read(name);
    const fact = { fact: name, value, origin, incomplete };
    known.set(name, fact);
    return fact;
  };
}

/** A Region is drawn once in each account: boxes that bear the same code ("eu-west-1") stand for one Region. */
const isSame = (one: Boundary) => (other: Boundary) => {
  if (one.id === other.id) return true;
  const code = regionCode(one);
  return code !== undefined && code === regionCode(other);
};

/** Kinds of boundary that the two ends share, and kinds that at least one end is in and the other is not in the same. */
interface Borders {
  readonly shares: Fact;
  readonly crosses: Fact;
}

function bordersBetween(around: Around, source: Resource, target: Resource): Borders {
  const { borders } = around.memo;
  const places = `${source.inside ?? ''}>${target.inside ?? ''}`;
  const before = borders.get(places);
  if (before) return before;
  const found = findBorders(around, source.inside, target.inside);
  borders.set(places, found);
  return found;
}

function findBorders({ diagram, catalog }: Around, source: string | null, target: string | null): Borders {
  const from = boundariesAround(diagram, source);
  const to = boundariesAround(diagram, target);
  const inBoth = (boundary: Boundary) =>
    (from.includes(boundary) || from.some(isSame(boundary))) && (to.includes(boundary) || to.some(isSame(boundary)));
  const shared = from.filter(inBoth);
  const differing = [...from, ...to].filter((boundary) => !inBoth(boundary));
  return {
    shares: drawn([...kindsAround(catalog, shared)].sort()),
    crosses: drawn([...new Set(differing.map(({ kind }) => kind))].sort()),
  };
}

/** Facts of a flow: its answers, what it crosses, and the facts of its ends. */
export function flowFacts(around: Around, flow: Flow, source: Resource, target: Resource): NamedReader {
  const entry = around.catalog.flow(source.service, target.service);
  const atSource = resourceFacts(around, source);
  const atTarget = resourceFacts(around, target);
  const sourceStarts = entry.rule.initiator === 'source';
  const ends: Readonly<Record<End, FactReader>> = {
    source: atSource,
    target: atTarget,
    initiator: sourceStarts ? atSource : atTarget,
    responder: sourceStarts ? atTarget : atSource,
  };
  return remembering((name) => {
    if (name === 'crosses' || name === 'shares') return bordersBetween(around, source, target)[name];
    const { head, rest } = partsOf(name);
    if (rest === null)
      return dataFact(name, () => dataOn(around, flow)) ?? ownFact(entry.properties, name, flow.answers);
    return head in ends ? ends[head as End](rest) : ABSENT;
  });
}

/** Facts of a boundary: its answers, what is around it and in it. */
export function boundaryFacts(around: Around, boundary: Boundary): NamedReader {
  const { catalog, diagram } = around;
  return remembering((name) => {
    if (name === 'inside') return drawn([...kindsAround(catalog, boundariesAround(diagram, boundary.inside))]);
    if (name === 'contains') {
      const within = idsWithin(diagram, [boundary.id]);
      const byId = resourcesById(diagram.resources);
      return services(catalog, defined([...within].map((id) => byId.get(id))));
    }
    const data = dataFact(name, () => dataIn(around, boundary));
    if (data) return data;
    const { head, rest } = partsOf(name);
    if (rest === null) return ownFact(catalog.boundaries.get(boundary.kind)?.properties, name, boundary.answers);
    const outer = boundariesAround(diagram, boundary.inside).find(({ kind }) => kind === head);
    return outer ? ownFact(catalog.boundaries.get(head)?.properties, rest, outer.answers) : ABSENT;
  });
}
