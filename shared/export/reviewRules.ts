import type { Severity } from '../catalog/terms.ts';
import {
  countBroken,
  type JudgedRule,
  judgeRules,
  pathKey,
  RULE_STANDINGS,
  type RuleStanding,
  worstFirst,
} from '../exposure/rules.ts';
import { pathText, ruleFoundText, ruleText } from '../exposure/words.ts';
import type { ExportInput } from './input.ts';
import { elementWords, type ReviewElement } from './reviewPoint.ts';

/** A path that a rule forbids, in words. */
export interface ReviewPath {
  readonly key: string;
  /** By the names of what it leads through. */
  readonly text: string;
  /** What is reached. */
  readonly end: ReviewElement;
}

/** A rule of the diagram, in words. */
export interface ReviewRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly standing: RuleStanding;
  /** "3 paths", "no path". */
  readonly found: string;
  readonly paths: readonly ReviewPath[];
}

function toRule(input: ExportInput, judged: JudgedRule): ReviewRule {
  const { rule, standing, paths } = judged;
  return {
    id: rule.id,
    title: ruleText(input, rule),
    severity: rule.severity,
    standing,
    found: ruleFoundText(judged),
    paths: paths.flatMap((path) => {
      const end = input.report.elements.get(path.resources.at(-1) ?? '')?.element;
      return end
        ? [{ key: pathKey(judged, path), text: pathText(input, path), end: elementWords(input.catalog, end) }]
        : [];
    }),
  };
}

/** All rules of the diagram, the worst first. */
export const reviewRules = (input: ExportInput): readonly ReviewRule[] =>
  worstFirst(judgeRules(input)).map((each) => toRule(input, each));

/** The headings of a table of rules. */
export const RULE_HEADINGS = ['Standing', 'Severity', 'Rule', 'Paths'] as const;

/** "Rules (3, 1 broken)". */
export function rulesTitle(rules: readonly ReviewRule[]): string {
  const broken = countBroken(rules);
  return `Rules (${broken === 0 ? rules.length : `${rules.length}, ${broken} broken`})`;
}

/** A rule in the columns of `RULE_HEADINGS`, but for its paths, of which each is a line. */
export const ruleCells = ({ standing, severity, title, found, paths }: ReviewRule) => ({
  cells: [RULE_STANDINGS[standing], severity, title],
  lines: paths.length === 0 ? [found] : paths.map(({ text }) => text),
});
