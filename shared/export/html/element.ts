import { escapeXml } from '../svg/xml.ts';

/** Attributes of an element; `true` writes the name alone, undefined and false leave it out. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

const VOID: ReadonlySet<string> = new Set(['input', 'meta']);

function attributesText(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) text += ` ${name}`;
    else if (typeof value === 'string') text += ` ${name}="${escapeXml(value)}"`;
  }
  return text;
}

/** Text as HTML. Everything that comes from a diagram or a catalog passes through here. */
export const html = escapeXml;

/** An element; the children are markup already. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const head = `<${name}${attributesText(attributes)}>`;
  return VOID.has(name) ? head : `${head}${children.join('')}</${name}>`;
}

/** A link to a page of the catalog; anything but https becomes a text. */
export const pageLink = ({ title, url }: { readonly title: string; readonly url: string }): string =>
  /^https:\/\//.test(url) ? el('a', { href: url, rel: 'noreferrer' }, html(title)) : html(title);
