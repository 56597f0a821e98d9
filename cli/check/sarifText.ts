import type { SarifResult } from '../../shared/export/sarif/model.ts';
import { listed } from './spelled.ts';

/** Levels that the list of results stands deep in a log. */
const DEPTH = 3;

/** Begins the index of a rule: nothing deeper in a result, and no text, has a line with just this indentation. */
const INDEX = '\n          "ruleIndex": ';

/**
 * Results as they stand in a log, but for the index of the rule, which is not known before all files are: the id of the
 * rule stands in its place.
 */
export const sarifText = (results: readonly SarifResult[]): string =>
  listed(
    results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: ruleId, ...rest })),
    DEPTH,
  );

/** Whole lines of results with the indexes of their rules. */
export function withRuleIndexes(lines: string, indexOf: ReadonlyMap<string, number>): string {
  const [first, ...rest] = lines.split(INDEX);
  const indexed = rest.map((piece) => {
    const end = piece.indexOf('"', 1);
    return `${INDEX}${indexOf.get(piece.slice(1, end)) ?? -1}${piece.slice(end + 1)}`;
  });
  return [first, ...indexed].join('');
}
