import type { Located, Parts } from './parts.ts';

const MARK = 'shipped:';

const mark = <T>(files: readonly Located<T>[]): readonly Located<T>[] =>
  files.map(({ file, value }) => ({ file: `${MARK}${file}`, value }));

/** The files that an own catalog stands on, marked so: a folder of one's own may have files of the same names. */
export const asBase = (parts: Parts): Parts => ({
  services: mark(parts.services),
  boundaries: mark(parts.boundaries),
  topics: mark(parts.topics),
  flows: mark(parts.flows),
  frameworks: mark(parts.frameworks),
  names: mark(parts.names),
  additions: mark(parts.additions),
  overrides: mark(parts.overrides),
});

/** True for a file that an own catalog stands on. */
export const isBase = (file: string): boolean => file.startsWith(MARK);

/** The name of a file without its mark. */
export const unmarked = (file: string): string => (isBase(file) ? file.slice(MARK.length) : file);
