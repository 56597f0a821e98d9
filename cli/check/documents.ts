import type { Catalog } from '../../shared/catalog/catalog.ts';
import { toJsonReport } from '../../shared/export/json.ts';
import { addSummaries } from '../../shared/export/mergeReports.ts';
import { NO_TALLY, sumTallies } from '../../shared/validate/report.ts';
import type { Standard } from '../../shared/validate/standards.ts';
import type { Io } from '../io.ts';
import { painter } from '../paint.ts';
import { totalText } from './checkText.ts';
import type { CheckFormat, FileReview } from './fileReview.ts';
import { indented } from './jsonPart.ts';

/** A document that grows by one file after the other. Call `end` once, or `drop`. */
export interface Document {
  readonly add: (review: FileReview) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Frees what the document keeps, whether it was ended or not. */
  readonly drop: () => Promise<void>;
}

/** What documents are made with. */
export interface DocumentView {
  readonly io: Io;
  readonly catalog: Catalog;
  readonly standard: Standard | null;
  readonly colours: boolean;
  readonly quiet: boolean;
}

type Write = (text: string) => void | Promise<void>;

const nothing = async () => {};

async function textDocument(write: Write, { colours, quiet }: DocumentView): Promise<Document> {
  const paint = painter(colours);
  let [files, unreadable, tally, between] = [0, 0, NO_TALLY, ''];
  return {
    add: async ({ problem, parts, tally: own }) => {
      if (problem) unreadable++;
      else files++;
      tally = sumTallies([tally, own]);
      if (parts.text === '') return;
      await write(`${between}${parts.text}`);
      between = '\n';
    },
    end: async () => {
      if (files + unreadable > 1 && files > 0 && !quiet)
        await write(`${between}${totalText(files, unreadable, tally, paint)}`);
    },
    drop: nothing,
  };
}

/** The report as `toJsonReport` of all files would be, without ever being in memory: findings wait on the disk. */
async function jsonDocument(write: Write, { io, catalog, standard }: DocumentView): Promise<Document> {
  const { files: _, summary: none, findings: __, ...head } = toJsonReport([], catalog, io.today, standard);
  const spool = await io.openSpool();
  let [summary, files, findings] = [none, 0, 0];
  await write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`);
  return {
    add: async ({ parts: { json } }) => {
      if (!json) return;
      if (json.summary) summary = addSummaries(summary, json.summary);
      await write(`${files++ === 0 ? '' : ','}\n    ${indented(json.file, 2)}`);
      if (json.findings !== '') await spool.write(`${findings++ === 0 ? '' : ','}${json.findings}`);
    },
    end: async () => {
      await write(`${files === 0 ? '' : '\n  '}],\n  "summary": ${indented(summary, 1)},\n  "findings": [`);
      for await (const text of spool.read()) await write(text);
      await write(`${findings === 0 ? '' : '\n  '}]\n}\n`);
    },
    drop: spool.remove,
  };
}

/** Formats in which several diagrams share one document. */
export const DOCUMENTS = {
  text: textDocument,
  json: jsonDocument,
} satisfies Partial<Record<CheckFormat, (write: Write, view: DocumentView) => Promise<Document>>>;

export type DocumentId = keyof typeof DOCUMENTS;

export const isDocument = (format: string): format is DocumentId => Object.hasOwn(DOCUMENTS, format);
