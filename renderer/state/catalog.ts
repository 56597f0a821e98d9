import { parseCatalog } from '../../shared/catalog/parse.ts';

const FILES = import.meta.glob<unknown>(
  [
    '../../data/services/*.json',
    '../../data/boundaries/*.json',
    '../../data/flow-controls/*.json',
    '../../data/flows/*.json',
    '../../data/frameworks/*.json',
    '../../data/names/*.json',
  ],
  { eager: true, import: 'default' },
);

const parsed = parseCatalog(
  Object.entries(FILES).map(([path, content]) => ({ path: path.replace('../../data/', ''), content })),
);

if (!parsed.ok) {
  throw new Error(parsed.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`).join('\n'));
}

/** The catalog that ships with this build. */
export const catalog = parsed.catalog;
