import { EMBEDDED_NAME } from '../export/embed.ts';
import { isPng, pngText } from '../export/png/chunks.ts';

/** The text of a diagram, and whether it came out of a picture; or why there is none, as a sentence. */
export type DiagramText =
  | { readonly text: string; readonly picture: boolean }
  | { readonly text: null; readonly why: string };

const NO_DIAGRAM = 'This picture holds no diagram: Parapet did not write it, or it shows only a part of one.';
const NOT_TEXT = 'It is not UTF-8 text.';

const SVG = /^\uFEFF?\s*(<\?xml[\s\S]*?\?>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<svg[\s>]/;
const MODEL = new RegExp(`<metadata\\b[^>]*\\bid\\s*=\\s*["']${EMBEDDED_NAME}["'][^>]*>([\\s\\S]*?)</metadata\\s*>`);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function fromSvg(svg: string): string | null {
  const found = MODEL.exec(svg)?.[1];
  return found === undefined ? null : unescapeXml(found).trim();
}

const fromPicture = (text: string | null): DiagramText =>
  text === null ? { text, why: NO_DIAGRAM } : { text, picture: true };

/**
 * What a file that somebody opens holds: the text of a diagram file as it is, or the diagram inside a picture (SVG or
 * PNG) that Parapet exported. `toText` decodes UTF-8, and gives null for what is none. Nothing is parsed yet.
 */
export function diagramText(bytes: Uint8Array, toText: (bytes: Uint8Array) => string | null): DiagramText {
  if (isPng(bytes)) return fromPicture(pngText(bytes, EMBEDDED_NAME));
  const text = toText(bytes);
  if (text === null) return { text, why: NOT_TEXT };
  return SVG.test(text.slice(0, 2000)) ? fromPicture(fromSvg(text)) : { text, picture: false };
}
