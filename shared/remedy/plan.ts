import type { Catalog } from '../catalog/catalog.ts';
import type { Severity } from '../catalog/terms.ts';
import { kindName } from '../catalog/words.ts';
import type { Diagram } from '../diagram/schema.ts';
import { elementName } from '../validate/elementName.ts';
import type { Finding } from '../validate/report.ts';
import { type Effect, effectOf, type Situation } from './effect.ts';
import { aroundOf, type Remedy, remediesOf } from './remedies.ts';
import { kindIdOf, type Step, stepKey, stepText } from './step.ts';

/*
 * The smallest set of changes that closes the most. A change is one setting (or one thing to draw) on all elements of a
 * kind that lack it, as people make it: once in a template. Which gaps each closes is read off the conditions of the
 * controls; the set is found greedily, by what closes the most severity each time. No quick algorithm does
 * better than that in general: to close all that can be closed it takes at most 1 + ln(n) times as many changes as the
 * best set, n being the gaps that the largest change closes by weight. What it says is then tried with the real validator.
 */

/** What a gap of a severity counts: as much as three of the next one. */
export const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 81, high: 27, medium: 9, low: 3, info: 1 };

/** One setting, or one thing to draw, wherever it is missing. */
export interface Change {
  /** The same for the same change of the same diagram. */
  readonly key: string;
  readonly label: string;
  readonly steps: readonly Step[];
  /** All of it is what the catalog names as the one answer that is safe. */
  readonly safe: boolean;
  /** Gaps that it closes, besides those that changes before it close. */
  readonly gaps: readonly Finding[];
}

export interface Plan {
  /** What closes most by severity comes first. */
  readonly changes: readonly Change[];
  /** Gaps that nothing here closes. */
  readonly left: readonly Finding[];
}

interface Way {
  readonly gap: Finding;
  readonly remedy: Remedy;
  readonly atoms: readonly string[];
}

/** A step without its element: the same for all elements of a kind. */
const atomOf = (diagram: Diagram, step: Step): string =>
  `${kindIdOf(diagram, step.element)} ${stepKey({ ...step, element: '' })}`;

/** What a step decides: two that decide the same in another way exclude each other. */
function subjectOf(step: Step): string {
  switch (step.kind) {
    case 'answer':
      return `${step.element} ${step.property}`;
    case 'enclose':
      return `${step.element} enclose ${step.boundary}`;
    case 'connect':
      return `${step.element} connect ${step.direction} ${step.other.service}`;
    case 'add':
      return `add ${step.service}`;
    default:
      return `${step.element} ${step.kind}`;
  }
}

const settles = ({ steps }: Remedy): string => steps.map(subjectOf).sort().join();

const isRoute = ({ steps }: Remedy): boolean => steps.some(({ kind }) => kind === 'route');

/**
 * Where the catalog names a fix, only other values of the same properties may stand for it; where it names services to
 * go through, only those: that something not drawn does it is for people to say.
 */
function accepted(remedies: readonly Remedy[]): readonly Remedy[] {
  const fix = remedies.find(({ authored }) => authored);
  if (fix) return remedies.filter((each) => settles(each) === settles(fix));
  return remedies.some(isRoute) ? remedies.filter(isRoute) : remedies;
}

const gapsOf = ({ report }: Situation): readonly Finding[] =>
  report.findings.filter(({ outcome }) => outcome === 'gap');

function* waysOf(situation: Situation): Generator<undefined, readonly Way[]> {
  const { diagram, catalog } = situation;
  const around = aroundOf(diagram, catalog);
  const ways: Way[] = [];
  for (const gap of gapsOf(situation)) {
    for (const remedy of accepted(remediesOf(around, gap))) {
      ways.push({ gap, remedy, atoms: [...new Set(remedy.steps.map((step) => atomOf(diagram, step)))].sort() });
    }
    yield;
  }
  return ways;
}

const weightOf = ({ severity }: Finding): number => WEIGHTS[severity];

/** A change that may be made, with the ways that it is a part of. */
interface Candidate {
  readonly key: string;
  readonly atoms: ReadonlySet<string>;
  readonly ways: readonly Way[];
  /** What it would close when it was last looked at: never less than now. */
  worth: number;
}

function candidatesOf(ways: readonly Way[]): readonly Candidate[] {
  const byAtom = new Map<string, Way[]>();
  const sets = new Map<string, readonly string[]>();
  for (const way of ways) {
    sets.set(way.atoms.join('\n'), way.atoms);
    for (const atom of way.atoms) {
      const there = byAtom.get(atom);
      if (there) there.push(way);
      else byAtom.set(atom, [way]);
    }
  }
  return [...sets].map(([key, list]) => {
    const atoms = new Set(list);
    const touched = new Set(list.flatMap((atom) => byAtom.get(atom) ?? []));
    return {
      key,
      atoms,
      ways: [...touched].filter((way) => way.atoms.every((atom) => atoms.has(atom))),
      worth: Infinity,
    };
  });
}

/** What has been chosen so far: gaps closed, and what each element was given. */
interface Chosen {
  readonly closed: Set<string>;
  readonly decided: Map<string, string>;
}

