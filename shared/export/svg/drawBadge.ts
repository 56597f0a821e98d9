import { RESOURCE_SIZE, type Rect } from '../../diagram/geometry.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import type { Drawing } from './drawing.ts';
import { type Font, isRightToLeft, truncate } from './fitText.ts';
import { textLine, widthOf } from './letters.ts';
import { box } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

const FONT: Font = { size: 10, weight: 'bold' };
const HEIGHT = 16;
const PADDING = 6;
/** Leaves the middle of the lower edge free, where flows attach. */
const MOST = 72;
const RIGHT = 8;

interface Badge extends Rect {
  readonly text: string;
}

/** Where a badge stands, from the upper left of its card: on the lower edge, with the text that fits. */
function badgeOf(words: string): Badge | null {
  const text = truncate(words, MOST - 2 * PADDING, FONT);
  if (text === '') return null;
  const width = Math.ceil(widthOf(text, FONT)) + 2 * PADDING;
  const x = RESOURCE_SIZE.width - RIGHT - width;
  return { text, x, y: RESOURCE_SIZE.height - HEIGHT / 2, width, height: HEIGHT };
}

/** The room that the badge of a card takes that stands at `card`; none without a badge. */
export function badgeRects(words: string, card: Rect): readonly Rect[] {
  const badge = badgeOf(words);
  return badge ? [{ ...badge, x: card.x + badge.x, y: card.y + badge.y }] : [];
}

/** The badge of a card, such as its environment; '' without one. Origin at the upper left of the card. */
export function drawBadge({ palette, letters }: Drawing, words: string): string {
  const badge = badgeOf(words);
  if (!badge) return '';
  const { text, x, y, width } = badge;
  const rightToLeft = isRightToLeft(text);
  const ink = { letters: letters.picture, fill: palette.text, font: FONT, rightToLeft };
  return tag(
    'g',
    { class: 'badge' },
    tag('title', {}, escapeXml(oneLine(words))),
    box(x, y, width, HEIGHT, HEIGHT / 2, { fill: palette.box, stroke: palette.dim }),
    textLine(text, rightToLeft ? x + width - PADDING : x + PADDING, y + 11.5, ink),
  );
}
