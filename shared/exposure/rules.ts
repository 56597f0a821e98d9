import { classify } from '../classify/classify.ts';
import { changes } from '../diagram/changes.ts';
import { resourcesById } from '../diagram/graph.ts';
import { type ExposureRule, type Question, THROUGH, type Through } from '../diagram/schema.ts';
import { severityRank } from '../validate/report.ts';
import { findAllPaths, type Path, type Paths } from './findPaths.ts';
import { isWeak, type Judged } from './steps.ts';

/** How a rule stands. Without a subject: it names a resource or a service that is not there, so nothing can be said. */
export const RULE_STANDINGS = {
  broken: 'Broken',
  withoutSubject: 'Without a subject',
  holds: 'Holds',
} as const;
export type RuleStanding = keyof typeof RULE_STANDINGS;
const STANDING_RANK = Object.keys(RULE_STANDINGS);

/** A rule, how it stands, and the paths that break it. */
export interface JudgedRule extends Paths {
  readonly rule: ExposureRule;
  readonly standing: RuleStanding;
  /** Ids of resources and services that it names and that are not there. */
  readonly missing: readonly string[];
}

/** The worst first: broken ones by severity, then those without a subject, then those that hold. */
export const worstFirst = (rules: readonly JudgedRule[]): readonly JudgedRule[] =>
  rules.toSorted(
    (a, b) =>
      STANDING_RANK.indexOf(a.standing) - STANDING_RANK.indexOf(b.standing) ||
      severityRank(a.rule.severity) - severityRank(b.rule.severity),
  );

/** How many of some rules are broken. */
export const countBroken = (rules: readonly Pick<JudgedRule, 'standing'>[]): number =>
  rules.filter(({ standing }) => standing === 'broken').length;

/** Names one path that breaks a rule, by the rule and what is reached; stays the same from run to run. */
export const pathKey = ({ rule }: JudgedRule, { resources }: Path): string => `rule.${rule.id}@${resources.at(-1)}`;

/** What a question names and neither the diagram nor the catalog knows. */
function missingFrom({ diagram, catalog }: Judged, { from, to }: Question): readonly string[] {
  const known = resourcesById(diagram.resources);
  const named = [from, to].flatMap((end) => (end.kind === 'resource' ? [end.id] : []));
  const isUnknown = (service: string) =>
    !catalog.services.has(service) && diagram.resources.every((each) => each.service !== service);
  return [
    ...named.filter((id) => !known.has(id)),
    ...(from.kind === 'service' && isUnknown(from.service) ? [from.service] : []),
  ];
}

const NO_RULES: readonly JudgedRule[] = [];

/** How each rule of a diagram stands by the report on it, in the order of the rules. */
export function judgeRules(judged: Judged): readonly JudgedRule[] {
  const { rules } = judged.diagram;
  if (rules === undefined) return NO_RULES;
  const answers = findAllPaths(
    judged,
    rules.map(({ question }) => question),
  );
  return rules.flatMap((rule, i) => {
    const found = answers[i];
    if (!found) return [];
    const missing = missingFrom(judged, rule.question);
    const standing = missing.length > 0 ? 'withoutSubject' : found.paths.length > 0 ? 'broken' : 'holds';
    return [{ ...found, rule, standing, missing }];
  });
}

const WEAKNESSES = Object.keys(THROUGH) as readonly Through[];

/** True when the same elements of two reports are weak, in the same ways. An edit leaves most as they were. */
function weakAlike({ report: before }: Judged, { report: after }: Judged): boolean {
  if (before.elements.size !== after.elements.size) return false;
  for (const [id, is] of after.elements) {
    const was = before.elements.get(id);
    if (was !== is && WEAKNESSES.some((through) => isWeak(was, through) !== isWeak(is, through))) return false;
  }
  return true;
}

/** True when nothing differs that a path depends on: who reaches whom, which data are where, and what is weak. */
function leadAlike(before: Judged, after: Judged): boolean {
  if (before.report === after.report) return true;
  const [was, is] = [before.diagram, after.diagram];
  return (
    before.catalog === after.catalog &&
    changes(was.resources, is.resources, (a, b) => a.service !== b.service || a.inside !== b.inside).length === 0 &&
    changes(was.flows, is.flows, (a, b) => a.from !== b.from || a.to !== b.to).length === 0 &&
    changes(was.boundaries, is.boundaries, (a, b) => a.kind !== b.kind || a.inside !== b.inside).length === 0 &&
    classify(before) === classify(after) &&
    weakAlike(before, after)
  );
}

/** `judgeRules` with a memory: the same list while no edit touches what a path depends on. Keep one per open diagram. */
export function createRuleJudge(): (judged: Judged) => readonly JudgedRule[] {
  let last: { readonly judged: Judged; readonly rules: readonly JudgedRule[] } | null = null;
  return (judged) => {
    if (judged.diagram.rules === undefined) return NO_RULES;
    const isKnown =
      last !== null && last.judged.diagram.rules === judged.diagram.rules && leadAlike(last.judged, judged);
    const rules = last && isKnown ? last.rules : judgeRules(judged);
    last = { judged, rules };
    return rules;
  };
}
