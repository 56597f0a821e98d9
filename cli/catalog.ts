import { servicesText, serviceText } from './catalogText.ts';
import { type Found, findService, plain } from './findService.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { painter, safe } from './paint.ts';
import { readCatalog } from './read.ts';

export interface CatalogOptions {
  readonly format: 'text' | 'json';
}

/** What there is to say of a name that is not today's, or of nothing in this catalog. */
function nameText(wanted: string, { entry, named }: Found): string {
  const today = named && plain(named.now) !== plain(wanted) ? `: today that is ${named.now}` : '';
  const what = entry ? `"${safe(wanted)}"` : `The catalog has no service "${safe(wanted)}"`;
  const note = named ? ` ${named.note}` : '';
  return `${what}${today}.${note}`;
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
  const found = findService(known, wanted);
  const { entry, named } = found;
  if (!entry) {
    io.stderr(`${nameText(wanted, found)} "parapet catalog" lists all.\n`);
    return EXIT.usage;
  }
  if (named) io.stderr(`${nameText(wanted, found)}\n`);
  io.stdout(format === 'json' ? json(entry.service) : serviceText(entry, paint));
  return EXIT.clean;
}
