import type { CheckFormat } from '../fileReview.ts';
import { csvDocument } from './csvDocument.ts';
import type { Document, DocumentView, Write } from './document.ts';
import { jsonDocument } from './jsonDocument.ts';
import { markdownDocument } from './markdownDocument.ts';
import { sarifDocument } from './sarifDocument.ts';
import { textDocument } from './textDocument.ts';

/** Formats in which several diagrams share one document. */
export const DOCUMENTS = {
  text: textDocument,
  json: jsonDocument,
  csv: csvDocument,
  sarif: sarifDocument,
  markdown: markdownDocument,
} satisfies Partial<Record<CheckFormat, (write: Write, view: DocumentView) => Promise<Document>>>;

type DocumentId = keyof typeof DOCUMENTS;

/** Whether all diagrams share one document of a format. */
export const isDocument = (format: string): format is DocumentId => Object.hasOwn(DOCUMENTS, format);
