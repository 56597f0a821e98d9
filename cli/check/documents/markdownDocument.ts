import { type Document, nothing, type Write } from './document.ts';

/** Reports one after the other, each under a heading of its own. */
export async function markdownDocument(write: Write): Promise<Document> {
  let between = '';
  return {
    add: async ({ parts: { markdown } }) => {
      if (markdown.length === 0) return;
      await write(between);
      await write(markdown);
      between = '\n';
    },
    end: nothing,
    drop: nothing,
  };
}
