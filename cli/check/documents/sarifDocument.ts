import type { SarifPart, SarifRule } from '../../../shared/export/sarif/model.ts';
import { joinSarif, type SarifUnread } from '../../../shared/export/sarif.ts';
import type { Spool } from '../../io.ts';
import { withRuleIndexes } from '../sarifText.ts';
import type { Document, DocumentView, Write } from './document.ts';

/** As it stands in a log without results; in a text of the log the quotes would be escaped. */
const EMPTY = '"results": []';

/** What a spool holds, cut at ends of lines. */
async function* wholeLines(spool: Spool): AsyncGenerator<string> {
  let rest = '';
  for await (const text of spool.read()) {
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
  const rules = new Map<string, SarifRule>();
  const files: SarifPart[] = [];
  const unread: SarifUnread[] = [];
  let results = 0;
  return {
    add: async ({ file, problem, parts: { sarif } }) => {
      if (problem) unread.push({ file, message: problem.message });
      if (!sarif) return;
      for (const rule of sarif.rules) rules.set(rule.id, rule);
      files.push({ uri: sarif.uri, rules: [], results: [] });
      if (sarif.results !== '') await spool.write(`${results++ === 0 ? '' : ','}${sarif.results}`);
    },
    end: async () => {
      const allRules = { uri: null, rules: [...rules.values()], results: [] };
      const shell = joinSarif([...files, allRules], { catalog, date: io.today, unread });
      const [before = '', after = ''] = shell.split(EMPTY);
      const sorted: readonly SarifRule[] = JSON.parse(shell).runs[0].tool.driver.rules;
      const indexOf = new Map(sorted.map(({ id }, index) => [id, index]));
      await write(`${before}"results": [`);
      for await (const lines of wholeLines(spool)) await write(withRuleIndexes(lines, indexOf));
      await write(`${results === 0 ? '' : '\n      '}]${after}`);
    },
    drop: spool.remove,
  };
}
