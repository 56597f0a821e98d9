import type { Catalog, ServiceEntry } from '../shared/catalog/catalog.ts';
import { servicesText, serviceText } from './catalogText.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { painter, safe } from './paint.ts';
import { readCatalog } from './read.ts';

export interface CatalogOptions {
  readonly format: 'text' | 'json';
}

/** A service by id, or by any of its names, today's or old, in any case. */
function findService({ services }: Catalog, wanted: string): ServiceEntry | undefined {
  const word = wanted.trim().toLowerCase();
  const namesOf = ({ service }: ServiceEntry) => [
    service.name,
    service.shortName,
    ...service.aliases,
    ...service.formerNames.map(({ name }) => name),
  ];
  return (
    services.get(word) ?? [...services.values()].find((entry) => namesOf(entry).some((n) => n.toLowerCase() === word))
  );
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `catalog [SERVICE]`: what Parapet knows, as a list of services or all about one. */
export async function catalog(io: Io, wanted: string | undefined, { format }: CatalogOptions): Promise<ExitCode> {
  const known = await readCatalog(io);
  if (!known) return EXIT.unreadable;
  const paint = painter(io.colours);
  if (wanted === undefined) {
    const list = [...known.services.values()].map(({ service, controls }) => {
      return { id: service.id, name: service.name, group: service.group, controls: controls.length };
    });
    io.stdout(format === 'json' ? json(list) : servicesText(known, paint));
    return EXIT.clean;
  }
  const entry = findService(known, wanted);
  if (!entry) {
    io.stderr(`The catalog has no service "${safe(wanted)}". "parapet catalog" lists all.\n`);
    return EXIT.usage;
  }
  io.stdout(format === 'json' ? json(entry.service) : serviceText(entry, paint));
  return EXIT.clean;
}
