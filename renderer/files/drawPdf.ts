import type { PdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import type { Printed } from './pdfWorker.ts';

/** Prints a document as PDF in a worker, which ends afterwards. */
export async function drawPdf(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  try {
    const printed = await new Promise<Printed>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Printed>) => resolve(data);
      worker.onerror = ({ message }) =>
        reject(new Error(message || 'The program that prints PDF could not be started.'));
      worker.postMessage(document);
    });
    if (!printed.ok) throw new Error(printed.message);
    return printed.pdf;
  } finally {
    worker.terminate();
  }
}
