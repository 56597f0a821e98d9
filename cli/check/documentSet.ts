import { complainAbout, STDOUT, type Target, writeTarget } from '../outputs.ts';
import type { Document, DocumentView } from './documents/document.ts';
import { DOCUMENTS, isDocument } from './documents/documents.ts';
import type { CheckFormat, FileReview } from './fileReview.ts';

/** All that a run writes: documents of all diagrams, and pages of each. */
export interface DocumentSet {
  readonly add: (review: FileReview) => Promise<void>;
  /** True when everything could be written. */
  readonly end: () => Promise<boolean>;
}

async function openDocument(view: DocumentView, format: keyof typeof DOCUMENTS, to: string): Promise<Document> {
  const { io } = view;
  if (to === STDOUT) return DOCUMENTS[format]((chunk) => io.stdout(chunk), view);
  const output = await io.openOutput(to);
  const document = await DOCUMENTS[format](output.write, { ...view, colours: false });
  return {
    add: document.add,
    end: async () => {
      await document.end();
      await output.commit();
    },
    drop: async () => {
      await document.drop();
      await output.discard();
    },
  };
}

/** Opens every document of a plan. One that fails is dropped with a word on stderr; the others go on. */
export async function openDocuments(view: DocumentView, targets: readonly Target<CheckFormat>[]): Promise<DocumentSet> {
  const { io } = view;
  const open = new Map<string, Document>();
  let complete = true;
  const attempt = async (to: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      complete = false;
      complainAbout(io, to, error);
      await open.get(to)?.drop();
      open.delete(to);
    }
  };
  for (const { format, file, to } of targets) {
    if (file !== null || !isDocument(format)) continue;
    await attempt(to, async () => void open.set(to, await openDocument(view, format, to)));
  }
  const pages = new Map(targets.map(({ format, file, to }) => [`${format} ${file}`, to]));
  return {
    add: async (review) => {
      for (const [to, document] of open) await attempt(to, () => document.add(review));
      for (const { format, data, why } of review.pages) {
        const to = pages.get(`${format} ${review.file}`);
        if (to === undefined) continue;
        if (data === null) complainAbout(io, to, new Error(why));
        if (data === null || !(await writeTarget(io, to, data))) complete = false;
      }
    },
    end: async () => {
      for (const [to, document] of open) {
        await attempt(to, document.end);
        await document.drop();
      }
      return complete;
    },
  };
}
