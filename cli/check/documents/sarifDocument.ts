import type { SarifPart, SarifRule } from '../../../shared/export/sarif/model.ts';
import { joinSarif, type SarifUnread } from '../../../shared/export/sarif.ts';
import type { Spool } from '../../io.ts';
import { indented } from '../jsonPart.ts';
import type { Document, DocumentView, Write } from './document.ts';

/** As it stands in a log without results; in a text of the log the quotes would be escaped. */
const EMPTY = '"results": []';

async function* linesOf(spool: Spool): AsyncGenerator<string> {
  let rest = '';
  for await (const text of spool.read()) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
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
  return {
    add: async ({ file, problem, parts: { sarif } }) => {
      if (problem) unread.push({ file, message: problem.message });
      if (!sarif) return;
      for (const rule of sarif.rules) rules.set(rule.id, rule);
      files.push({ uri: sarif.uri, rules: [], results: [] });
      if (sarif.results !== '') await spool.write(`${sarif.results}\n`);
    },
    end: async () => {
      const allRules = { uri: null, rules: [...rules.values()], results: [] };
      const shell = joinSarif([...files, allRules], { catalog, date: io.today, unread });
      const [before = '', after = ''] = shell.split(EMPTY);
      const sorted: readonly SarifRule[] = JSON.parse(shell).runs[0].tool.driver.rules;
      const indexOf = new Map(sorted.map(({ id }, index) => [id, index]));
      await write(`${before}"results": [`);
      let between = '';
      for await (const line of linesOf(spool)) {
        const { ruleId, ...rest } = JSON.parse(line);
        await write(`${between}\n        ${indented({ ruleId, ruleIndex: indexOf.get(ruleId), ...rest }, 4)}`);
        between = ',';
      }
      await write(`${between === '' ? '' : '\n      '}]${after}`);
    },
    drop: spool.remove,
  };
}
