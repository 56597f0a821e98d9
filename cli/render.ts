import { toCsv } from '../shared/export/csv.ts';
import { FORMAT_IDS, type FormatId } from '../shared/export/formats.ts';
import { iconsFromFiles } from '../shared/export/icon.ts';
import type { ExportInput } from '../shared/export/input.ts';
import { toJsonReport } from '../shared/export/json.ts';
import { toSarif } from '../shared/export/sarif.ts';
import { exportSvg } from '../shared/export/svg/exportSvg.ts';

/** The icons of services, by the names that the catalog uses. */
export type Icons = ReturnType<typeof iconsFromFiles>;

type Renderer = (input: ExportInput, icons: Icons) => string | Uint8Array | Promise<Uint8Array>;

/** How each format is made of one diagram and its report. */
export const RENDERERS = {
  svg: (input, icons) => exportSvg({ ...input, icons }),
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
const PAGES = ['svg'] as const satisfies readonly Rendered[];
export type PageId = (typeof PAGES)[number];

export const isPage = (format: string): format is PageId => PAGES.some((page) => page === format);

/** The icons that these formats need. */
export async function readIconsFor(
  formats: readonly string[],
  readIcons: () => Promise<Readonly<Record<string, string>>>,
): Promise<Icons> {
  return iconsFromFiles(formats.some(isPage) ? await readIcons() : {});
}
