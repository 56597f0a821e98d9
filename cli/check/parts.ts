import { csvRows } from '../../shared/export/csv.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import { toMarkdown } from '../../shared/export/markdown.ts';
import { toSarifPart } from '../../shared/export/sarif.ts';
import { checkText } from './checkText.ts';
import type { CheckView } from './checkView.ts';
import type { Parts } from './fileReview.ts';
import { toJsonPart } from './jsonPart.ts';
import { sarifText } from './sarifText.ts';
import { utf8 } from './spelled.ts';

/** A file that was checked, and how it is shown. */
export interface Subject {
  readonly file: string;
  readonly input: ExportInput;
  readonly view: CheckView;
  /** Where its picture is, seen from the Markdown report. */
  readonly picture: string | null;
}

/** What a file adds where no format is wanted. */
export const NO_PARTS: Parts = { text: utf8(''), json: null, csv: utf8(''), sarif: null, markdown: utf8('') };

/** What a file adds to the document of each format. */
const PARTS = {
  text: ({ file, input, view }) => utf8(checkText({ ...input, file }, view)),
  json: ({ file, input, view }) => toJsonPart({ ...input, file }, input, view.known),
  csv: ({ input }) => utf8(csvRows(input)),
  sarif: ({ input, view }) => {
    const part = toSarifPart(input, { known: view.known });
    return { ...part, results: utf8(sarifText(part.results)) };
  },
  markdown: ({ input, picture }) => utf8(toMarkdown(input, { picture })),
} satisfies { readonly [Key in keyof Parts]: (subject: Subject) => Parts[Key] };

/** The bytes that a thread hands over when it hands over parts. */
export const buffersOf = ({ text, json, csv, sarif, markdown }: Parts): readonly ArrayBuffer[] =>
  [text, json?.findings, csv, sarif?.results, markdown].flatMap((bytes) => (bytes?.length ? [bytes.buffer] : []));

/** What a file adds to the documents of these formats. */
export function partsOf(subject: Subject, formats: readonly string[]): Parts {
  const wanted = Object.entries(PARTS).filter(([format]) => formats.includes(format));
  return { ...NO_PARTS, ...Object.fromEntries(wanted.map(([format, part]) => [format, part(subject)])) };
}
