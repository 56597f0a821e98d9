import type { Rect } from '../../diagram/geometry.ts';
import type { Size } from '../../diagram/schema.ts';
import { MARGIN, type Tiles } from './options.ts';

/** What two neighbouring sheets both show, in points: about a centimetre to glue. */
export const OVERLAP = 28;

/** The scale at which one pixel of the picture is one pixel at 96 to the inch: points for a pixel. */
const FULL_SIZE = 0.75;

/** A picture laid over sheets of paper. */
export interface Tiling {
  readonly columns: number;
  readonly rows: number;
  /** Points for a pixel of the picture. */
  readonly scale: number;
  /** What of a sheet the picture takes, in points. */
  readonly area: Size;
}

/** One sheet, in the order in which they are printed: row by row. */
export interface Tile {
  readonly name: string;
  readonly column: number;
  readonly row: number;
  /** What of the picture it shows, in pixels. */
  readonly window: Rect;
}

/** Sheets for a length, both in points. Rounding must not cost a sheet. */
const sheetsFor = (length: number, area: number): number =>
  Math.max(1, Math.ceil((length - OVERLAP) / (area - OVERLAP) - 1e-6));

/** Lays a picture over sheets of a size in points, from its upper left on. */
export function layTiles(picture: Size, sheet: Size, tiles: Tiles): Tiling {
  const area = { width: sheet.width - 2 * MARGIN, height: sheet.height - 2 * MARGIN };
  const across = (columns: number) => columns * (area.width - OVERLAP) + OVERLAP;
  const scale = tiles === 'full' ? FULL_SIZE : across(tiles) / picture.width;
  const columns = sheetsFor(picture.width * scale, area.width);
  return { columns, rows: sheetsFor(picture.height * scale, area.height), scale, area };
}

/** A, B … Z, AA, AB … */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** `B2`: the second column, the second row. */
export const tileName = (column: number, row: number): string => `${lettersOf(column)}${row + 1}`;

/** All sheets. */
export function tilesOf({ columns, rows, scale, area }: Tiling): readonly Tile[] {
  return Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const window = {
      x: (column * (area.width - OVERLAP)) / scale,
      y: (row * (area.height - OVERLAP)) / scale,
      width: area.width / scale,
      height: area.height / scale,
    };
    return { name: tileName(column, row), column, row, window };
  });
}
