import type { Catalog } from './catalog.ts';
import { crossCheck } from './crossCheck.ts';
import { link } from './link.ts';
import type { Located, Parts, Problem } from './parts.ts';
import { BoundaryKind, FlowFile, FlowTopic, Framework, NameFile, Service } from './schema.ts';

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
} as const;
type Folder = keyof typeof CATALOG_FOLDERS;

const folderOf = (file: string): Folder | undefined =>
  (Object.keys(CATALOG_FOLDERS) as Folder[]).find((folder) => file.startsWith(`${folder}/`));

function parseFile(file: CatalogFile, folder: Folder, problems: Problem[]): unknown {
  const parsed = CATALOG_FOLDERS[folder].safeParse(file.content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({ file: file.path, path: issue.path.join('.'), message: issue.message });
  }
  return undefined;
}

/**
 * Turns the files of a catalog folder into a catalog, or reports every problem found: wrong shapes first; if all
 * shapes are right, what does not fit together (unknown facts, values no option has, ids used twice). Never throws.
 */
export function parseCatalog(files: readonly CatalogFile[]): ParsedCatalog {
  const problems: Problem[] = [];
  const found: Record<Folder, Located<unknown>[]> = {
    services: [],
    boundaries: [],
    'flow-controls': [],
    flows: [],
    frameworks: [],
    names: [],
  };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
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
