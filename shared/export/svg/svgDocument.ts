import type { Rect } from '../../diagram/geometry.ts';
import { EMBEDDED_NAME, toEmbedded } from '../embed.ts';
import embedded from '../font/embedded.json' with { type: 'json' };
import { EMBEDDED_FAMILY } from '../font/font.ts';
import { BOX } from '../font/legible.ts';
import { stack } from './blocks.ts';
import type { Block, Drawing } from './drawing.ts';
import { iconDefinitions } from './icons.ts';
import { TEXT_FAMILY, textLine } from './letters.ts';
import { box, group, markerDefinitions } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

/** Around all blocks, in pixels. */
export const MARGIN = 32;
/** Between two blocks. */
export const SECTION_GAP = 24;

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

/** What a document says of itself, and its parts from top to bottom: all drawn, each as wide as `width` pixels. */
export interface SvgParts {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly blocks: readonly Block[];
  /** The part of the document that is seen; all of it, unless told otherwise. */
  readonly view?: Rect;
}

/** An SVG 1.1 document of parts. Drawn last: it holds the definitions of all that they use. */
export function svgDocument(drawing: Drawing, parts: SvgParts): string {
  const { title, description, width: inner, blocks } = parts;
  const page = stack([...blocks, ...boxNote(drawing)], SECTION_GAP);
  const width = inner + 2 * MARGIN;
  const height = Math.ceil(page.height) + 2 * MARGIN;
  const view = parts.view ?? { x: 0, y: 0, width, height };
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    version: '1.1',
    width: view.width,
    height: view.height,
    viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
    'font-family': TEXT_FAMILY,
  };
  const { outlines } = drawing.letters; // complete, now that all is drawn
  const svg = tag(
    'svg',
    root,
    tag('title', {}, escapeXml(title)),
    tag('desc', {}, escapeXml(description)),
    model(drawing),
    tag('defs', {}, fontStyle(drawing), markerDefinitions(drawing), iconDefinitions(drawing), outlines.definitions()),
    box(0, 0, width, height, 0, { fill: drawing.palette.page }),
    group(MARGIN, MARGIN, page.markup),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
