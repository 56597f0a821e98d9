import { CSV_HEADER } from '../../../shared/export/csv.ts';
import { type Document, nothing, type Write } from './document.ts';

/** One table of all findings. */
export async function csvDocument(write: Write): Promise<Document> {
  await write(CSV_HEADER);
  return { add: async ({ parts }) => void (await write(parts.csv)), end: nothing, drop: nothing };
}
