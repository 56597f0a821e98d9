import { dataMark } from '../../dataClasses.ts';
import { RESOURCE_SIZE, type Rect } from '../../diagram/geometry.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import type { Resource } from '../../diagram/schema.ts';
import type { Drawing } from './drawing.ts';
import { type Font, isRightToLeft, truncate } from './fitText.ts';
import { textLine, widthOf } from './letters.ts';
import { box, group } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

const FONT: Font = { size: 10, weight: 'bold' };
const HEIGHT = 16;
const PADDING = 6;
/** Leaves the middle of the lower edge free, where flows attach. */
const MOST = 72;
const ASIDE = 8;

const LOOKS = {
  /** A word such as the environment: round, on the right. */
  badge: { radius: HEIGHT / 2, dash: undefined },
  /** The strongest class of data that reaches it: square and dashed, on the left. */
  data: { radius: 2, dash: '3 2' },
} as const;

/** A small sign with a word on it. */
interface CardTag extends Rect {
  readonly look: keyof typeof LOOKS;
  readonly text: string;
  readonly title: string;
}

/** A tag with the text that fits, at its place from the upper left of a card; none without words. */
function tagOf(look: CardTag['look'], words: string, title: string): readonly CardTag[] {
  const text = truncate(words, MOST - 2 * PADDING, FONT);
  if (text === '') return [];
  const width = Math.ceil(widthOf(text, FONT)) + 2 * PADDING;
  const x = look === 'badge' ? RESOURCE_SIZE.width - ASIDE - width : ASIDE;
  return [{ look, text, title, x, y: RESOURCE_SIZE.height - HEIGHT / 2, width, height: HEIGHT }];
}

function tagsOf({ dataAt }: Drawing, { id, badge = '' }: Resource): readonly CardTag[] {
  const data = dataMark(dataAt(id));
  return [...tagOf('badge', badge, badge), ...(data ? tagOf('data', data.text, data.title) : [])];
}

function drawTag({ palette, letters }: Drawing, { look, text, title, x, y, width }: CardTag): string {
  const { radius, dash } = LOOKS[look];
  const rightToLeft = isRightToLeft(text);
  const ink = { letters: letters.picture, fill: palette.text, font: FONT, rightToLeft };
  return tag(
    'g',
    { class: look },
    tag('title', {}, escapeXml(oneLine(title))),
    box(x, y, width, HEIGHT, radius, { fill: palette.box, stroke: palette.dim, 'stroke-dasharray': dash }),
    textLine(text, rightToLeft ? x + width - PADDING : x + PADDING, y + 11.5, ink),
  );
}

/** The room that the tags take of a card that stands at `card`. */
export const cardTagRects = (drawing: Drawing, resource: Resource, card: Rect): readonly Rect[] =>
  tagsOf(drawing, resource).map(({ x, y, width, height }) => ({ x: card.x + x, y: card.y + y, width, height }));

/** What stands on the lower edge of a card. Origin at the upper left of the card. */
export const drawCardTags = (drawing: Drawing, resource: Resource): string =>
  tagsOf(drawing, resource)
    .map((each) => drawTag(drawing, each))
    .join('');

/** What a tag for data looks like, for the legend, and its width. */
export function dataSample(drawing: Drawing): { readonly sample: string; readonly sampleWidth: number } {
  const [made] = tagOf('data', 'data', 'Data');
  if (!made) return { sample: '', sampleWidth: 0 };
  return { sample: group(-made.x, 1 - made.y, drawTag(drawing, made)), sampleWidth: made.width };
}
