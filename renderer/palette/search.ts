import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { BoundaryKind, FormerName, Service } from '../../shared/catalog/schema.ts';
import { fitOf, type Name, nameOf, slipJudge } from './fit.ts';

/** Something that can be put on the canvas. */
export type PaletteItem =
  | { readonly kind: 'service'; readonly id: string; readonly service: Service }
  | { readonly kind: 'boundary'; readonly id: string; readonly boundary: BoundaryKind };

/** An item that a search found; `because` says so when it was found by another name than today's. */
export interface Hit {
  readonly item: PaletteItem;
  readonly because: string | null;
}

/** What a search has to say about a name that leads to nothing here. */
export interface Explanation {
  readonly text: string;
  readonly note: string | null;
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly explanations: readonly Explanation[];
}

const NOTHING: Found = { hits: [], explanations: [] };

/** A name that something can be found by. */
export interface Term {
  readonly name: Name;
  /** Said when it was found by this name. */
  readonly because: string | null;
}

/** Something that can be found. */
export interface Candidate {
  readonly terms: readonly Term[];
  /** True for what another word than its name says less about than about others. */
  readonly vague?: boolean;
}

/** A candidate of the palette. */
export interface PaletteCandidate extends Candidate {
  readonly item: PaletteItem;
  readonly label: string;
}

const MAKER = /^(Amazon|AWS) /;
const today = (name: string): Term => ({ name: nameOf(name), because: null });
const alias = (name: string): Term => ({ name: nameOf(name), because: `also “${name}”` });
const former = (name: string): Term => ({ name: nameOf(name), because: `formerly ${name.replace(MAKER, '')}` });

function serviceTerms(service: Service, names: readonly FormerName[]): readonly Term[] {
  const led = names.filter((each) => each.service === service.id);
  return [
    today(service.name),
    today(service.shortName),
    ...service.formerNames.map((each) => former(each.name)),
    ...led.map((each) => former(each.name)),
    ...service.aliases.map(alias),
  ];
}

const candidates = new WeakMap<Catalog, readonly PaletteCandidate[]>();

/** All that the palette offers, with today's and old names and other words. Made once for each catalog. */
export function paletteCandidates(catalog: Catalog): readonly PaletteCandidate[] {
  const known = candidates.get(catalog);
  if (known) return known;
  const services = [...catalog.services.values()]
    .filter(({ service }) => service.retired === undefined)
    .map(({ service }) => ({
      item: { kind: 'service', id: service.id, service } as const,
      label: service.shortName,
      terms: serviceTerms(service, catalog.names),
      // Another word for something outside says less: "PostgreSQL" is more often RDS for PostgreSQL.
      vague: service.group === 'outside',
    }));
  const boundaries = [...catalog.boundaries.values()].map(({ kind }) => ({
    item: { kind: 'boundary', id: kind.id, boundary: kind } as const,
    label: kind.name,
    terms: [today(kind.name), ...kind.aliases.map(alias)],
  }));
  const all = [...services, ...boundaries].sort((a, b) => a.label.localeCompare(b.label, 'en'));
  candidates.set(catalog, all);
  return all;
}

/** What was found, and how: a smaller rank fits better. */
export interface Ranked<C extends Candidate> {
  readonly candidate: C;
  readonly because: string | null;
  readonly rank: number;
  /** Letters of the shortest of today's names that fits so; without one infinite. */
  readonly length: number;
}

/** The best name of a candidate decides its rank. What is said prefers today's name, then a former one, to an alias. */
function rank<C extends Candidate>(candidate: C, judge: (name: Name) => number | null): Ranked<C> | null {
  let said: Term | null = null;
  let best = Infinity;
  let length = Infinity;
  for (const term of candidate.terms) {
    const value = judge(term.name);
    if (value === null) continue;
    said ??= term;
    const fit = candidate.vague && term.because !== null ? Math.max(value, 2) : value;
    if (fit < best) length = Infinity;
    best = Math.min(best, fit);
    if (fit === best && term.because === null) length = Math.min(length, term.name.short.length);
  }
  return said && { candidate, because: said.because, rank: best, length };
}

const rankAll = <C extends Candidate>(all: readonly C[], judge: (name: Name) => number | null): readonly Ranked<C>[] =>
  all.flatMap((candidate) => rank(candidate, judge) ?? []);

/** What fits a query; all of its words must, upper and lower case alike. In the order given. */
export const findAll = <C extends Candidate>(all: readonly C[], query: Name): readonly Ranked<C>[] =>
  query.words.length === 0 ? [] : rankAll(all, (name) => fitOf(query, name));

/** What would fit a query if some letters in it were mistyped. In the order given. */
export const findMistyped = <C extends Candidate>(all: readonly C[], query: Name): readonly Ranked<C>[] =>
  query.words.length === 0 ? [] : rankAll(all, slipJudge(query));

/** Among those that fit as well: where a name begins so, today's names come first; else what is no service of AWS is last. */
function tieOf({ rank: value, because, candidate }: Ranked<Candidate>): number {
  const [other, away] = [because === null ? 0 : 1, candidate.vague ? 1 : 0];
  return value <= 1 ? 2 * other + away : 2 * away + other;
}

/** Of names that begin so, the shorter one is nearer to what was typed. */
const byLength = (a: Ranked<Candidate>, b: Ranked<Candidate>): number =>
  a.rank > 1 || a.length === b.length ? 0 : a.length - b.length;

/** Best fit first. */
export const byFit = (a: Ranked<Candidate>, b: Ranked<Candidate>): number =>
  a.rank - b.rank || tieOf(a) - tieOf(b) || byLength(a, b);

const MOST_EXPLANATIONS = 3;

/** Names that lead nowhere here must be meant: two letters, or parts of words, are not enough. */
const isMeant = (query: Name, name: Name): boolean => query.whole.length > 2 && (fitOf(query, name) ?? 3) < 3;

const sameName = (a: string, b: string): boolean => nameOf(a).whole === nameOf(b).whole;

function explain({ name, now, note }: FormerName): Explanation {
  const text = sameName(name, now)
    ? `This catalog does not have ${now} yet.`
    : `${name} is called ${now} today; this catalog does not have it yet.`;
  return { text, note };
}

function explanations(catalog: Catalog, query: Name): readonly Explanation[] {
  const unknown = catalog.names.filter(({ service }) => service === undefined || !catalog.services.has(service));
  const retired = [...catalog.services.values()].flatMap(({ service }) =>
    service.retired && serviceTerms(service, []).some((term) => isMeant(query, term.name))
      ? [{ text: `${service.name} is retired since ${service.retired.since}.`, note: service.retired.instead }]
      : [],
  );
  const meant = unknown.filter((each) => isMeant(query, nameOf(each.name)));
  // One word is enough on each thing that has several old names.
  const known = meant.filter((each, i) => meant.findIndex(({ now }) => now === each.now) === i).map(explain);
  return [...known, ...retired].slice(0, MOST_EXPLANATIONS);
}

/**
 * What a search in the palette finds: services and boundaries by today's names, other words and old names, best fit
 * first; and a word on names that lead to nothing here. Where there is nothing of either, letters may be mistyped.
 */
export function searchPalette(catalog: Catalog, text: string): Found {
  const query = nameOf(text);
  if (query.words.length === 0) return NOTHING;
  const all = paletteCandidates(catalog);
  const fitting = findAll(all, query);
  const said = explanations(catalog, query);
  const ranked = fitting.length + said.length > 0 ? fitting : findMistyped(all, query);
  const hits = ranked.toSorted(byFit).map(({ candidate: { item }, because }) => ({ item, because }));
  return { hits, explanations: said };
}
