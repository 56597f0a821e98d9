import { type SvgInput, toDrawing } from './drawing.ts';
import { FONT_FAMILY } from './fontMetrics.ts';
import { drawHeader, summaryText, titleText } from './header.ts';
import { iconDefinitions } from './icons.ts';
import { drawLegend } from './legend.ts';
import { decisionList, gapList, questionList, stack } from './lists.ts';
import { drawPicture } from './picture.ts';
import { box, group } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

const MARGIN = 32;
const SECTION_GAP = 20;
/** The list of gaps needs this much, however small the picture is. */
const LEAST_WIDTH = 880;

/**
 * The annotated picture of a diagram as an SVG 1.1 document: title, legend, the picture with numbered gap markers, and
 * the list of gaps with the same numbers, open questions and accepted risks. Pure: the same input gives the same bytes.
 * Sizes are pixels at 100 %. Texts of the diagram are escaped and shortened with `…`; there is no script in it.
 */
export function exportSvg(input: SvgInput): string {
  const drawing = toDrawing(input);
  const picture = drawPicture(drawing, LEAST_WIDTH);
  const inner = picture.width;
  const page = stack(
    [
      drawHeader(drawing, inner),
      drawLegend(drawing, inner),
      picture,
      ...gapList(drawing, inner),
      ...questionList(drawing, inner),
      ...decisionList(drawing, inner),
    ],
    SECTION_GAP,
  );
  const width = inner + 2 * MARGIN;
  const height = Math.ceil(page.height) + 2 * MARGIN;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    version: '1.1',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'parapet-title parapet-desc',
    'font-family': FONT_FAMILY,
  };
  const svg = tag(
    'svg',
    root,
    tag('title', { id: 'parapet-title' }, escapeXml(titleText(drawing))),
    tag('desc', { id: 'parapet-desc' }, escapeXml(summaryText(drawing))),
    iconDefinitions(drawing),
    box(0, 0, width, height, 0, { fill: drawing.palette.page }),
    group(MARGIN, MARGIN, page.markup),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