/** The ways of a candidate that close a gap still open, one a gap, none against what was decided before. */
function newWays({ ways }: Candidate, { closed, decided }: Chosen): readonly Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    if (closed.has(way.gap.key) || found.has(way.gap.key)) continue;
    const fits = way.remedy.steps.every((step) => (decided.get(subjectOf(step)) ?? stepKey(step)) === stepKey(step));
    if (fits) found.set(way.gap.key, way);
  }
  return [...found.values()];
}

const worthOf = (ways: readonly Way[]): number => ways.reduce((sum, { gap }) => sum + weightOf(gap), 0);

const authoredFirst = (ways: readonly Way[]): number => (ways.some(({ remedy }) => remedy.authored) ? 0 : 1);

/** The candidate that closes most now. Those whose last worth is below the best one need not be looked at again. */
function best(candidates: Candidate[], chosen: Chosen): readonly Way[] {
  candidates.sort(
    (a, b) => b.worth - a.worth || authoredFirst(a.ways) - authoredFirst(b.ways) || (a.key < b.key ? -1 : 1),
  );
  let found: { readonly ways: readonly Way[]; readonly worth: number } = { ways: [], worth: 0 };
  for (const candidate of candidates) {
    if (candidate.worth <= found.worth) break;
    const ways = newWays(candidate, chosen);
    candidate.worth = worthOf(ways);
    if (candidate.worth > found.worth) found = { ways, worth: candidate.worth };
  }
  return found.ways;
}

function labelOf(diagram: Diagram, catalog: Catalog, ways: readonly Way[]): string {
  const [first] = ways;
  if (!first) return '';
  const { authored, label, steps } = first.remedy;
  if (authored && ways.every(({ remedy }) => remedy.label === label)) return label;
  return steps.map((each) => stepText(diagram, catalog, each, each.element)).join('; ');
}

function changeOf({ diagram, catalog }: Situation, ways: readonly Way[]): Change {
  const steps = new Map(ways.flatMap(({ remedy }) => remedy.steps.map((step) => [stepKey(step), step])));
  const elements = new Set([...steps.values()].map(({ element }) => element));
  const label = labelOf(diagram, catalog, ways);
  const isOneEach = elements.size > 1 && [...steps.values()].some((step) => step.kind === 'route' && !step.other.id);
  const kind = kindText(diagram, catalog, [...elements]) + (isOneEach ? ', one each' : '');
  return {
    key: (ways[0]?.atoms ?? []).join('\n'),
    label: kind === '' ? label : `${label} · ${kind}`,
    steps: [...steps.values()],
    safe: ways.every(({ remedy }) => remedy.authored),
    gaps: ways.map(({ gap }) => gap),
  };
}

/** `clicks`, or `5 × S3`: what a change is made on. */
function kindText(diagram: Diagram, catalog: Catalog, ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined) return '';
  if (ids.length === 1) return elementName(diagram, catalog, first);
  const kind = kindIdOf(diagram, first);
  return kind === 'flow' ? `${ids.length} flows` : `${ids.length} × ${kindName(catalog, kind)}`;
}

/**
 * All changes that close a gap, in the order in which they are worth most: piece by piece, so that whoever has a window to
 * keep alive can rest between two of them.
 */
export function* planning(situation: Situation): Generator<undefined, Plan> {
  const ways = yield* waysOf(situation);
  let candidates = [...candidatesOf(ways)];
  const chosen: Chosen = { closed: new Set(), decided: new Map() };
  const changes: Change[] = [];
  for (let next = best(candidates, chosen); next.length > 0; next = best(candidates, chosen)) {
    changes.push(changeOf(situation, next));
    for (const { gap, remedy } of next) {
      chosen.closed.add(gap.key);
      for (const step of remedy.steps) chosen.decided.set(subjectOf(step), stepKey(step));
    }
    candidates = candidates.filter(({ worth }) => worth > 0);
    yield;
  }
  return { changes, left: gapsOf(situation).filter(({ key }) => !chosen.closed.has(key)) };
}

/** The same at once. */
export function planOf(situation: Situation): Plan {
  const work = planning(situation);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What goes into a boundary goes there before another one is drawn around it; flows are answered before they are led elsewhere. */
const ORDER: Readonly<Record<Step['kind'], number>> = { place: 0, answer: 1, enclose: 1, connect: 1, add: 1, route: 2 };

/** The steps of some changes, in the order in which they are done. */
export function stepsOf(changes: readonly Change[]): readonly Step[] {
  return changes.flatMap(({ steps }) => steps).sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** What some changes would come to together, tried with the real validator. */
export const effectOfChanges = (situation: Situation, changes: readonly Change[]): Effect =>
  effectOf(situation, stepsOf(changes));

/** The first changes that close four of five of the gaps that all of them close: a few usually do. */
export function fewest({ changes }: Plan): readonly Change[] {
  const all = changes.reduce((sum, { gaps }) => sum + gaps.length, 0);
  let closed = 0;
  let count = 0;
  for (const { gaps } of changes) {
    if (closed >= all * 0.8) break;
    closed += gaps.length;
    count++;
  }
  return changes.slice(0, count);
}
