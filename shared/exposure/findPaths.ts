import { classify } from '../classify/classify.ts';
import { reaching } from '../classify/propagate.ts';
import { DATA_LEVEL_IDS, levelOf } from '../dataClasses.ts';
import { boundariesAround } from '../diagram/graph.ts';
import type { Question, Resource, To } from '../diagram/schema.ts';
import { isWeak, type Judged, type Step, stepsOf } from './steps.ts';

/** A way from where somebody begins to what must not be reached. */
export interface Path {
  readonly resources: readonly string[];
  /** The flows between them. */
  readonly flows: readonly string[];
}

/** What a path leads through, in the order in which it is walked: resources, and the flows between them. */
export const elementsOn = ({ resources, flows }: Path): readonly string[] =>
  resources.flatMap((id, i) => [id, ...flows.slice(i, i + 1)]);

/** Paths, the shortest first; of equally short ones by the id of what they reach. */
export interface Paths {
  /** How many resources were asked about: where there is none, there is nothing to reach. */
  readonly asked: number;
  readonly paths: readonly Path[];
  /** True when there are more than are given. */
  readonly more: boolean;
}

/** As many paths as an answer has at most: one to each resource that is reached. */
export const MOST_PATHS = 100;

const accountOf = ({ diagram }: Judged, { inside }: Resource): string | null =>
  boundariesAround(diagram, inside).find(({ kind }) => kind === 'account')?.id ?? null;

/** True for what stands outside of AWS and of the company: users, devices, other companies. */
function isOutside({ diagram, catalog }: Judged, { service, inside }: Resource): boolean {
  const placement = catalog.services.get(service)?.service.placement;
  if (placement === 'external') return boundariesAround(diagram, inside).length === 0;
  return placement === 'vpc-or-external' && inside === null;
}

/** Where a question begins, in groups that are looked at apart: what begins in an account does not count in it. */
function beginnings(judged: Judged, { from }: Question): readonly { ids: readonly string[]; account: string | null }[] {
  const { resources } = judged.diagram;
  const one = (own: readonly Resource[]) => [{ ids: own.map(({ id }) => id), account: null }];
  switch (from.kind) {
    case 'internet':
      return one(
        resources.filter((each) => isOutside(judged, each) || isWeak(judged.report.elements.get(each.id), 'public')),
      );
    case 'service':
      return one(resources.filter(({ service }) => service === from.service));
    case 'resource':
      return one(resources.filter(({ id }) => id === from.id));
    case 'otherAccount': {
      const byAccount = new Map<string, string[]>();
      for (const each of resources) {
        const account = accountOf(judged, each);
        if (account !== null) byAccount.set(account, [...(byAccount.get(account) ?? []), each.id]);
      }
      return [...byAccount].map(([account, ids]) => ({ ids, account }));
    }
  }
}

/** True for what a question asks about: a store or any other place that such data reach, or the one resource. */
function isWanted(judged: Judged, to: To): (resource: Resource) => boolean {
  if (to.kind === 'resource') return ({ id }) => id === to.id;
  const classification = classify(judged);
  const least = DATA_LEVEL_IDS.indexOf(to.atLeast);
  return ({ id, service }) =>
    judged.catalog.services.get(service)?.service.group === 'store' &&
    DATA_LEVEL_IDS.indexOf(levelOf(reaching(classification, id))) >= least;
}

/** A resource on a path, and whether the path has gone through something weak by then. */
interface Spot {
  readonly id: string;
  readonly counts: boolean;
  readonly before: Spot | null;
  readonly by: string | null;
}

/** Shortest ways from some resources, breadth first; each resource is met once without and once with a weakness. */
function spread(
  judged: Judged,
  steps: ReadonlyMap<string, readonly Step[]>,
  ids: readonly string[],
  { through }: Question,
) {
  const { elements } = judged.report;
  const weak = (id: string): boolean => isWeak(elements.get(id), through);
  const met = { true: new Map<string, Spot>(), false: new Map<string, Spot>() };
  const waiting: Spot[] = [];
  const meet = (spot: Spot): void => {
    if (met.true.has(spot.id) || (!spot.counts && met.false.has(spot.id))) return;
    met[`${spot.counts}`].set(spot.id, spot);
    waiting.push(spot);
  };
  for (const id of [...ids].sort()) meet({ id, counts: weak(id), before: null, by: null });
  for (let i = 0; i < waiting.length; i++) {
    const spot = waiting[i];
    for (const { flow, to } of spot ? (steps.get(spot.id) ?? []) : []) {
      if (!spot) continue;
      meet({ id: to, counts: spot.counts || weak(flow) || weak(to), before: spot, by: flow });
    }
  }
  return met.true;
}

function pathTo(end: Spot): Path {
  const resources: string[] = [];
  const flows: string[] = [];
  for (let spot: Spot | null = end; spot; spot = spot.before) {
    resources.unshift(spot.id);
    if (spot.by !== null) flows.unshift(spot.by);
  }
  return { resources, flows };
}

const shortestFirst = (a: Path, b: Path): number =>
  a.flows.length - b.flows.length || ((a.resources.at(-1) ?? '') < (b.resources.at(-1) ?? '') ? -1 : 1);

/** True when a path is the one to tell of two to the same resource. */
const isBefore = (a: Path, b: Path): boolean =>
  a.flows.length < b.flows.length || (a.flows.length === b.flows.length && a.flows.join() < b.flows.join());

function findOn(judged: Judged, steps: ReadonlyMap<string, readonly Step[]>, question: Question): Paths {
  const wanted = judged.diagram.resources.filter(isWanted(judged, question.to));
  const best = new Map<string, Path>();
  for (const { ids, account } of beginnings(judged, question)) {
    const met = spread(judged, steps, ids, question);
    for (const resource of wanted) {
      const end = met.get(resource.id);
      if (!end || (account !== null && accountOf(judged, resource) === account)) continue;
      const path = pathTo(end);
      const known = best.get(resource.id);
      if (!known || isBefore(path, known)) best.set(resource.id, path);
    }
  }
  const paths = [...best.values()].sort(shortestFirst);
  return { asked: wanted.length, paths: paths.slice(0, MOST_PATHS), more: paths.length > MOST_PATHS };
}

/**
 * The answer to a question: a shortest path to each resource that it asks about and that is reached. The same whatever
 * the order of elements.
 */
export const findPaths = (judged: Judged, question: Question): Paths => findOn(judged, stepsOf(judged), question);

/** The answers to several questions; what they share is worked out once. */
export function findAllPaths(judged: Judged, questions: readonly Question[]): readonly Paths[] {
  const steps = stepsOf(judged);
  return questions.map((question) => findOn(judged, steps, question));
}
