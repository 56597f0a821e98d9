import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { BoundaryKind, FormerName, Service } from '../../shared/catalog/schema.ts';

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

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const MAKER = /^(Amazon|AWS) /;

/** How well words fit a name: 0 the very name, 1 its beginning, 2 beginnings of its words, 3 parts of it; null not. */
function fitOf(query: readonly string[], name: string): number | null {
  const words = wordsOf(name);
  const [asked, whole] = [query.join(' '), words.join(' ')];
  const short = wordsOf(name.replace(MAKER, '')).join(' ');
  if (asked === whole || asked === short) return 0;
  if (whole.startsWith(asked) || short.startsWith(asked)) return 1;
  if (query.every((word) => words.some((candidate) => candidate.startsWith(word)))) return 2;
  return query.every((word) => whole.includes(word)) ? 3 : null;
}

interface Term {
  readonly name: string;
  /** Said when the item was found by this name. */
  readonly because: string | null;
}

interface Candidate {
  readonly item: PaletteItem;
  readonly label: string;
  readonly terms: readonly Term[];
}

const today = (name: string): Term => ({ name, because: null });
const alias = (name: string): Term => ({ name, because: `also “${name}”` });
const former = (name: string): Term => ({ name, because: `formerly ${name.replace(MAKER, '')}` });

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

function candidatesOf(catalog: Catalog): readonly Candidate[] {
  const services = [...catalog.services.values()]
    .filter(({ service }) => service.retired === undefined)
    .map(({ service }) => ({
      item: { kind: 'service', id: service.id, service } as const,
      label: service.shortName,
      terms: serviceTerms(service, catalog.names),
    }));
  const boundaries = [...catalog.boundaries.values()].map(({ kind }) => ({
    item: { kind: 'boundary', id: kind.id, boundary: kind } as const,
    label: kind.name,
    terms: [today(kind.name), ...kind.aliases.map(alias)],
  }));
  return [...services, ...boundaries];
}

interface Ranked extends Hit {
  readonly rank: number;
  /** True for what is no service of AWS, which comes after those that fit as well. */
  readonly outside: boolean;
  readonly label: string;
}

/** Among those that fit as well: where a name begins so, today's names come first; else what is no service of AWS is last. */
function tieOf({ rank, because, outside }: Ranked): number {
  const [other, away] = [because === null ? 0 : 1, outside ? 1 : 0];
  return rank <= 1 ? 2 * other + away : 2 * away + other;
}

/** The best name of a candidate decides its rank. What is said prefers today's name, then a former one, to an alias. */
function rank({ item, label, terms }: Candidate, query: readonly string[]): Ranked | null {
  const outside = item.kind === 'service' && item.service.group === 'outside';
  const fits = terms.flatMap((term) => {
    const value = fitOf(query, term.name);
    // Another word for something outside says less: "PostgreSQL" is more often RDS for PostgreSQL.
    return value === null ? [] : [{ term, value: outside && term.because !== null ? Math.max(value, 2) : value }];
  });
  const [said] = fits;
  return said === undefined
    ? null
    : { item, label, outside, because: said.term.because, rank: Math.min(...fits.map((each) => each.value)) };
}

const MOST_EXPLANATIONS = 3;

/** Names that lead nowhere here must be meant: two letters, or parts of words, are not enough. */
const isMeant = (query: readonly string[], name: string): boolean =>
  query.join(' ').length > 2 && (fitOf(query, name) ?? 3) < 3;

const sameName = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

function explain({ name, now, note }: FormerName): Explanation {
  const text = sameName(name, now)
    ? `This catalog does not have ${now} yet.`
    : `${name} is called ${now} today; this catalog does not have it yet.`;
  return { text, note };
}

function explanations(catalog: Catalog, query: readonly string[]): readonly Explanation[] {
  const unknown = catalog.names.filter(({ service }) => service === undefined || !catalog.services.has(service));
  const retired = [...catalog.services.values()].flatMap(({ service }) =>
    service.retired && serviceTerms(service, []).some((term) => isMeant(query, term.name))
      ? [{ text: `${service.name} is retired since ${service.retired.since}.`, note: service.retired.instead }]
      : [],
  );
  const meant = unknown.filter((each) => isMeant(query, each.name));
  // One word is enough on each thing that has several old names.
  const known = meant.filter((each, i) => meant.findIndex(({ now }) => now === each.now) === i).map(explain);
  return [...known, ...retired].slice(0, MOST_EXPLANATIONS);
}

/**
 * What a search in the palette finds: services and boundaries by today's names, other words and old names, best fit
 * first; and a word on names that lead to nothing here. All words of the query must fit, upper and lower case alike.
 */
export function searchPalette(catalog: Catalog, query: string): Found {
  const words = wordsOf(query);
  if (words.length === 0) return NOTHING;
  const ranked = candidatesOf(catalog).flatMap((candidate) => rank(candidate, words) ?? []);
  ranked.sort((a, b) => a.rank - b.rank || tieOf(a) - tieOf(b) || a.label.localeCompare(b.label, 'en'));
  return { hits: ranked.map(({ item, because }) => ({ item, because })), explanations: explanations(catalog, words) };
}
