import type { JudgedRule, RuleStanding } from './rules.ts';
import { type Names, ruleText } from './words.ts';

const NEWS: Readonly<Record<RuleStanding, string>> = {
  broken: 'Rule broken',
  holds: 'Rule holds again',
  withoutSubject: 'Rule without a subject',
};

/**
 * What became of the rules by an edit, in a sentence for a screen reader: the first that stands otherwise than before,
 * and how many more do. Null where none does; a rule that came or went by itself is no news.
 */
export function ruleNews(names: Names, before: readonly JudgedRule[], after: readonly JudgedRule[]): string | null {
  if (before === after) return null;
  const was = new Map(before.map(({ rule, standing }) => [rule.id, standing]));
  const changed = after.filter(({ rule, standing }) => (was.get(rule.id) ?? standing) !== standing);
  const [first] = changed;
  if (!first) return null;
  return `${NEWS[first.standing]}: ${ruleText(names, first.rule)}${changed.length > 1 ? `, and ${changed.length - 1} more` : ''}`;
}
