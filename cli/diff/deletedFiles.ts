import path from 'node:path';
import type { Io } from '../io.ts';

/** A diagram that a commit has and the disk has not. */
export interface DeletedFile {
  /** As seen from where the person stands. */
  readonly name: string;
  /** As seen from the top of the repository. */
  readonly place: string;
}

/** Deleted diagrams, and which of the names asked for had any. */
export interface DeletedFiles {
  readonly files: readonly DeletedFile[];
  readonly names: ReadonlySet<string>;
}

/** A repository as seen from where the person stands. */
interface Repository {
  readonly base: string;
  /** Its top. */
  readonly root: string;
  /** The way from its top to the person: '' or a path that ends in `/`. */
  readonly prefix: string;
}

const posix = (name: string): string => name.replaceAll(path.sep, '/');

/** Where a name leads, from the top of the repository; '' is the top, and what begins with `..` is outside of it. */
function placeOf({ root, prefix }: Repository, name: string): string {
  const place = path.isAbsolute(name)
    ? posix(path.relative(root, name))
    : path.posix.normalize(`${prefix}${posix(name)}`);
  return place === '.' || place === './' ? '' : place.replace(/\/+$/, '');
}

const isPattern = (name: string): boolean => /[*?[\]]/.test(name);

// As a search of folders finds them: `.parapet` files, but for those of packages and in hidden folders.
const isFound = (place: string): boolean =>
  place.endsWith('.parapet') && !place.split('/').some((part) => part === 'node_modules' || part.startsWith('.'));

/** All that was deleted since a commit; only what a pattern stands for, if one is given. */
async function deletedPlaces(io: Io, base: string, pattern?: string): Promise<readonly string[]> {
  const only = ['--name-only', '--no-relative', '--no-renames', '--diff-filter=D', '-z'];
  const wanted = pattern === undefined ? [] : [`:(top,glob)${pattern}`];
  const answer = await io.git(['diff', ...only, base, '--', ...wanted]);
  return answer.ok ? answer.stdout.split('\0').filter((place) => place !== '') : [];
}

/** The deleted diagrams that a name stands for: the file itself, what was in the folder, or what fits the pattern. */
async function placesNamed(io: Io, repository: Repository, all: readonly string[], name: string) {
  const place = placeOf(repository, name);
  if (isPattern(name) && (await io.locate(name)).file === null) {
    return (await deletedPlaces(io, repository.base, place)).filter(isFound);
  }
  return all.filter((each) => each === place || (isFound(each) && (place === '' || each.startsWith(`${place}/`))));
}

/** The diagrams that were deleted since a commit, among those that names, folders and patterns stand for. */
export async function deletedFiles(
  io: Io,
  names: readonly string[],
  base: string,
  root: string,
): Promise<DeletedFiles> {
  const found = new Map<string, DeletedFile>();
  const having = new Set<string>();
  const all = await deletedPlaces(io, base);
  if (all.length === 0) return { files: [], names: having };
  const shown = await io.git(['rev-parse', '--show-prefix']);
  const repository = { base, root, prefix: shown.ok ? shown.stdout.replace(/\r?\n$/, '') : '' };
  for (const name of names) {
    for (const place of await placesNamed(io, repository, all, name)) {
      const own = path.posix.relative(repository.prefix, place);
      // Taken out of git, and still on the disk: it is compared with what it was.
      if ((await io.locate(own)).file !== null) continue;
      having.add(name);
      found.set(place, { name: own, place });
    }
  }
  return { files: [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1)), names: having };
}
