import { toCsv } from '../shared/export/csv.ts';
import { FORMAT_IDS, type FormatId } from '../shared/export/formats.ts';
import { toHtml } from '../shared/export/html/toHtml.ts';
import { type IconSource, iconsFromFiles } from '../shared/export/icon.ts';
import type { ExportInput } from '../shared/export/input.ts';
import { toJsonReport } from '../shared/export/json.ts';
import { toMarkdown } from '../shared/export/markdown.ts';
import type { Orientation, Paper, Tiles } from '../shared/export/pdf/options.ts';
import { MOST_FINDINGS, pdfDocument } from '../shared/export/pdf/pdfDocument.ts';
import { MOST_SHEETS } from '../shared/export/pdf/picturePages.ts';
import { pngPicture, type Scale } from '../shared/export/png/picture.ts';
import { type ResvgProgram, rasterize } from '../shared/export/png/rasterize.ts';
import { toSarif } from '../shared/export/sarif.ts';
import { exportSvg } from '../shared/export/svg/exportSvg.ts';
import type { Annotations, Scope } from '../shared/export/svg/options.ts';
import type { Theme } from '../shared/export/svg/style.ts';

/** How pictures are drawn. Data only. */
export interface PictureStyle {
  readonly theme: Theme;
  readonly annotations: Annotations;
  /** Pixels of a PNG for one of the SVG, along each side. */
  readonly scale: Scale;
  /** Of a PDF. */
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** Not given: the picture fitted to one page. */
  readonly tiles?: Tiles;
}

/** What of the options is about pictures. */
export const styleOf = ({ theme, annotations, scale, paper, orientation, tiles }: PictureStyle): PictureStyle => ({
  theme,
  annotations,
  scale,
  paper,
  orientation,
  ...(tiles !== undefined && { tiles }),
});

/** A document that cannot be made of this diagram; the message says why and what to do. */
export class CannotRender extends Error {}

/** What documents are made with. */
export interface Tools {
  readonly icons: IconSource;
  readonly style: PictureStyle;
  /** What pictures show. */
  readonly scope: Scope;
  /** The program that draws PNG. */
  readonly resvg: () => ResvgProgram;
  /** Where the picture of a Markdown report is, seen from the report; null: nowhere. */
  readonly picture: string | null;
}

type Renderer = (input: ExportInput, tools: Tools) => string | Uint8Array | Promise<Uint8Array>;

async function toPng(input: ExportInput, { icons, style, scope, resvg }: Tools): Promise<Uint8Array> {
  const { scale, theme, annotations } = style;
  const result = pngPicture({ ...input, icons, theme, annotations, scope }, scale);
  if (result.ok) return rasterize(result.picture, resvg);
  const { width, height } = result;
  throw new CannotRender(`the PNG would have ${width} × ${height} pixels; use a smaller --scale or SVG`);
}

async function toPdf(input: ExportInput, { icons, style, scope }: Tools): Promise<Uint8Array> {
  // A megabyte that no other format needs.
  const { printPdf } = await import('../shared/export/pdf/printPdf.ts');
  const result = pdfDocument(input, icons, { ...style, scope });
  if (result.ok) return printPdf(result.document);
  throw new CannotRender(
    result.tooMany === 'sheets'
      ? `the picture would take ${result.count} sheets, and ${MOST_SHEETS} are the most; use fewer --tiles or a larger --paper`
      : `the report would have ${result.count} findings, and a PDF takes ${MOST_FINDINGS}; use HTML, or --annotations none for the picture alone`,
  );
}

/** How each format is made of one diagram and its report. */
export const RENDERERS = {
  svg: (input, { icons, style: { theme, annotations }, scope }) =>
    exportSvg({ ...input, icons, theme, annotations, scope }),
  png: toPng,
  pdf: toPdf,
  html: (input, { icons }) => toHtml(input, icons),
  markdown: (input, { picture }) => toMarkdown(input, { picture }),
  json: ({ file, ...input }) => {
    const checked = { ...input, file: file?.name ?? '' };
    return `${JSON.stringify(toJsonReport([checked], input.catalog, input.date, input.standard), null, 2)}\n`;
  },
  csv: toCsv,
  sarif: (input) => toSarif(input),
} satisfies Partial<Readonly<Record<FormatId, Renderer>>>;

/** A format that can be written. */
export type Rendered = keyof typeof RENDERERS;

/** The formats that can be written, in the order in which they are offered. */
export const RENDERED = FORMAT_IDS.filter((id): id is Rendered => Object.hasOwn(RENDERERS, id));

/** Formats that make a document of its own of each diagram; in the others several diagrams share one. */
const PAGES = ['svg', 'png', 'pdf', 'html'] as const satisfies readonly Rendered[];
export type PageId = (typeof PAGES)[number];

export const isPage = (format: string): format is PageId => PAGES.some((page) => page === format);

/** The icons that these formats need. */
export async function readIconsFor(
  formats: readonly string[],
  readIcons: () => Promise<Readonly<Record<string, string>>>,
): Promise<IconSource> {
  return iconsFromFiles(formats.some(isPage) ? await readIcons() : {});
}
