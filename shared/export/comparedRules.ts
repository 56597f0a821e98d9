import type { Severity } from '../catalog/terms.ts';
import { type JudgedRule, judgeRules, pathKey } from '../exposure/rules.ts';
import type { Judged } from '../exposure/steps.ts';
import { ruleFoundText, ruleText } from '../exposure/words.ts';

/** What became of a rule, in words. */
export interface ComparedRule {
  readonly id: string;
  readonly severity: Severity;
  /** "Broken now: No path …: 1 path". */
  readonly text: string;
  /** A path that the rule forbids is there that was not there before. */
  readonly opens: boolean;
}

const WHEN = {
  broken: { first: 'New rule, broken', now: 'Broken now' },
  holds: { first: 'New rule, holds', now: 'Holds now' },
  withoutSubject: { first: 'New rule, without a subject', now: 'Without a subject now' },
} as const;

const keysOf = (judged: JudgedRule | undefined): ReadonlySet<string> =>
  new Set(judged?.paths.map((path) => pathKey(judged, path)));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What became of a rule that there is now; null where nothing did. */
function verbOf(was: JudgedRule | undefined, is: JudgedRule, opens: boolean): string | null {
  if (!was) return WHEN[is.standing].first;
  if (was.standing !== is.standing) return WHEN[is.standing].now;
  if (opens) return 'Broken by more';
  return isSame(was.rule, is.rule) ? null : 'Changed rule';
}

/** What became of the rules of a diagram: those of today in their order, then those that are gone. */
export function compareRules(before: Judged, after: Judged): readonly ComparedRule[] {
  const [had, has] = [judgeRules(before), judgeRules(after)];
  const now = has.flatMap((is): readonly ComparedRule[] => {
    const was = had.find(({ rule }) => rule.id === is.rule.id);
    const old = keysOf(was);
    const opens = [...keysOf(is)].some((key) => !old.has(key));
    const verb = verbOf(was, is, opens);
    const text = `${verb}: ${ruleText(after, is.rule)}: ${ruleFoundText(is)}`;
    return verb === null ? [] : [{ id: is.rule.id, severity: is.rule.severity, text, opens }];
  });
  const gone = had
    .filter(({ rule }) => !has.some((is) => is.rule.id === rule.id))
    .map(({ rule }) => {
      const text = `Removed rule: ${ruleText(before, rule)}`;
      return { id: rule.id, severity: rule.severity, text, opens: false };
    });
  return [...now, ...gone];
}
