import type { Catalog } from './catalog.ts';
import { crossCheck } from './crossCheck.ts';
import { link } from './link.ts';
import type { Located, Parts, Problem } from './parts.ts';
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

/**
 * Turns the files of a catalog folder into a catalog, or reports every problem found: wrong shapes first; if all
 * shapes are right, what does not fit together (unknown facts, values no option has, ids used twice). `own` are the
 * files of somebody's own folder that stands on the first; problems between the two are reported there. Never throws.
 */
export function parseCatalog(files: readonly CatalogFile[], own: readonly CatalogFile[] = []): ParsedCatalog {
  const problems: Problem[] = [];
  const found: Record<Folder, Located<unknown>[]> = {
    services: [],
    boundaries: [],
    'flow-controls': [],
    flows: [],
    frameworks: [],
    names: [],
    additions: [],
    overrides: [],
  };
  for (const file of [...byPath(files), ...byPath(own)]) {
    const folder = folderOf(file.path);
    if (!folder) {
      problems.push({
        file: file.path,
        path: '',
        message: `is in none of the folders ${Object.keys(found).join(', ')}`,
      });
      continue;
    }
    const value = parseFile(file, folder, problems);
    if (value !== undefined) found[folder].push({ file: file.path, value });
  }
  if (problems.length > 0) return { ok: false, problems };
  const parts = { ...found, topics: found['flow-controls'] } as unknown as Parts;
  const misfits = crossCheck(parts);
  return misfits.length > 0 ? { ok: false, problems: misfits } : { ok: true, catalog: link(parts) };
}
