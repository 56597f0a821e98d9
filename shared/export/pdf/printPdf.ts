/// <reference path="./pdfmake.d.ts" />
import pdfMake from 'pdfmake/build/pdfmake.min.js';
import printed from '../font/printed.json' with { type: 'json' };
import type { StyleName } from './content.ts';
import { MARGIN, PAPERS, type Paper } from './options.ts';
import type { PdfDocument } from './pdfDocument.ts';
import { INSET } from './sheetMarks.ts';

const DIM = '#566173';

/** Sizes are those of A4 and Letter. */
const STYLES: Readonly<Record<StyleName, object>> = {
  anchor: { fontSize: 1, lineHeight: 1 },
  title: { fontSize: 20, bold: true },
  lead: { bold: true, margin: [0, 4, 0, 2] },
  heading: { fontSize: 15, bold: true, margin: [0, 18, 0, 6] },
  group: { fontSize: 12, bold: true, margin: [0, 6, 0, 6] },
  point: { fontSize: 10, bold: true, margin: [0, 2, 0, 2] },
  dim: { color: DIM },
  head: { bold: true },
  note: { margin: [0, 4, 0, 2] },
};

const file = (weight: keyof typeof printed) => `inter-${weight}.ttf`;
const INTER = { normal: file('regular'), bold: file('bold'), italics: file('regular'), bolditalics: file('bold') };

/** The font, by the names that the report and the picture ask for it; nothing is fetched from anywhere. */
function start(): void {
  pdfMake.addVirtualFileSystem({ [file('regular')]: printed.regular, [file('bold')]: printed.bold });
  pdfMake.setFonts({ Inter: INTER, 'Parapet Inter': INTER });
  pdfMake.setUrlAccessPolicy(() => false);
}

const footer =
  ({ foot, sheets }: PdfDocument) =>
  (page: number, pages: number) => ({
    columns: [
      { text: foot, width: '*' },
      { text: `${page} / ${pages}`, alignment: 'right', width: 60 },
    ],
    margin: page <= sheets ? [MARGIN + INSET, 8, MARGIN + INSET, 0] : [MARGIN, 8, MARGIN, 0],
    fontSize: 7,
    color: DIM,
  });

const pageSize = (paper: Paper) => ({ width: PAPERS[paper].width, height: PAPERS[paper].height });

/** The same document gives the same bytes: its date is the only one in it, and its identifier is made of what it says. */
export async function printPdf(document: PdfDocument): Promise<Uint8Array> {
  start();
  const { title, subject, date, paper, orientation, content } = document;
  const definition = {
    content: JSON.parse(JSON.stringify(content)), // plain data; pdfmake writes into it
    pageSize: pageSize(paper),
    pageOrientation: orientation,
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    footer: footer(document),
    styles: STYLES,
    defaultStyle: { font: 'Inter', fontSize: 8.5, lineHeight: 1.2 },
    info: { title, subject, creator: 'Parapet', producer: 'Parapet', creationDate: new Date(`${date}T00:00:00Z`) },
    language: 'en',
    displayTitle: true,
  };
  return pdfMake.createPdf(definition).getBuffer();
}
