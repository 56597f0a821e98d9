/** One kind of file that a diagram is exported as. */
interface Format {
  /** What people read in menus and lists. */
  readonly label: string;
  /** Without a dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** Whether it is written as UTF-8 text or as bytes. */
  readonly content: 'text' | 'binary';
}

/** Every format that app and command line export, by the id that `--format` takes. */
export const FORMATS = {
  svg: { label: 'SVG picture', extension: 'svg', mimeType: 'image/svg+xml', content: 'text' },
  png: { label: 'PNG picture', extension: 'png', mimeType: 'image/png', content: 'binary' },
  pdf: { label: 'PDF document', extension: 'pdf', mimeType: 'application/pdf', content: 'binary' },
  html: { label: 'HTML report', extension: 'html', mimeType: 'text/html', content: 'text' },
  markdown: { label: 'Markdown report', extension: 'md', mimeType: 'text/markdown', content: 'text' },
  json: { label: 'JSON report', extension: 'json', mimeType: 'application/json', content: 'text' },
  csv: { label: 'CSV table', extension: 'csv', mimeType: 'text/csv', content: 'text' },
  sarif: { label: 'SARIF log', extension: 'sarif', mimeType: 'application/sarif+json', content: 'text' },
} as const satisfies Readonly<Record<string, Format>>;

/** The id of a format. */
export type FormatId = keyof typeof FORMATS;

/** All ids, in the order in which they are offered. */
export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** Whether a word is the id of a format. */
export const isFormatId = (word: string): word is FormatId => Object.hasOwn(FORMATS, word);
