import type { Size } from '../../diagram/schema.ts';
import { legibleMarkup } from '../font/legible.ts';
import type { IconSource } from '../icon.ts';
import type { ExportInput } from '../input.ts';
import { svgWindows, type Windows } from '../svg/windows.ts';
import { bookmark, type Content } from './content.ts';
import { MARGIN, PAPERS, type Paper, type PdfOptions, type Tiles } from './options.ts';
import { sheetMarks } from './sheetMarks.ts';
import { layTiles, type Tile, type Tiling, tilesOf } from './tiling.ts';

/** Nobody glues more; and each costs time and space. */
export const MOST_SHEETS = 100;

/** The line that a bookmark leads to; it shows nothing. */
const ANCHOR = 10;

type Lying = 'landscape' | 'portrait';
type PagesOptions = PdfOptions & { readonly paper: Paper };

/** The pages of the picture; `sheets` are those with marks. Refused where they were too many. */
type PicturePages =
  | { readonly ok: true; readonly orientation: Lying; readonly sheets: number; readonly pages: readonly Content[] }
  | { readonly ok: false; readonly sheets: number };

/** The picture with its letters as text, so that they can be selected and found. */
const drawPicture = (input: ExportInput, icons: IconSource, { scope, annotations, theme }: PdfOptions): Windows =>
  svgWindows({
    ...input,
    ...(scope && { scope }),
    ...(annotations && { annotations }),
    theme: theme === 'print' ? 'print' : 'light',
    icons,
    lists: false,
    lettering: 'text',
    embed: false,
    embedFont: false,
  });

function sheetSize(paper: Paper, lying: Lying): Size {
  const { width: short, height: long } = PAPERS[paper];
  return lying === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

const asItLies = ({ width, height }: Size): Lying => (width > height ? 'landscape' : 'portrait');

function fitted(picture: Windows, { orientation = 'auto', paper }: PagesOptions): PicturePages {
  const lying = orientation === 'auto' ? asItLies(picture) : orientation;
  const { width, height } = sheetSize(paper, lying);
  const svg = legibleMarkup(picture.look({ x: 0, y: 0, width: picture.width, height: picture.height }));
  const pages: readonly Content[] = [
    { text: ' ', style: 'anchor', ...bookmark('Picture', { id: 'picture' }) },
    { svg, fit: [width - 2 * MARGIN, height - 2 * MARGIN - ANCHOR], alignment: 'center' },
  ];
  return { ok: true, orientation: lying, sheets: 0, pages };
}

const countOf = ({ columns, rows }: Tiling): number => columns * rows;

/** How the sheets lie: as the picture does, or, where their number depends on it, so that there are fewer. */
function lyingFor(picture: Size, { orientation = 'auto', paper }: PagesOptions, tiles: Tiles): Lying {
  if (orientation !== 'auto') return orientation;
  const first = asItLies(picture);
  if (tiles !== 'full') return first;
  const other = first === 'landscape' ? 'portrait' : 'landscape';
  const sheets = (lying: Lying) => countOf(layTiles(picture, sheetSize(paper, lying), tiles));
  return sheets(other) < sheets(first) ? other : first;
}

function sheetPage(picture: Windows, sheet: Size, tiling: Tiling, tile: Tile): readonly Content[] {
  const isFirst = tile.column === 0 && tile.row === 0;
  const place = bookmark(`Sheet ${tile.name}`, { id: `sheet-${tile.name}`, under: 'picture' });
  return [
    ...(isFirst
      ? [{ text: ' ', style: 'anchor' as const, ...bookmark('Picture', { id: 'picture', open: true }) }]
      : []),
    { text: ' ', style: 'anchor', ...(isFirst ? {} : { pageBreak: 'before' as const }), ...place },
    { svg: legibleMarkup(picture.look(tile.window)), ...tiling.area, absolutePosition: { x: MARGIN, y: MARGIN } },
    { svg: sheetMarks(sheet, tiling, tile), ...sheet, absolutePosition: { x: 0, y: 0 } },
  ];
}

function tiled(picture: Windows, options: PagesOptions, tiles: Tiles): PicturePages {
  const orientation = lyingFor(picture, options, tiles);
  const sheet = sheetSize(options.paper, orientation);
  const tiling = layTiles(picture, sheet, tiles);
  const sheets = countOf(tiling);
  if (sheets > MOST_SHEETS) return { ok: false, sheets };
  const pages = tilesOf(tiling).flatMap((tile) => sheetPage(picture, sheet, tiling, tile));
  return { ok: true, orientation, sheets, pages };
}

/** The picture on one page, or over as many sheets as the options ask for. */
export function picturePages(input: ExportInput, icons: IconSource, options: PagesOptions): PicturePages {
  const picture = drawPicture(input, icons, options);
  return options.tiles == null ? fitted(picture, options) : tiled(picture, options, options.tiles);
}
