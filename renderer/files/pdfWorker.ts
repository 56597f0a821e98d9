import type { PdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import { printPdf } from '../../shared/export/pdf/printPdf.ts';

/*
 * Prints one PDF, off the thread that the page runs on.
 */

/** What comes back: the file, or what went wrong. */
export type Printed =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };

addEventListener('message', ({ data }: MessageEvent<PdfDocument>) => {
  printPdf(data).then(
    (printed) => {
      const pdf = new Uint8Array(printed);
      postMessage({ ok: true, pdf } satisfies Printed, { transfer: [pdf.buffer] });
    },
    (error: unknown) => postMessage({ ok: false, message: String(error) } satisfies Printed),
  );
});
