import type { SarifPart, SarifRuleName } from '../../../shared/export/sarif/model.ts';
import { joinSarif, type SarifUnread, toRules } from '../../../shared/export/sarif.ts';
import type { Spool } from '../../io.ts';
import { withRuleIndexes } from '../sarifText.ts';
import type { Document, DocumentView, Write } from './document.ts';

/** As it stands in a log without results; in a text of the log the quotes would be escaped. */
const EMPTY = '"results": []';

/**
 * What a spool holds, cut at ends of lines, a character for each byte: what is looked for is ASCII, and all else passes
 * through as it is.
 */
async function* wholeLines(spool: Spool): AsyncGenerator<string> {
  let rest = '';
  for await (const bytes of spool.read()) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const end = text.lastIndexOf('\n');
    if (end >= 0) yield rest + text.slice(0, end);
    rest = end >= 0 ? text.slice(end) : rest + text;
  }
  yield rest;
}

/**
 * The log as `joinSarif` of all files would be, without ever being in memory: results wait on the disk until all rules
 * are known.
 */
export async function sarifDocument(write: Write, { io, catalog }: DocumentView): Promise<Document> {
  const spool = await io.openSpool();
  const names = new Map<string, SarifRuleName>();
  const files: SarifPart[] = [];
  const unread: SarifUnread[] = [];
  let results = 0;
  return {
    add: async ({ file, problem, parts: { sarif } }) => {
      if (problem) unread.push({ file, message: problem.message });
      if (!sarif) return;
      for (const name of sarif.rules) names.set(name.id, name);
      files.push({ ...sarif, rules: [], results: [] });
      if (sarif.results.length === 0) return;
      await spool.write(results++ === 0 ? '' : ',');
      await spool.write(sarif.results);
    },
    end: async () => {
      const allRules = { uri: null, rules: [...names.values()], results: [], signOffs: [] };
      const shell = joinSarif([...files, allRules], { catalog, date: io.today, unread });
      const [before = '', after = ''] = shell.split(EMPTY);
      const indexOf = new Map(toRules(catalog, names.values()).map(({ id }, index) => [id, index]));
      await write(`${before}"results": [`);
      for await (const lines of wholeLines(spool)) await write(Buffer.from(withRuleIndexes(lines, indexOf), 'latin1'));
      await write(`${results === 0 ? '' : '\n      '}]${after}`);
    },
    drop: spool.remove,
  };
}
