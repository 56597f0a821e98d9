import { findLinks } from '../links/findLinks.ts';

/** What this needs to know of a piece of Markdown. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  children?: Node[];
}

const isLink = ({ type }: Node): boolean => type === 'link' || type === 'linkReference';

function withLinks(node: Node): readonly Node[] {
  if (node.type !== 'text' || node.value === undefined) return [node];
  return findLinks(node.value).map(({ text, url }) =>
    url === null ? { type: 'text', value: text } : { type: 'link', url, children: [{ type: 'text', value: url }] },
  );
}

function visit(node: Node): void {
  if (!node.children || isLink(node)) return;
  for (const child of node.children) visit(child);
  node.children = node.children.flatMap(withLinks);
}

/** A plugin for Markdown: addresses that stand in a text bare are links too. */
export const linkAddresses = () => visit;
