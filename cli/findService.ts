import type { Catalog, ServiceEntry } from '../shared/catalog/catalog.ts';
import type { FormerName } from '../shared/catalog/schema.ts';

/** What a name leads to. */
export interface Found {
  readonly entry: ServiceEntry | null;
  /** What the catalog says of the name, if it is an old one or one of something that is not here. */
  readonly named: FormerName | null;
}

/** A name without its maker, upper case and punctuation, as people type it. */
export const plain = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').replace(/^(amazon|aws) | service$/g, '');

const namesOf = ({ service }: ServiceEntry): readonly string[] => [
  service.id,
  service.name,
  service.shortName,
  ...service.aliases,
  ...service.formerNames.map(({ name }) => name),
];

/** A service by id, or by any of its names, today's or old; and what is known of a name that is not today's. */
export function findService({ services, names }: Catalog, wanted: string): Found {
  const word = plain(wanted);
  const own = [...services.values()].find((entry) => namesOf(entry).some((name) => plain(name) === word));
  const old = names.find(({ name }) => plain(name) === word);
  if (own) return { entry: own, named: old ?? null };
  const named = old ?? names.find(({ now }) => plain(now) === word) ?? null;
  return { entry: services.get(named?.service ?? '') ?? null, named };
}
