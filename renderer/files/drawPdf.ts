import type { PdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import { bytesFromWorker } from './bytesFromWorker.ts';

/** Prints a document as PDF in a worker. */
export const drawPdf = (document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> =>
  bytesFromWorker(
    new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' }),
    document,
    'The program that prints PDF could not be started.',
  );
