const FILES = import.meta.glob<string>('../data/icons/*.svg', { eager: true, import: 'default', query: '?raw' });

const byName = new Map(
  Object.entries(FILES).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1, -'.svg'.length), svg] as const),
);

/** The file name of an icon that the catalog names (`tabler:users` → `tabler-users`). */
const fileName = (icon: string): string => icon.replace(':', '-');

/** The unmodified SVG of an icon that the catalog names, or null. */
export const iconSvg = (icon: string): string | null => byName.get(fileName(icon)) ?? null;

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
