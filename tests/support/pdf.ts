import { getDocumentProxy } from 'unpdf';

/** An entry of the outline. */
interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** A PDF as a program reads it that we did not write: pdf.js. */
export interface ReadPdf {
  /** The text of each page, one line a line. */
  readonly pages: readonly string[];
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Where the text of each page ends on the right, in points. */
  readonly rights: readonly number[];
  readonly info: { readonly Title?: string; readonly Subject?: string; readonly CreationDate?: string };
  readonly outline: readonly Bookmark[];
  /** Addresses that a reader can follow. */
  readonly addresses: readonly string[];
}

const textOf = (items: readonly object[]): string =>
  items.map((item) => ('str' in item ? `${item.str}${'hasEOL' in item && item.hasEOL ? '\n' : ''}` : '')).join('');

const rightOf = (items: readonly object[]): number =>
  Math.max(
    0,
    ...items.map((item) =>
      'str' in item && item.str !== ''
        ? Number(Reflect.get(item, 'transform')[4]) + Number(Reflect.get(item, 'width'))
        : 0,
    ),
  );

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  const pages = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const annotations: readonly { readonly url?: string }[] = await page.getAnnotations();
    const { items } = await page.getTextContent();
    pages.push({
      text: textOf(items),
      right: rightOf(items),
      size: [Math.round(width), Math.round(height)] as const,
      addresses: annotations.flatMap(({ url }) => url ?? []),
    });
  }
  return {
    pages: pages.map(({ text }) => text),
    sizes: pages.map(({ size }) => size),
    rights: pages.map(({ right }) => right),
    info,
    outline: (await document.getOutline()) ?? [],
    addresses: pages.flatMap(({ addresses }) => addresses),
  };
}
