import type { Parts } from './parts.ts';
import type { Control, FlowRule, FlowTopic, Property, Requirement } from './schema.ts';

/** The controls of all topics: by id with their topic, and what every flow has without a rule naming it. */
export interface FlowControls {
  readonly byId: ReadonlyMap<string, { readonly topic: FlowTopic; readonly control: Control }>;
  readonly every: readonly FlowTopic[];
}

export function flowControlsOf(topics: Parts['topics']): FlowControls {
  const all = topics.flatMap(({ value: topic }) => topic.controls.map((control) => ({ topic, control })));
  return {
    byId: new Map(all.map((each) => [each.control.id, each])),
    every: topics.map(({ value }) => value).filter(({ everyFlow }) => everyFlow),
  };
}

/** What a rule requires: what it names, and what every flow has. */
export function needsOf(rule: FlowRule, { every }: FlowControls): readonly Requirement[] {
  const requires = (id: string): boolean => rule.requires.some((need) => need.control === id);
  const further = every
    .filter(({ unless }) => !unless.some(requires))
    .flatMap(({ controls }) => controls.filter(({ id }) => !requires(id)).map(({ id }) => ({ control: id })));
  return further.length === 0 ? rule.requires : [...rule.requires, ...further];
}

/** The topics that a rule draws on, in order, each once. */
export function topicsOf(rule: FlowRule, controls: FlowControls): readonly FlowTopic[] {
  const topics = needsOf(rule, controls).map((need) => controls.byId.get(need.control)?.topic);
  return [...new Set(topics.filter((topic) => topic !== undefined))];
}

/** The questions of a flow: those of each topic that its rule draws on, in order, each once. */
export const flowProperties = (rule: FlowRule, controls: FlowControls): readonly Property[] =>
  topicsOf(rule, controls).flatMap((topic) => topic.properties);
