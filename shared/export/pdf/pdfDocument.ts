import type { IconSource } from '../icon.ts';
import type { ExportInput } from '../input.ts';
import { type Review, toReview } from '../review.ts';
import { exportSvg } from '../svg/exportSvg.ts';
import { BOX } from '../svg/letters.ts';
import { PALETTES } from '../svg/style.ts';
import { sizeText, summaryText } from '../text.ts';
import { bookmark, type Content, heading, line } from './content.ts';
import { legible, legibleMarkup } from './legible.ts';
import { MARGIN, PAPERS, type Paper, type PdfOptions } from './options.ts';
import { gapSection, questionSection } from './points.ts';
import { decisionSection, scopeSection, standardSection } from './tables.ts';

/** The line that the bookmark of the picture leads to; it shows nothing. */
const ANCHOR = 10;

/** A PDF as data, before it is laid out: it can be sent to a worker. */
export interface PdfDocument {
  readonly title: string;
  readonly subject: string;
  /** The day (ISO) that the document says it was made on. */
  readonly date: string;
  readonly paper: Paper;
  readonly orientation: 'landscape' | 'portrait';
  /** Under each page, beside its number. */
  readonly foot: string;
  readonly content: readonly Content[];
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /\swidth="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** The picture with its letters as text, so that they can be selected and found. */
function drawPicture(input: ExportInput, icons: IconSource, { scope, annotations, theme }: PdfOptions): string {
  const svg = exportSvg({
    ...input,
    ...(scope && { scope }),
    ...(annotations && { annotations }),
    theme: theme === 'print' ? 'print' : 'light',
    icons,
    lists: false,
    lettering: 'text',
    embed: false,
    embedFont: false,
  });
  return legibleMarkup(svg);
}

function orientationOf(svg: string, { orientation = 'auto' }: PdfOptions): PdfDocument['orientation'] {
  if (orientation !== 'auto') return orientation;
  const { width, height } = sizeOf(svg);
  return width > height ? 'landscape' : 'portrait';
}

function picturePage(svg: string, { orientation, paper }: Pick<PdfDocument, 'orientation' | 'paper'>): Content[] {
  const { width: short, height: long } = PAPERS[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  return [
    { text: ' ', style: 'anchor', ...bookmark('Picture', { id: 'picture' }) },
    { svg, fit: [width - 2 * MARGIN, height - 2 * MARGIN - ANCHOR], alignment: 'center' },
  ];
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
    ...questionSection(review, setting),
    ...decisionSection(review, setting),
    ...standardSection(review.standard, setting),
    ...scopeSection(review),
  ];
  const head = top(review);
  return [...head, ...boxNote([...head, ...sections]), ...sections];
}

/**
 * The picture on a page of its own, fitted to it, then the review report: what `printPdf` writes. The report speaks of the
 * whole diagram, whatever part the picture shows. `icons` are those of the picture.
 */
export function pdfDocument(input: ExportInput, icons: IconSource, options: PdfOptions = {}): PdfDocument {
  const { paper = 'a4', annotations = 'all', lists = true } = options;
  const review = toReview(input);
  const svg = drawPicture(input, icons, options);
  const orientation = orientationOf(svg, options);
  const withReport = lists && annotations !== 'none';
  return {
    title: review.title,
    subject: withReport ? summaryText(review.tally) : sizeText(review.size),
    date: review.date,
    paper,
    orientation,
    foot: legible(`${review.title} · ${review.date}`),
    content: [...picturePage(svg, { orientation, paper }), ...(withReport ? reportPages(review, options, paper) : [])],
  };
}
