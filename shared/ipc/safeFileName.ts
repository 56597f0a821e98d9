const LONGEST = 80;

/** Characters that some file system refuses, and control characters. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system accepts, out of any words: at most 80 characters and the extension
 * (given without the dot), which is not added twice. Without a usable character it is "Untitled".
 */
export function safeFileName(words: string, extension: string): string {
  const dotted = `.${extension}`;
  const stem = words.toLowerCase().endsWith(dotted) ? words.slice(0, -dotted.length) : words;
  const clean = [...stem.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')].slice(0, LONGEST).join('');
  const trimmed = clean.replace(/^[. ]+|[. ]+$/g, '');
  return `${trimmed === '' || RESERVED.test(trimmed) ? 'Untitled' : trimmed}${dotted}`;
}
