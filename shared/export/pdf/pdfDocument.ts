import { BOX, legible } from '../font/legible.ts';
import type { IconSource } from '../icon.ts';
import type { ExportInput } from '../input.ts';
import { type Review, toReview } from '../review.ts';
import { PALETTES } from '../svg/style.ts';
import { sizeText, summaryText } from '../text.ts';
import { type Content, heading, line } from './content.ts';
import { MARGIN, PAPERS, type Paper, type PdfOptions } from './options.ts';
import { picturePages } from './picturePages.ts';
import { gapSection, questionSection } from './points.ts';
import { dataSection, decisionSection, ruleSection, scopeSection, signOffSection, standardSection } from './tables.ts';

/** A PDF as data, before it is laid out: it can be sent to a worker. */
export interface PdfDocument {
  readonly title: string;
  readonly subject: string;
  /** The day (ISO) that the document says it was made on. */
  readonly date: string;
  readonly paper: Paper;
  readonly orientation: 'landscape' | 'portrait';
  /** Pages at the beginning that have marks in their margins. */
  readonly sheets: number;
  /** Under each page, beside its number. */
  readonly foot: string;
  readonly content: readonly Content[];
}

function top({ title, tally, size, date, file }: Review): readonly Content[] {
  const from = file === null ? '' : ` · ${file}`;
  return [
    {
      ...heading(title, 'title', { id: 'report', open: true }),
      pageBreak: 'before',
      pageOrientation: 'portrait',
    },
    line(summaryText(tally), 'lead'),
    line(`${sizeText(size)} · checked by Parapet on ${date}${from}`, 'dim'),
  ];
}

/** What the boxes are, where there are any. */
const boxNote = (content: readonly Content[]): readonly Content[] =>
  JSON.stringify(content).includes(BOX)
    ? [
        line(
          `${BOX} stands for a character that this document has no letters for. SVG and the HTML report show it.`,
          'note',
        ),
      ]
    : [];

function reportPages(review: Review, { theme }: PdfOptions, paper: Paper): readonly Content[] {
  const palette = PALETTES[theme === 'print' ? 'print' : 'light'];
  const setting = { palette, width: PAPERS[paper].width - 2 * MARGIN };
  const sections = [
    ...gapSection(review, setting),
    ...ruleSection(review, setting),
    ...questionSection(review, setting),
    ...dataSection(review, setting),
    ...decisionSection(review, setting),
    ...signOffSection(review, setting),
    ...standardSection(review.standard, setting),
    ...scopeSection(review),
  ];
  const head = top(review);
  return [...head, ...boxNote([...head, ...sections]), ...sections];
}

/** More gaps and questions than this make thousands of pages, minutes of work and gigabytes of memory. */
export const MOST_FINDINGS = 5000;

/** A document, or what it would have had too many of. */
export type PdfResult =
  | { readonly ok: true; readonly document: PdfDocument }
  | { readonly ok: false; readonly tooMany: 'sheets' | 'findings'; readonly count: number };

/**
 * The picture on a page of its own, fitted to it, or over several sheets; then the review report: what `printPdf` writes. The
 * report speaks of the whole diagram, whatever part the picture shows. `icons` are those of the picture. Refused where the
 * picture would take more than `MOST_SHEETS`, or the report have more than `MOST_FINDINGS`.
 */
export function pdfDocument(input: ExportInput, icons: IconSource, options: PdfOptions = {}): PdfResult {
  const { paper = 'a4', annotations = 'all', lists = true } = options;
  const withReport = lists && annotations !== 'none';
  const review = toReview(input);
  const findings = review.gaps.length + review.questions.length;
  if (withReport && findings > MOST_FINDINGS) return { ok: false, tooMany: 'findings', count: findings };
  const drawn = picturePages(input, icons, { ...options, paper });
  if (!drawn.ok) return { ok: false, tooMany: 'sheets', count: drawn.sheets };
  const { orientation, pages, sheets } = drawn;
  const document = {
    title: review.title,
    subject: withReport ? summaryText(review.tally) : sizeText(review.size),
    date: review.date,
    paper,
    orientation,
    sheets,
    foot: legible(`${review.title} · ${review.date}`),
    content: [...pages, ...(withReport ? reportPages(review, options, paper) : [])],
  };
  return { ok: true, document };
}
