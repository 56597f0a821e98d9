import type { Checked } from '../../shared/export/json.ts';
import {
  countBroken,
  type JudgedRule,
  judgeRules,
  pathKey,
  RULE_STANDINGS,
  worstFirst,
} from '../../shared/exposure/rules.ts';
import { pathText, ruleFoundText, ruleText } from '../../shared/exposure/words.ts';
import { SEVERITY_FORMATS, safe } from '../paint.ts';
import { type CheckView, isShown } from './checkView.ts';

function linesOf(checked: Checked, judged: JudgedRule, view: CheckView): readonly string[] {
  const { rule, standing } = judged;
  const names = { ...checked, catalog: view.catalog };
  const paths = judged.paths.filter((path) => isShown(rule.severity, pathKey(judged, path), view));
  if (view.detail === 'quiet' && paths.length === 0) return [];
  const mark =
    standing === 'broken'
      ? view.paint(SEVERITY_FORMATS[rule.severity], rule.severity.toUpperCase())
      : RULE_STANDINGS[standing];
  const known = paths.length === judged.paths.length ? '' : ` (${judged.paths.length - paths.length} known)`;
  return [
    `  ${mark}  ${view.paint('bold', safe(ruleText(names, rule)))}: ${safe(ruleFoundText(judged))}${known}`,
    ...paths.map((path) => `      ${safe(pathText(names, path))}`),
  ];
}

/** The rules of a diagram, the worst first, with the paths against them; nothing where it has none. */
export function ruleLines(checked: Checked, view: CheckView): readonly string[] {
  const rules = judgeRules({ ...checked, catalog: view.catalog });
  const lines = worstFirst(rules).flatMap((each) => linesOf(checked, each, view));
  return lines.length === 0 ? [] : ['', `RULES (${countBroken(rules)} of ${rules.length} broken)`, ...lines];
}
