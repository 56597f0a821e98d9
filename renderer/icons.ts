import { iconsFromFiles } from '../shared/export/icon.ts';

const FILES = import.meta.glob<string>('../data/icons/*.svg', { eager: true, import: 'default', query: '?raw' });

/** The unmodified SVG of an icon that the catalog names, or null. */
export const iconSvg = iconsFromFiles(
  Object.fromEntries(Object.entries(FILES).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1), svg])),
);

const uris = new Map<string, string>();

/** An icon as an address for `<img>`: one decoded picture however often it is shown. */
export function iconUri(icon: string): string {
  const known = uris.get(icon);
  if (known !== undefined) return known;
  const svg = iconSvg(icon);
  const uri = svg === null ? '' : `data:image/svg+xml,${encodeURIComponent(svg)}`;
  uris.set(icon, uri);
  return uri;
}
