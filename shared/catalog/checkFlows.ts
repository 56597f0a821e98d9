import { checkPredicate, type Report, type Resolve } from './checkPredicate.ts';
import { resolveFlowFact } from './factNames.ts';
import { flowControlsOf, flowProperties } from './flowNeeds.ts';
import { vocabularyOf } from './link.ts';
import type { Parts, Problem } from './parts.ts';
import type { FlowRule } from './schema.ts';

/** Why a service cannot stand between two others in place of a flow that a control has a word against; null when it can. */
function refuseThrough(rules: ReadonlyMap<string, FlowRule>, pairs: readonly string[], control: string): string | null {
  for (const pair of pairs) {
    const rule = rules.get(pair);
    if (!rule) return `there is no rule for ${pair}`;
    if (rule.requires.some((need) => need.control === control)) return `${pair} requires ${control} too`;
  }
  return null;
}

/** Reports rules of pairs, and topics, that name services, controls, facts or ways that are not there. */
export function checkFlows(parts: Parts, problems: Problem[]): void {
  const vocabulary = vocabularyOf(parts);
  const rules = new Map(
    parts.flows.flatMap(({ value }) => value.flows.map((rule) => [`${value.from} → ${rule.to}`, rule] as const)),
  );
  const controls = flowControlsOf(parts.topics);
  for (const { file, value } of parts.topics) {
    value.unless.forEach((id, i) => {
      if (!controls.byId.has(id)) problems.push({ file, path: `unless.${i}`, message: `unknown flow control "${id}"` });
    });
  }
  const heard = (service: string) => service === '*' || vocabulary.services.has(service);
  for (const { file, value } of parts.flows) {
    if (!heard(value.from)) problems.push({ file, path: 'from', message: `unknown service "${value.from}"` });
    value.flows.forEach((rule, i) => {
      const report: Report = (path, message) => problems.push({ file, path: `flows.${i}.${path}`, message });
      if (!heard(rule.to)) report('to', `unknown service "${rule.to}"`);
      const pair = { from: value.from, to: rule.to, initiator: rule.initiator };
      const own = flowProperties(rule, controls);
      rule.requires.forEach((need, j) => {
        if (!controls.byId.has(need.control)) report(`requires.${j}.control`, `unknown flow control "${need.control}"`);
        const resolve: Resolve = (fact) => resolveFlowFact(fact, pair, own, vocabulary);
        checkPredicate(need.when, resolve, `requires.${j}.when`, report);
        need.through?.forEach((service, k) => {
          const refused = refuseThrough(rules, [`${value.from} → ${service}`, `${service} → ${rule.to}`], need.control);
          if (refused) report(`requires.${j}.through.${k}`, refused);
        });
      });
    });
  }
}
