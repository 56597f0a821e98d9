import { fitName } from '../fit.ts';
import { type Diagram, type ExposureRule, LIMITS } from '../schema.ts';

/** Adds a rule, or puts it in the place of the one with its id. Where a file has no room for another one, nothing. */
export function putRule(diagram: Diagram, rule: ExposureRule): Diagram {
  const rules = diagram.rules ?? [];
  const fitted = { ...rule, name: fitName(rule.name) };
  const at = rules.findIndex(({ id }) => id === rule.id);
  if (at >= 0) return { ...diagram, rules: rules.with(at, fitted) };
  return rules.length >= LIMITS.list ? diagram : { ...diagram, rules: [...rules, fitted] };
}

/** Takes a rule back. */
export function removeRule(diagram: Diagram, id: string): Diagram {
  const { rules = [], ...rest } = diagram;
  const left = rules.filter((each) => each.id !== id);
  if (left.length === rules.length) return diagram;
  return left.length === 0 ? rest : { ...rest, rules: left };
}
