import { NO_TALLY, sumTallies } from '../../../shared/validate/report.ts';
import { painter } from '../../paint.ts';
import { totalText } from '../checkText.ts';
import { type Document, type DocumentView, nothing, type Write } from './document.ts';

/** Reports for people, one after the other, with a sum at the end. */
export async function textDocument(write: Write, { colours, quiet }: DocumentView): Promise<Document> {
  const paint = painter(colours);
  let [files, unreadable, tally, brokenRules, between] = [0, 0, NO_TALLY, 0, ''];
  return {
    add: async ({ problem, parts, ...own }) => {
      if (problem) unreadable++;
      else files++;
      tally = sumTallies([tally, own.tally]);
      brokenRules += own.brokenRules;
      if (parts.text.length === 0) return;
      await write(between);
      await write(parts.text);
      between = '\n';
    },
    end: async () => {
      if (files + unreadable > 1 && files > 0 && !quiet)
        await write(`${between}${totalText({ files, unreadable, tally, brokenRules }, paint)}`);
    },
    drop: nothing,
  };
}
