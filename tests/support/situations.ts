import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { AnswerValue, Predicate } from '../../shared/catalog/schema.ts';
import type { AnswerOf, Boundary, Diagram, Resource } from '../../shared/diagram/schema.ts';

/** What should be the case around one flow, by fact name. `undefined`: the property must stay unanswered. */
export type Situation = Readonly<Record<string, AnswerValue | undefined>>;

/** The pair that a situation is about. */
export interface Ends {
  readonly source: string;
  readonly target: string;
  readonly initiator: 'source' | 'target';
}

const AT = { x: 0, y: 0 };
const resource = (id: string, service: string, inside: string | null = null): Resource => ({
  id,
  service,
  name: id,
  inside,
  position: AT,
  answers: {},
  note: '',
});

/** A fact by the end it is about: `responder.engine` of a pull is one of the source. */
function atEnd(fact: string, ends: Ends): { readonly end: 'source' | 'target' | null; readonly rest: string } {
  const [head = '', ...rest] = fact.split('.');
  const other = ends.initiator === 'source' ? 'target' : 'source';
  const end = { source: 'source', target: 'target', initiator: ends.initiator, responder: other }[head] as
    | 'source'
    | 'target'
    | undefined;
  return end ? { end, rest: rest.join('.') } : { end: null, rest: fact };
}

const texts = (value: AnswerValue): readonly string[] => (Array.isArray(value) ? value : [String(value)]);

/** Outermost first, so that each may stand in the one before. */
const NESTING = ['on-premises', 'account', 'region', 'vpc', 'public-subnet', 'private-subnet', 'security-group'];

/**
 * The smallest diagram in which a situation is the case: two resources, the flow `flow`, and what the facts name
 * besides them. Null if it cannot be: a fact says which service an end is, and it is another one.
 */
export function diagramOf(situation: Situation, ends: Ends, catalog: Catalog): Diagram | null {
  const answers = { source: {}, target: {}, flow: {} } as Record<string, Record<string, AnswerOf>>;
  const kinds = { source: new Set<string>(), target: new Set<string>() };
  const around: Record<string, Record<string, AnswerOf>> = {};
  const more: Resource[] = [];
  const flows: { from: string; to: string }[] = [{ from: 'source', to: 'target' }];
  const neighbour = (end: 'source' | 'target', direction: string, service: string): Resource => {
    const id = `${end} ${direction} ${service}`;
    const there = more.find((each) => each.id === id);
    if (there) return there;
    const fresh = resource(id, service);
    more.push(fresh);
    flows.push(direction === 'sendsTo' ? { from: end, to: id } : { from: id, to: end });
    return fresh;
  };
  const far = new Set<string>();
  const shared = new Set<string>();
  for (const [fact, value] of Object.entries(situation)) {
    if (value === undefined) continue;
    const { end, rest } = atEnd(fact, ends);
    const [head = '', service, property] = rest.split('.');
    if (end === null) {
      if (fact === 'crosses') for (const kind of texts(value)) far.add(kind);
      else if (fact === 'shares') for (const kind of texts(value)) shared.add(kind);
      else (answers.flow ?? {})[fact] = value;
    } else if (head === 'service') {
      if (value !== ends[end]) return null;
    } else if (head === 'inside') for (const kind of texts(value)) kinds[end].add(kind);
    else if (head === 'sendsTo' || head === 'receivesFrom') {
      const named = service === undefined ? texts(value) : [service];
      for (const each of named) {
        const other = end === 'source' ? 'target' : 'source';
        if (service === undefined && each === ends[other]) {
          // The flow itself, or one that runs back.
          if ((head === 'sendsTo') !== (end === 'source')) flows.push({ from: 'target', to: 'source' });
          continue;
        }
        const drawn = neighbour(end, head, each);
        if (property === undefined) continue;
        const own = catalog.services.get(each)?.properties.find(({ id }) => id === property);
        const [text = ''] = texts(value);
        Object.assign(drawn.answers, { [property]: own?.type === 'boolean' ? text === 'true' : text });
      }
    } else if (service === undefined) (answers[end] ?? {})[head] = value;
    else {
      // A property of a boundary around the end.
      kinds[end].add(head);
      around[`${end} ${head}`] = { ...around[`${end} ${head}`], [service]: value };
    }
  }
  const boundaries: Boundary[] = [];
  const place = (end: 'source' | 'target'): string | null => {
    let inside: string | null = null;
    for (const kind of NESTING.filter((each) => kinds[end].has(each) || far.has(each))) {
      const id: string = shared.has(kind) ? `shared ${kind}` : `${end} ${kind}`;
      if (!boundaries.some((each) => each.id === id)) {
        const size = { width: 100, height: 100 };
        boundaries.push({ id, kind, name: id, inside, position: AT, size, answers: around[id] ?? {}, note: '' });
      }
      inside = id;
    }
    return inside;
  };
  return {
    name: '',
    boundaries,
    resources: [
      { ...resource('source', ends.source, place('source')), answers: answers.source ?? {} },
      { ...resource('target', ends.target, place('target')), answers: answers.target ?? {} },
      ...more,
    ],
    flows: flows.map(({ from, to }, i) => {
      const own = i === 0 ? (answers.flow ?? {}) : {};
      return { id: i === 0 ? 'flow' : `flow ${i}`, from, to, label: '', answers: own, note: '' };
    }),
    suppressions: [],
    texts: [],
  };
}

/** Both at once, or null if they contradict each other. Lists add up. */
export function merged(a: Situation, b: Situation): Situation | null {
  const both: Record<string, AnswerValue | undefined> = { ...a };
  for (const [fact, value] of Object.entries(b)) {
    const before = both[fact];
    if (Array.isArray(before) && Array.isArray(value)) both[fact] = [...new Set([...before, ...value])];
    else if (fact in both && before !== value) return null;
    else both[fact] = value;
  }
  return both;
}

const pairsOf = (a: readonly Situation[], b: readonly Situation[]): readonly Situation[] =>
  a.flatMap((one) =>
    b.flatMap((other) => {
      const both = merged(one, other);
      return both === null ? [] : [both];
    }),
  );

/** What values a property of the pair can have besides some. */
type OtherValues = (fact: string, not: readonly (string | boolean)[]) => readonly (string | boolean)[];

/** Situations in which a predicate has a truth, each by itself enough; not all there are. */
export function situations(predicate: Predicate, truth: boolean, other: OtherValues): readonly Situation[] {
  if ('not' in predicate) return situations(predicate.not, !truth, other);
  if ('all' in predicate || 'any' in predicate) {
    const parts = ('all' in predicate ? predicate.all : predicate.any).map((part) => situations(part, truth, other));
    return 'all' in predicate === truth ? parts.reduce(pairsOf, [{}]) : parts.flat();
  }
  const { fact } = predicate;
  if ('answered' in predicate) return truth ? [{}] : [{ [fact]: undefined }];
  if ('includes' in predicate) return truth ? [{ [fact]: [String(predicate.includes)] }] : [{}];
  const wanted =
    'equals' in predicate ? [predicate.equals] : 'oneOf' in predicate ? predicate.oneOf : [predicate.atLeast];
  return (truth ? wanted : other(fact, wanted)).map((value) => ({ [fact]: value }));
}
