import { printable } from '../../diagram/oneLine.ts';

/*
 * Writing XML from strings. Everything that comes from a diagram or a catalog passes through `escapeXml` here; nothing
 * else in this folder writes markup from data.
 */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const PLAIN = /^[ !#-%'-;=?-~]*$/;

/** Text or attribute value as XML. */
export const escapeXml = (text: string): string =>
  PLAIN.test(text) ? text : printable(text).replace(/[&<>"]/g, (found) => ENTITIES[found] ?? '');

/** Attribute values; numbers are rounded to two decimals, undefined ones left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100 || 0);

function attributesText(attributes: Attributes): string {
  let text = '';
  // Not `Object.entries`: a large picture has a hundred thousand elements, and this is most of their time.
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === 'number' ? numberText(value) : escapeXml(value)}"`;
  }
  return text;
}

/** Markup after markup. */
export function concat(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += part;
  return text;
}

/** Longer markup is copied once, at the end of all. */
const SMALL = 2000;

/**
 * The same text. The engine keeps a text that was added up as a tree of its parts until somebody looks into it: of a
 * large picture that is a million objects to keep, which took as long as all the drawing.
 */
function whole(text: string): string {
  if (text.length < SMALL) text.charCodeAt(0);
  return text;
}

/** An element; the children are markup already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let text = `<${name}${attributesText(attributes)}`;
  if (children.length === 0) return whole(`${text}/>`);
  text += '>';
  // Not `join`: that copies at every level of a deep document what this copies once, at its end.
  for (const child of children) text += child;
  return whole(`${text}</${name}>`);
}
