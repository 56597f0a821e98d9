import type { Catalog } from './catalog.ts';
import { crossCheck } from './crossCheck.ts';
import { link } from './link.ts';
import { type Located, NO_PARTS, type Parts, type Problem } from './parts.ts';
import { Addition, BoundaryKind, FlowFile, FlowTopic, Framework, NameFile, OverrideFile, Service } from './schema.ts';

/** One file of a catalog folder: its path there with forward slashes (`services/s3.json`), and its parsed JSON. */
export interface CatalogFile {
  readonly path: string;
  readonly content: unknown;
}

export type ParsedCatalog =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Folder of the catalog → the schema of its files. Other folders (samples, schema) are not the catalog's. */
export const CATALOG_FOLDERS = {
  services: Service,
  boundaries: BoundaryKind,
  'flow-controls': FlowTopic,
  flows: FlowFile,
  frameworks: Framework,
  names: NameFile,
  additions: Addition,
  overrides: OverrideFile,
} as const;
type Folder = keyof typeof CATALOG_FOLDERS;

const folderOf = (file: string): Folder | undefined =>
  (Object.keys(CATALOG_FOLDERS) as Folder[]).find((folder) => file.startsWith(`${folder}/`));

const SHOWN = 60;

/** The value at a path of an issue, short enough for a message. */
function valueAt(content: unknown, path: readonly PropertyKey[]): string {
  let at = content;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  if (at === undefined) return 'it is missing';
  const text = JSON.stringify(at) ?? typeof at;
  return `it is ${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}`;
}

function parseFile(file: CatalogFile, folder: Folder, problems: Problem[]): unknown {
  const parsed = CATALOG_FOLDERS[folder].safeParse(file.content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const message = `${issue.message}; ${valueAt(file.content, issue.path)}`;
    problems.push({ file: file.path, path: issue.path.join('.'), message });
  }
  return undefined;
}

const byPath = (files: readonly CatalogFile[]) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));

export type ParsedParts =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the files of a catalog folder, or reports every problem found: wrong shapes first; if all shapes are right, what
 * does not fit together (unknown facts, values no option has, ids used twice). `base` is what the folder stands on: a
 * clash of the two is a problem of the folder. Never throws.
 */
export function parseParts(files: readonly CatalogFile[], base: Parts = NO_PARTS): ParsedParts {
  const problems: Problem[] = [];
  const found: Record<keyof Parts, Located<unknown>[]> = {
    services: [...base.services],
    boundaries: [...base.boundaries],
    topics: [...base.topics],
    flows: [...base.flows],
    frameworks: [...base.frameworks],
    names: [...base.names],
    additions: [...base.additions],
    overrides: [...base.overrides],
  };
  for (const file of byPath(files)) {
    const folder = folderOf(file.path);
    if (!folder) {
      const message = `is in none of the folders ${Object.keys(CATALOG_FOLDERS).join(', ')}`;
      problems.push({ file: file.path, path: '', message });
      continue;
    }
    const value = parseFile(file, folder, problems);
    if (value !== undefined) found[folder === 'flow-controls' ? 'topics' : folder].push({ file: file.path, value });
  }
  if (problems.length > 0) return { ok: false, problems };
  const parts = found as unknown as Parts;
  const misfits = crossCheck(parts);
  return misfits.length > 0 ? { ok: false, problems: misfits } : { ok: true, parts };
}

/** Files of a catalog folder, ready to judge by; see `parseParts`. */
export function parseCatalog(files: readonly CatalogFile[], base?: Parts): ParsedCatalog {
  const parsed = parseParts(files, base);
  return parsed.ok ? { ok: true, catalog: link(parsed.parts) } : parsed;
}
