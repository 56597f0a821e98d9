import { iconsFromFiles } from '../shared/export/icon.ts';

const FILES = import.meta.glob<string>('../data/icons/*.svg', { eager: true, import: 'default', query: '?raw' });

/** The unmodified SVG of an icon that the catalog names, or null. */
export const iconSvg = iconsFromFiles(
  Object.fromEntries(Object.entries(FILES).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1), svg])),
);

/** A dashed square with a question mark, as in exported pictures: for an icon that does not ship. */
const UNKNOWN =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 24 24" fill="none" stroke="#64748b" stroke-width="2" stroke-linecap="round"><rect x="3" y="3" width="18" height="18" rx="3" stroke-dasharray="3 3"/><path d="M10 9.5a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.1v.5M12 16v.01"/></svg>';

const uris = new Map<string, string>();

/** An icon as an address for `<img>`: one decoded picture however often it is shown. */
export function iconUri(icon: string): string {
  const known = uris.get(icon);
  if (known !== undefined) return known;
  const uri = `data:image/svg+xml,${encodeURIComponent(iconSvg(icon) ?? UNKNOWN)}`;
  uris.set(icon, uri);
  return uri;
}
