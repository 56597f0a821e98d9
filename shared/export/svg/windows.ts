import { overlaps, type Rect } from '../../diagram/geometry.ts';
import type { Size } from '../../diagram/schema.ts';
import { stack } from './blocks.ts';
import type { Block, SvgInput } from './drawing.ts';
import { drawPage } from './exportSvg.ts';
import type { Picture } from './picture.ts';
import { MARGIN, SECTION_GAP, svgDocument } from './svgDocument.ts';

/** Frames, arrow heads and the like reach this far beyond the room of an element, in pixels. */
const BEYOND = 10;

/** A picture that is looked at part by part. Sizes are those of `exportSvg`. */
export interface Windows extends Size {
  /** What is seen of it through a window: a document of that size, with the elements that reach into it and no others. */
  readonly look: (window: Rect) => string;
}

/** Where each block stands on the page. */
function placesOf(blocks: readonly Block[], width: number): readonly Rect[] {
  return blocks.map(({ height }, i) => {
    const above = stack(blocks.slice(0, i), SECTION_GAP).height;
    return { x: MARGIN, y: MARGIN + above + (above > 0 ? SECTION_GAP : 0), width, height };
  });
}

const wider = ({ x, y, width, height }: Rect): Rect => ({
  x: x - BEYOND,
  y: y - BEYOND,
  width: width + 2 * BEYOND,
  height: height + 2 * BEYOND,
});

/** The picture with only what is seen; `place` is where it stands on the page. */
function seenOf({ pieces, origin, showing }: Picture, place: Rect, window: Rect): string {
  const x = window.x - place.x - origin.x;
  const y = window.y - place.y - origin.y;
  const seen = wider({ ...window, x, y });
  return showing(pieces.filter(({ rect }) => overlaps(rect, seen)));
}

/** Draws a picture once, so that it can be looked at through many windows. */
export function svgWindows(input: SvgInput): Windows {
  const { drawing, picture, parts } = drawPage(input);
  const { blocks, width } = parts;
  const places = placesOf(blocks, width);
  const size = { width: width + 2 * MARGIN, height: Math.ceil(stack(blocks, SECTION_GAP).height) + 2 * MARGIN };
  const look = (window: Rect): string => {
    const shown = blocks.map((block, i): Block => {
      const place = places[i];
      if (!place || !overlaps(place, wider(window))) return { ...block, markup: '' };
      return block === picture ? { ...block, markup: seenOf(picture, place, window) } : block;
    });
    return svgDocument(drawing, { ...parts, blocks: shown, view: window });
  };
  return { ...size, look };
}
