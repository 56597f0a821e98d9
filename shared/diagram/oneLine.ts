// Control characters but line breaks and tabs, lone surrogates, and marks that reverse the direction of what follows.
const UNFIT = /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** The text with `\uFFFD` for each character that cannot be shown (nor be in XML), and without marks of direction. */
export const printable = (text: string): string => text.replace(UNFIT, '\uFFFD').replace(DIRECTION_MARKS, '');

/** What needs a second look: anything beyond ASCII, and blanks at an end or in a row. */
const UNUSUAL = /[^ -~]|^ | $| {2}/;

/**
 * One line of printable text, which cannot change how words around it are read: letters with their marks are one, line
 * breaks and runs of blanks become one blank.
 */
export const oneLine = (text: string): string =>
  UNUSUAL.test(text) ? printable(text).normalize('NFC').replace(/\s+/g, ' ').trim() : text;
