const ESCAPED = /[\\`*_{}[\]<>|~#!$&]/g;
/** What begins a list, a heading or a rule when it stands first in a line. */
const FIRST = /^([-+=]|\d+(?=[.)]))/;
// Names that GitHub and GitLab turn into links, with a message to somebody in the case of the first.
const MENTION = /@(?=\w)/g;
const ADDRESS = /\b(https?|ftp|mailto)(?=:)|\bwww(?=\.)/gi;
const NOTHING = '&#8203;';

const withoutStart = (text: string): string =>
  text.replace(FIRST, (start) => (/\d/.test(start) ? `${NOTHING}${start}` : `\\${start}`));

/**
 * A text as Markdown that shows just this text: no markup, no links, no mention of anybody, no HTML. It may stand
 * anywhere in a line, in a table too; line breaks must be gone already (`lineOf`).
 */
export const markdownText = (text: string): string =>
  withoutStart(text.replace(ESCAPED, '\\$&'))
    .replace(/\\#(?=\w)/g, `\\#${NOTHING}`)
    .replace(MENTION, `@${NOTHING}`)
    .replace(ADDRESS, `$&${NOTHING}`);

/** A link to a page of the catalog; anything but https becomes a text. */
export const markdownLink = (title: string, url: string): string =>
  /^https:\/\/[^\s<>]+$/.test(url) ? `[${markdownText(title)}](<${url}>)` : markdownText(title);

/** A picture at an address: a URL or a relative reference, encoded. */
export const markdownPicture = (words: string, address: string): string =>
  `![${markdownText(words)}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
