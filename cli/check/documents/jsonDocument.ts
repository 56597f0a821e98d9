import { toJsonReport } from '../../../shared/export/json.ts';
import { addSummaries } from '../../../shared/export/mergeReports.ts';
import { indented } from '../spelled.ts';
import type { Document, DocumentView, Write } from './document.ts';

/** The report as `toJsonReport` of all files would be, without ever being in memory: findings wait on the disk. */
export async function jsonDocument(write: Write, { io, catalog, standard }: DocumentView): Promise<Document> {
  const { files: _, summary: none, findings: __, ...head } = toJsonReport([], catalog, io.today, standard);
  const spool = await io.openSpool();
  let [summary, files, findings] = [none, 0, 0];
  await write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`);
  return {
    add: async ({ parts: { json } }) => {
      if (!json) return;
      if (json.summary) summary = addSummaries(summary, json.summary);
      await write(`${files++ === 0 ? '' : ','}\n    ${indented(json.file, 2)}`);
      if (json.findings.length === 0) return;
      await spool.write(findings++ === 0 ? '' : ',');
      await spool.write(json.findings);
    },
    end: async () => {
      await write(`${files === 0 ? '' : '\n  '}],\n  "summary": ${indented(summary, 1)},\n  "findings": [`);
      for await (const bytes of spool.read()) await write(bytes);
      await write(`${findings === 0 ? '' : '\n  '}]\n}\n`);
    },
    drop: spool.remove,
  };
}
