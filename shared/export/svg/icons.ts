import type { Drawing } from './drawing.ts';
import type { Font } from './fitText.ts';
import { textLine, widthOf } from './letters.ts';
import { concat, tag } from './xml.ts';

const symbolId = (icon: string): string => `icon-${icon.replace(/[^A-Za-z0-9_-]/g, '-')}`;

/** The icons that the diagram shows, each once, by name. */
function iconsShown({ shown, catalog }: Drawing): readonly string[] {
  const icons = [
    ...shown.resources.map(({ service }) => catalog.services.get(service)?.service.icon),
    ...shown.boundaries.map(({ kind }) => catalog.boundaries.get(kind)?.kind.icon),
  ];
  return [...new Set(icons.filter((icon) => icon !== undefined))].sort();
}

/** An `<svg>` as a `<symbol>`: its size goes, its view box and colours stay. */
function toSymbol(svg: string, id: string): string {
  const root = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(svg);
  const kept = (root?.[1] ?? '').replace(/\s(width|height|class|xmlns(:\w+)?)="[^"]*"/g, '').trim();
  return `<symbol id="${id}" ${kept}>${root?.[2]?.trim() ?? ''}</symbol>`;
}

/** Definitions of all icons in the picture, so that each stands in the document once. */
export function iconDefinitions(drawing: Drawing): string {
  const symbols = iconsShown(drawing).flatMap((icon) => {
    const svg = drawing.icons(icon);
    return svg === null ? [] : [toSymbol(svg, symbolId(icon))];
  });
  return concat(symbols);
}

/** An icon of the catalog, or a dashed square with a question mark for what has none. */
export function iconAt(drawing: Drawing, icon: string | undefined, x: number, y: number, size: number): string {
  if (icon !== undefined && drawing.icons(icon) !== null) {
    return tag('use', { 'xlink:href': `#${symbolId(icon)}`, x, y, width: size, height: size });
  }
  const { dim } = drawing.palette;
  const frame = { x: x + 1, y: y + 1, width: size - 2, height: size - 2, rx: 4, fill: 'none', stroke: dim };
  const font: Font = { size: size / 2, weight: 'bold' };
  const ink = { letters: drawing.letters.picture, fill: dim, font };
  const left = x + (size - widthOf('?', font)) / 2;
  return tag('rect', { ...frame, 'stroke-dasharray': '3 3' }) + textLine('?', left, y + size * 0.68, ink);
}
