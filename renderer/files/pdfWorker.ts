import type { PdfDocument } from '../../shared/export/pdf/pdfDocument.ts';
import { printPdf } from '../../shared/export/pdf/printPdf.ts';
import { answerWithBytes } from './answerWithBytes.ts';

/*
 * Prints one PDF, off the thread that the page runs on.
 */

answerWithBytes<PdfDocument>(printPdf);
