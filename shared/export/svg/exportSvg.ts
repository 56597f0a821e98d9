import { type SvgInput, toDrawing } from './drawing.ts';
import { describeText, drawHeader, titleText } from './header.ts';
import { drawLegend } from './legend.ts';
import { drawLists } from './lists.ts';
import { drawPicture } from './picture.ts';
import { svgDocument } from './svgDocument.ts';

/** Two columns of the list of gaps need this much, however small the picture is. */
export const LEAST_WIDTH = 960;
/** A picture without a list may be narrower. */
const LEAST_WIDTH_ALONE = 640;

/**
 * The annotated picture of a diagram as an SVG 1.1 document: title block, legend, the picture with numbered gap markers,
 * and the lists of gaps with the same numbers, open questions and accepted risks. Pure: the same input gives the same
 * bytes. Sizes are pixels at 100 %. Texts of the diagram are escaped and shortened with `…`; there is no script in it.
 */
export function exportSvg(input: SvgInput): string {
  const drawing = toDrawing(input);
  const listed = drawing.lists !== false && drawing.annotations !== 'none';
  const picture = drawPicture(drawing, listed ? LEAST_WIDTH : LEAST_WIDTH_ALONE);
  const { width } = picture;
  const blocks = [drawHeader(drawing, width), drawLegend(drawing, width), picture, ...drawLists(drawing, width)];
  return svgDocument(drawing, { title: titleText(drawing), description: describeText(drawing), width, blocks });
}
