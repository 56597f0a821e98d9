import { type Drawing, type SvgInput, toDrawing } from './drawing.ts';
import { describeText, drawHeader, titleText } from './header.ts';
import { drawLegend } from './legend.ts';
import { drawLists } from './lists.ts';
import { drawPicture, type Picture } from './picture.ts';
import { type SvgParts, svgDocument } from './svgDocument.ts';

/** Two columns of the list of gaps need this much, however small the picture is. */
export const LEAST_WIDTH = 960;
/** A picture without a list may be narrower. */
const LEAST_WIDTH_ALONE = 640;

/** All that a picture consists of, drawn but not yet one document. `picture` is one of the blocks of `parts`. */
export interface DrawnPage {
  readonly drawing: Drawing;
  readonly picture: Picture;
  readonly parts: SvgParts;
}

/** Draws title block, legend, picture and lists. */
export function drawPage(input: SvgInput): DrawnPage {
  const drawing = toDrawing(input);
  const listed = drawing.lists !== false && drawing.annotations !== 'none';
  const picture = drawPicture(drawing, listed ? LEAST_WIDTH : LEAST_WIDTH_ALONE);
  const { width } = picture;
  const blocks = [drawHeader(drawing, width), drawLegend(drawing, width), picture, ...drawLists(drawing, width)];
  return { drawing, picture, parts: { title: titleText(drawing), description: describeText(drawing), width, blocks } };
}

/**
 * The annotated picture of a diagram as an SVG 1.1 document: title block, legend, the picture with numbered gap markers,
 * and the lists of gaps with the same numbers, open questions and accepted risks. Pure: the same input gives the same
 * bytes. Sizes are pixels at 100 %. Texts of the diagram are escaped and shortened with `…`; there is no script in it.
 */
export function exportSvg(input: SvgInput): string {
  const { drawing, parts } = drawPage(input);
  return svgDocument(drawing, parts);
}
