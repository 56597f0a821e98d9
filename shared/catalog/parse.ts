import { asBase, isBase, unmarked } from './base.ts';
import type { Catalog } from './catalog.ts';
import { crossCheck } from './crossCheck.ts';
import { sayIssue } from './issueText.ts';
import { link } from './link.ts';
import { type Located, NO_PARTS, type Parts, type Problem } from './parts.ts';
import { Addition, BoundaryKind, FlowFile, FlowTopic, Framework, NameFile, OverrideFile, Service } from './schema.ts';
import { visible } from './visible.ts';

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

function parseFile(file: CatalogFile, folder: Folder, problems: Problem[]): unknown {
  const parsed = CATALOG_FOLDERS[folder].safeParse(file.content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    for (const { path, message } of sayIssue(issue, file.content)) {
      problems.push({ file: file.path, path: path.join('.'), message });
    }
  }
  return undefined;
}

const byPath = (files: readonly CatalogFile[]) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));

export type ParsedParts =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const KINDS = Object.keys(NO_PARTS) as (keyof Parts)[];

/** Two sets of files as one. */
const joined = (one: Parts, other: Parts): Parts =>
  Object.fromEntries(KINDS.map((kind) => [kind, [...one[kind], ...other[kind]]])) as unknown as Parts;

const without = (parts: Parts, file: string): Parts =>
  Object.fromEntries(KINDS.map((kind) => [kind, parts[kind].filter((each) => each.file !== file)])) as unknown as Parts;

/**
 * What does not fit together in a folder and what it stands on. The base is known to be right alone: what does not fit
 * there any longer is a problem of the file of the folder that it comes from.
 */
function checkTogether(own: Parts, base: Parts): readonly Problem[] {
  const marked = asBase(base);
  const found = crossCheck(joined(marked, own));
  const ownProblems = found.filter(({ file }) => !isBase(file));
  const [first] = found;
  if (ownProblems.length > 0 || first === undefined) return ownProblems;
  const files = KINDS.flatMap((kind) => own[kind].map(({ file }) => file));
  const guilty = files.find(
    (file) => !crossCheck(joined(marked, without(own, file))).some((each) => isBase(each.file)),
  );
  const message = `does not go with the catalog that ships: there, ${unmarked(first.file)} ${first.path} ${first.message}`;
  return [{ file: guilty ?? '', path: '', message }];
}

const readable = ({ file, path, message }: Problem): Problem => ({
  file: visible(file),
  path: visible(path),
  message: visible(message),
});

/**
 * Reads the files of a catalog folder, or reports every problem found: wrong shapes first; if all shapes are right, what
 * does not fit together (unknown facts, values no option has, ids used twice). `base` is what the folder stands on: a
 * clash of the two is a problem of the folder. Never throws.
 */
export function parseParts(files: readonly CatalogFile[], base: Parts = NO_PARTS): ParsedParts {
  const problems: Problem[] = [];
  const found = Object.fromEntries(KINDS.map((kind) => [kind, [] as Located<unknown>[]])) as Record<
    keyof Parts,
    Located<unknown>[]
  >;
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
  const own = found as unknown as Parts;
  const all = problems.length > 0 ? problems : checkTogether(own, base);
  return all.length > 0 ? { ok: false, problems: all.map(readable) } : { ok: true, parts: joined(base, own) };
}

/** Files of a catalog folder, ready to judge by; see `parseParts`. */
export function parseCatalog(files: readonly CatalogFile[], base?: Parts): ParsedCatalog {
  const parsed = parseParts(files, base);
  return parsed.ok ? { ok: true, catalog: link(parsed.parts) } : parsed;
}
