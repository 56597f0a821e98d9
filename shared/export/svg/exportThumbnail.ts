import { type SvgInput, toDrawing } from './drawing.ts';
import { describeText, titleText } from './header.ts';
import { drawPicture } from './picture.ts';
import { MARGIN, svgDocument } from './svgDocument.ts';

/**
 * The picture of a diagram alone, for a small image of it: no title block, legend or lists, all letters as outlines, since
 * an image loads no fonts. Pure, and without script, as `exportSvg`.
 */
export function exportThumbnail(
  input: Pick<SvgInput, 'diagram' | 'catalog' | 'report' | 'date' | 'icons' | 'theme' | 'annotations'>,
): string {
  const drawing = toDrawing({ ...input, lists: false, embed: false, embedFont: false, lettering: 'outlines' });
  const picture = drawPicture(drawing, 0);
  const { width, height } = picture;
  return svgDocument(drawing, {
    title: titleText(drawing),
    description: describeText(drawing),
    width,
    blocks: [picture],
    view: { x: MARGIN, y: MARGIN, width, height },
  });
}
