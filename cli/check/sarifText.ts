import type { SarifResult } from '../../shared/export/sarif/model.ts';
import { indented } from './jsonPart.ts';

/** A line with the key of a result itself: nothing deeper in it, and no text, has a line with just this indentation. */
const INDEX_LINE = /^ {10}"ruleIndex": "([^"]*)"/gm;

/**
 * Results as they stand in a log, but for the index of the rule, which is not known before all files are: the id of the
 * rule stands in its place.
 */
export const sarifText = (results: readonly SarifResult[]): string =>
  results.map(({ ruleId, ...rest }) => `\n        ${indented({ ruleId, ruleIndex: ruleId, ...rest }, 4)}`).join(',');

/** Whole lines of results with the indexes of their rules. */
export const withRuleIndexes = (lines: string, indexOf: ReadonlyMap<string, number>): string =>
  lines.replace(INDEX_LINE, (_, id: string) => `          "ruleIndex": ${indexOf.get(id) ?? -1}`);
