import { toCsv } from '../../shared/export/csv.ts';
import type { FormatId } from '../../shared/export/formats.ts';
import { toHtml } from '../../shared/export/html/toHtml.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import { toJsonReport } from '../../shared/export/json.ts';
import { toMarkdown } from '../../shared/export/markdown.ts';
import type { Orientation, Paper, Tiles } from '../../shared/export/pdf/options.ts';
import { MOST_FINDINGS, pdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import { MOST_SHEETS } from '../../shared/export/pdf/picturePages.ts';
import { pngPicture, type Scale } from '../../shared/export/png/picture.ts';
import { toSarif } from '../../shared/export/sarif.ts';
import { exportSvg } from '../../shared/export/svg/exportSvg.ts';
import type { SvgOptions } from '../../shared/export/svg/options.ts';
import { iconSvg } from '../icons.ts';
import { drawPdf } from './drawPdf.ts';
import { drawPng } from './drawPng.ts';

/** How a picture is wanted; what is no picture takes nothing of it. */
export interface PictureWish extends SvgOptions {
  readonly scale: Scale;
  /** Of a PDF. */
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly tiles: Tiles | null;
}

/** The content of a file, or why there is none, as sentences for a person. */
export type Content = string | Uint8Array<ArrayBuffer> | { readonly refused: readonly string[] };

type Exporter = (input: ExportInput, wish: PictureWish) => Content | Promise<Content>;

const grouped = (count: number): string => count.toLocaleString('en-US');

async function png(input: ExportInput, { scale, ...options }: PictureWish): Promise<Content> {
  const result = pngPicture({ ...input, ...options, icons: iconSvg }, scale);
  if (result.ok) return drawPng(result.picture);
  const size = `${grouped(result.width)} by ${grouped(result.height)} pixels`;
  return {
    refused: [`At ${scale}× it would have ${size}.`, 'Choose a smaller scale, leave the lists out, or export SVG.'],
  };
}

async function pdf(input: ExportInput, wish: PictureWish): Promise<Content> {
  const result = pdfDocument(input, iconSvg, wish);
  if (result.ok) return drawPdf(result.document);
  if (result.tooMany === 'sheets') {
    const words = `The picture would take ${result.count} sheets; ${MOST_SHEETS} are the most.`;
    return { refused: [words, 'Choose fewer sheets, larger paper, or a part of the diagram.'] };
  }
  const words = `The report would have ${grouped(result.count)} findings; a PDF takes ${grouped(MOST_FINDINGS)}.`;
  return { refused: [words, 'Leave the report out, or export HTML.'] };
}

function json({ file, diagram, report, catalog, date, standard }: ExportInput): string {
  const checked = { file: file?.name ?? diagram.name, diagram, report };
  return `${JSON.stringify(toJsonReport([checked], catalog, date, standard), null, 2)}\n`;
}

/** How the app makes each format. */
export const EXPORTERS = {
  svg: (input, { scale: _, ...options }) => exportSvg({ ...input, ...options, icons: iconSvg }),
  png,
  pdf,
  html: (input) => toHtml(input, iconSvg),
  markdown: (input) => toMarkdown(input),
  json,
  csv: toCsv,
  sarif: (input) => toSarif(input),
} satisfies Partial<Readonly<Record<FormatId, Exporter>>>;

/** A format that the app exports. */
export type Exported = keyof typeof EXPORTERS;
