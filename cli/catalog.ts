import type { Catalog } from '../shared/catalog/catalog.ts';
import { coverageOf } from '../shared/catalog/coverage.ts';
import { findFlaws } from '../shared/catalog/quality.ts';
import { standardsOf } from '../shared/validate/standards.ts';
import { coverageText, servicesText, serviceText, standardsText } from './catalogText.ts';
import { type Found, findService, plain } from './findService.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { painter, safe } from './paint.ts';
import { readCatalog } from './read.ts';

export interface CatalogOptions {
  readonly format: 'text' | 'json';
  readonly catalog?: string;
  readonly standards?: true;
  readonly coverage?: true;
  readonly lint?: string;
}

/** What there is to say of a name that is not today's, or of nothing in this catalog. */
function nameText(wanted: string, { entry, named }: Found): string {
  const today = named && plain(named.now) !== plain(wanted) ? `: today that is ${safe(named.now)}` : '';
  const what = entry ? `"${safe(wanted)}"` : `The catalog has no service "${safe(wanted)}"`;
  const note = named ? ` ${safe(named.note)}` : '';
  return `${what}${today}.${note}`;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Checks an own catalog as the one that ships is checked. What the shipped part lacks is not its fault. */
async function lint(io: Io, folder: string, format: CatalogOptions['format']): Promise<ExitCode> {
  const [shipped, both] = [await readCatalog(io), await readCatalog(io, folder)];
  if (!shipped || !both) return EXIT.unreadable;
  const known = new Set(findFlaws(shipped).map(({ where, message }) => `${where}: ${message}`));
  const flaws = findFlaws(both).filter(({ where, message }) => !known.has(`${where}: ${message}`));
  if (format === 'json') io.stdout(json(flaws));
  else if (flaws.length === 0) io.stdout(`${safe(folder)}: no flaw found\n`);
  else io.stdout(flaws.map(({ where, message }) => `${safe(where)}: ${safe(message)}\n`).join(''));
  return flaws.length === 0 ? EXIT.clean : EXIT.findings;
}

function listServices(io: Io, known: Catalog, format: CatalogOptions['format']): ExitCode {
  const list = [...known.services.values()].map(({ service, controls }) => {
    return { id: service.id, name: service.name, group: service.group, controls: controls.length };
  });
  io.stdout(format === 'json' ? json(list) : servicesText(known, painter(io.colours)));
  return EXIT.clean;
}

function showService(io: Io, known: Catalog, wanted: string, format: CatalogOptions['format']): ExitCode {
  const found = findService(known, wanted);
  const { entry, named } = found;
  if (!entry) {
    io.stderr(`${nameText(wanted, found)} "parapet catalog" lists all.\n`);
    return EXIT.usage;
  }
  if (named) io.stderr(`${nameText(wanted, found)}\n`);
  io.stdout(format === 'json' ? json(entry.service) : serviceText(entry, painter(io.colours)));
  return EXIT.clean;
}

/** `catalog [SERVICE]`: what Parapet knows, as a list of services, all about one, its standards, coverage or flaws. */
export async function catalog(io: Io, wanted: string | undefined, options: CatalogOptions): Promise<ExitCode> {
  const { format } = options;
  const modes = [wanted, options.standards, options.coverage, options.lint].filter((mode) => mode !== undefined);
  if (modes.length > 1) {
    io.stderr('Ask for one thing: a service, --standards, --coverage or --lint.\n');
    return EXIT.usage;
  }
  if (options.lint !== undefined) return lint(io, options.lint, format);
  const known = await readCatalog(io, options.catalog);
  if (!known) return EXIT.unreadable;
  const paint = painter(io.colours);
  if (options.coverage) {
    const coverage = coverageOf(known);
    io.stdout(format === 'json' ? json(coverage) : coverageText(coverage, paint));
    return EXIT.clean;
  }
  if (options.standards) {
    const standards = standardsOf(known).map(({ id, name, version, requirements }) => {
      return { id, name, version, requirements: requirements.length };
    });
    io.stdout(format === 'json' ? json(standards) : standardsText(standards, paint));
    return EXIT.clean;
  }
  return wanted === undefined ? listServices(io, known, format) : showService(io, known, wanted, format);
}
