import type { Size } from '../../diagram/schema.ts';
import { FONT_FAMILY } from '../font/font.ts';
import { textLine } from '../svg/letters.ts';
import { box, group } from '../svg/shapes.ts';
import { tag } from '../svg/xml.ts';
import { MARGIN } from './options.ts';
import { OVERLAP, type Tile, type Tiling, tileName } from './tiling.ts';

/*
 * What stands around the picture on a sheet: how it is cut and glued, and which sheet it is. Units are points.
 */

const LINE = '#000000';
const DIM = '#566173';
/** Space between the picture and its marks, and their length. */
const AWAY = 4;
const LENGTH = 14;
/** What is written in the margin keeps clear of the marks at the corners. */
export const INSET = OVERLAP + 16;
const OVERVIEW: Size = { width: 64, height: 22 };

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  tag('path', { d: `M${x1} ${y1}L${x2} ${y2}`, stroke: LINE, 'stroke-width': 0.5, fill: 'none' });

/** At each corner of the picture, where to cut. */
function cropMarks({ width, height }: Size): string {
  const marks = [0, width].flatMap((x) => {
    const out = x === 0 ? -1 : 1;
    return [0, height].flatMap((y) => {
      const down = y === 0 ? -1 : 1;
      return [
        line(x + out * AWAY, y, x + out * (AWAY + LENGTH), y),
        line(x, y + down * AWAY, x, y + down * (AWAY + LENGTH)),
      ];
    });
  });
  return tag('g', { class: 'crop' }, ...marks);
}

/** A circle with a cross, its middle where the corner of the next sheet comes to lie. */
function registrationMark(x: number, y: number): string {
  const ring = { cx: x, cy: y, r: 4, fill: 'none', stroke: LINE, 'stroke-width': 0.5 };
  return tag('circle', ring) + line(x - 7, y, x + 7, y) + line(x, y - 7, x, y + 7);
}

/** Where the edges of the sheets to the right and below are laid. */
function registrationMarks({ columns, rows, area: { width, height } }: Tiling, { column, row }: Tile): string {
  const off = AWAY + LENGTH / 2;
  const right = column + 1 < columns ? [-off, height + off].map((y) => registrationMark(width - OVERLAP, y)) : [];
  const below = row + 1 < rows ? [-off, width + off].map((x) => registrationMark(x, height - OVERLAP)) : [];
  return tag('g', { class: 'registration' }, ...right, ...below);
}

/** All sheets as a small grid with this one filled; its right edge at `right`, its lower one at 0. */
function overview({ columns, rows, area }: Tiling, { column, row }: Tile, right: number): string {
  const cell = Math.min(OVERVIEW.width / (columns * area.width), OVERVIEW.height / (rows * area.height));
  const [width, height] = [cell * area.width, cell * area.height];
  const frame = { stroke: LINE, 'stroke-width': 0.5 };
  const cells = Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    const fill = x === column && y === row ? LINE : 'none';
    return box(x * width, y * height, width, height, 0, { ...frame, fill });
  });
  return group(right - columns * width, -rows * height, ...cells);
}

/** What to do with the sheet; the first one lies under all others. */
function advice({ column, row }: Tile): string {
  const left = column > 0 ? [{ edge: 'left', on: tileName(column - 1, row) }] : [];
  const upper = row > 0 ? [{ edge: 'upper', on: tileName(column, row - 1) }] : [];
  const glued = [...left, ...upper];
  if (glued.length === 0) return 'Lay the next sheets on the circles of this one.';
  const edges = glued.map(({ edge }) => edge).join(' and ');
  const [margin, edge] = glued.length === 1 ? ['margin', 'edge'] : ['margins', 'edges'];
  return `Cut the ${edges} ${margin} off, and lay the ${edge} on the circles of ${glued.map(({ on }) => on).join(' and ')}.`;
}

/** Name of the sheet, advice, and the overview. */
function head(tiling: Tiling, tile: Tile): string {
  const { columns, rows, area } = tiling;
  const name = { letters: 'text' as const, fill: LINE, font: { size: 12, weight: 'bold' as const } };
  const ink = { letters: 'text' as const, fill: DIM, font: { size: 7 } };
  return group(
    0,
    -AWAY - 4,
    textLine(tile.name, INSET, 0, name),
    textLine(`${columns} × ${rows} sheets. ${advice(tile)}`, INSET + 32, 0, ink),
    overview(tiling, tile, area.width - INSET),
  );
}

/** The marks of one sheet as an SVG as large as the paper. */
export function sheetMarks(sheet: Size, tiling: Tiling, tile: Tile): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    version: '1.1',
    ...sheet,
    viewBox: `0 0 ${sheet.width} ${sheet.height}`,
    'font-family': FONT_FAMILY,
  };
  const marks = [cropMarks(tiling.area), registrationMarks(tiling, tile), head(tiling, tile)];
  return tag('svg', root, group(MARGIN, MARGIN, ...marks));
}
