import { hasLetters } from '../font/font.ts';
import { BOX } from '../svg/letters.ts';

/** Marks that join or vary letters, or hint at breaks: they are not seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text in the letters of Inter; each character that it lacks (Arabic, CJK, emoji) is one `□`. */
export function legible(text: string): string {
  if (hasLetters(text)) return text;
  const composed = text.normalize('NFC');
  let shown = '';
  for (const { segment } of characters.segment(composed)) {
    const seen = segment.replace(UNSEEN, '');
    shown += hasLetters(seen) ? seen : BOX;
  }
  return shown;
}

/** The same for what stands between the tags of a picture. */
export const legibleMarkup = (markup: string): string => markup.replace(/>[^<>\n]+</g, legible);
