import { formatDiagram } from '../../shared/diagram/format.ts';
import { toCsv } from '../../shared/export/csv.ts';
import { toHtml } from '../../shared/export/html/toHtml.ts';
import type { IconSource } from '../../shared/export/icon.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import { toJsonReport } from '../../shared/export/json.ts';
import { toMarkdown } from '../../shared/export/markdown.ts';
import { pdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import { printPdf } from '../../shared/export/pdf/printPdf.ts';
import { toSarif } from '../../shared/export/sarif.ts';
import { standardsOf } from '../../shared/validate/standards.ts';
import { medianMs, medianMsOf, type Row } from './measure.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function textRow(what: string, write: () => string): Row {
  const text = write();
  return {
    what: `${what} (${megabytes(text.length)})`,
    ms: medianMs(write),
    floor: 'encode the same text',
    floorMs: medianMs(() => Buffer.from(text, 'utf8')),
  };
}

async function pdfRow(what: string, print: () => Promise<Uint8Array>): Promise<Row> {
  const pdf = await print();
  return {
    what: `${what} (${megabytes(pdf.length)})`,
    ms: await medianMsOf(1, print),
    floor: 'copy the bytes',
    floorMs: medianMs(() => new Uint8Array(pdf)),
  };
}

/** The review report of a diagram by a standard, in every format. */
export async function reportRows(
  input: Omit<ExportInput, 'standard' | 'file'> & { readonly icons: IconSource },
): Promise<readonly Row[]> {
  const { catalog, date, icons } = input;
  const standard = standardsOf(catalog)[0] ?? null;
  const file = { name: 'big.parapet', text: formatDiagram(input.diagram) };
  const all: ExportInput = { ...input, standard, file };
  const checked = { ...input, file: file.name };
  const pdf = () => {
    const result = pdfDocument(all, icons);
    if (!result.ok) throw new Error('too large for a PDF');
    return result.document;
  };
  const report = { ...pdf(), content: pdf().content.filter((part) => !('svg' in part)) };
  return [
    textRow('report HTML', () => toHtml(all, icons)),
    textRow('report Markdown', () => toMarkdown(all)),
    textRow('report JSON', () => JSON.stringify(toJsonReport([checked], catalog, date, standard), null, 2)),
    textRow('report SARIF', () => toSarif(all)),
    textRow('report CSV', () => toCsv(all)),
    await pdfRow('report PDF, no picture', () => printPdf(report)),
    await pdfRow('report PDF', () => printPdf(pdf())),
  ];
}
