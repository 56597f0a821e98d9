import { hasLetters } from './font.ts';
import type { Weight } from './textWidth.ts';

/** Stands for a character that cannot be drawn. */
export const BOX = '□';

/** Marks that join or vary letters, or hint at breaks: they are not seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text in the letters of Inter, for where there are no other fonts; each character that it lacks (Arabic, CJK, emoji)
 * is one `□`.
 */
export function legible(text: string, weight: Weight = 'regular'): string {
  if (hasLetters(text, weight)) return text;
  let shown = '';
  for (const { segment } of characters.segment(text.normalize('NFC'))) {
    const seen = segment.replace(UNSEEN, '');
    shown += hasLetters(seen, weight) ? seen : BOX;
  }
  return shown;
}

/** The same for what stands between the tags of a picture. */
export const legibleMarkup = (markup: string): string => markup.replace(/>[^<>\n]+</g, (text) => legible(text));
