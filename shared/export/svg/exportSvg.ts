import { EMBEDDED_NAME, toEmbedded } from '../embed.ts';
import embedded from '../font/embedded.json' with { type: 'json' };
import { EMBEDDED_FAMILY } from '../font/font.ts';
import { stack } from './blocks.ts';
import { type Block, type Drawing, type SvgInput, toDrawing } from './drawing.ts';
import { describeText, drawHeader, titleText } from './header.ts';
import { iconDefinitions } from './icons.ts';
import { drawLegend } from './legend.ts';
import { BOX, TEXT_FAMILY, textLine } from './letters.ts';
import { drawLists } from './lists.ts';
import { drawPicture } from './picture.ts';
import { box, group, markerDefinitions } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

const MARGIN = 32;
const SECTION_GAP = 24;
/** Two columns of the list of gaps need this much, however small the picture is. */
const LEAST_WIDTH = 960;
/** A picture without a list may be narrower. */
const LEAST_WIDTH_ALONE = 640;

const face = (weight: string, data: string): string =>
  `@font-face{font-family:'${EMBEDDED_FAMILY}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;

/** The font of what is text; nothing where all letters are outlines. */
function fontStyle({ letters, annotations, lists, embedFont }: Drawing): string {
  if (embedFont === false) return '';
  const listed = lists !== false && annotations !== 'none';
  if (letters.picture !== 'text' && (letters.lists !== 'text' || !listed)) return '';
  return tag('style', { type: 'text/css' }, face('normal', embedded.regular), face('bold', embedded.bold));
}

/** The diagram itself, unless only a part of it is shown or it is not to go along. */
function model({ diagram, scope, embed }: Drawing): string {
  const whole = !scope || scope.kind === 'all';
  return embed === false || !whole ? '' : tag('metadata', { id: EMBEDDED_NAME }, escapeXml(toEmbedded(diagram)));
}

/** What the boxes are, where there are any. */
function boxNote({ letters, palette }: Drawing): readonly Block[] {
  if (!letters.outlines.hasBoxes()) return [];
  const words = `${BOX} stands for a character of a script that this picture has no letters for. SVG and reports show it.`;
  const ink = { letters: letters.lists, fill: palette.dim, font: { size: 11 } };
  return [{ markup: textLine(words, 0, 11, ink), height: 14 }];
}

/**
 * The annotated picture of a diagram as an SVG 1.1 document: title block, legend, the picture with numbered gap markers,
 * and the lists of gaps with the same numbers, open questions and accepted risks. Pure: the same input gives the same
 * bytes. Sizes are pixels at 100 %. Texts of the diagram are escaped and shortened with `…`; there is no script in it.
 */
export function exportSvg(input: SvgInput): string {
  const drawing = toDrawing(input);
  const listed = drawing.lists !== false && drawing.annotations !== 'none';
  const picture = drawPicture(drawing, listed ? LEAST_WIDTH : LEAST_WIDTH_ALONE);
  const inner = picture.width;
  const parts = [drawHeader(drawing, inner), drawLegend(drawing, inner), picture, ...drawLists(drawing, inner)];
  const page = stack([...parts, ...boxNote(drawing)], SECTION_GAP);
  const width = inner + 2 * MARGIN;
  const height = Math.ceil(page.height) + 2 * MARGIN;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    version: '1.1',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': TEXT_FAMILY,
  };
  const { outlines } = drawing.letters; // complete, now that all is drawn
  const svg = tag(
    'svg',
    root,
    tag('title', {}, escapeXml(titleText(drawing))),
    tag('desc', {}, escapeXml(describeText(drawing))),
    model(drawing),
    tag('defs', {}, fontStyle(drawing), markerDefinitions(drawing), iconDefinitions(drawing), outlines.definitions()),
    box(0, 0, width, height, 0, { fill: drawing.palette.page }),
    group(MARGIN, MARGIN, page.markup),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
