import type { BoundaryEntry, Catalog, CompiledControl, FlowEntry, ServiceEntry, Subject } from './catalog.ts';
import {
  type Pair,
  type Resolved,
  resolveBoundaryFact,
  resolveFlowFact,
  resolveResourceFact,
  type Vocabulary,
} from './factNames.ts';
import type { Parts } from './parts.ts';
import { compilePredicate, factsOf, type RankOf } from './predicate.ts';
import type { Control, FlowRule, FlowTopic, Predicate, Property, Requirement } from './schema.ts';

const rank = (found: Resolved): readonly string[] | undefined =>
  found !== null && found !== 'graph' && found.type === 'choice'
    ? found.options.map((option) => option.value)
    : undefined;

/** Names a property by id, for all services and boundaries of a catalog. */
export const vocabularyOf = (parts: Parts): Vocabulary => ({
  services: new Map(parts.services.map(({ value }) => [value.id, value.properties])),
  boundaries: new Map(parts.boundaries.map(({ value }) => [value.id, value.properties])),
});

/** The topic that holds each control, and the control itself, by control id. */
export const flowControlsOf = (topics: Parts['topics']): ReadonlyMap<string, { topic: FlowTopic; control: Control }> =>
  new Map(topics.flatMap(({ value }) => value.controls.map((control) => [control.id, { topic: value, control }])));

/** The questions of a flow: those of each topic that its rule draws on, in order, each once. */
export function flowProperties(rule: FlowRule, controls: ReturnType<typeof flowControlsOf>): readonly Property[] {
  const topics = new Set(rule.requires.map((need) => controls.get(need.control)?.topic).filter((t) => t !== undefined));
  return [...topics].flatMap((topic) => topic.properties);
}

const and = (parts: readonly (Predicate | undefined)[]): Predicate | null => {
  const all = parts.filter((part) => part !== undefined);
  return all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
};

function compile(control: Control, rankOf: RankOf, need?: Requirement): CompiledControl {
  const applies = and([need?.when, control.appliesWhen]);
  const facts = [control.satisfiedWhen, ...(applies ? [applies] : [])].flatMap(factsOf);
  return {
    control: need?.severity ? { ...control, severity: need.severity } : control,
    applies: applies && compilePredicate(applies, rankOf),
    satisfied: compilePredicate(control.satisfiedWhen, rankOf),
    readsDiagram: facts.some((fact) => fact.endsWith('diagramServices')),
    principal: need?.principal ?? null,
    actions: need?.actions ?? [],
    detail: need?.detail ?? null,
  };
}

function linkFlow(
  pair: Pair,
  rule: FlowRule,
  controls: ReturnType<typeof flowControlsOf>,
  vocabulary: Vocabulary,
): FlowEntry {
  const properties = flowProperties(rule, controls);
  const rankOf: RankOf = (fact) => rank(resolveFlowFact(fact, pair, properties, vocabulary));
  const topics = new Set(rule.requires.map((need) => controls.get(need.control)?.topic));
  return {
    rule,
    specific: pair.from !== '*' && pair.to !== '*',
    properties,
    controls: rule.requires.flatMap((need) => {
      const control = controls.get(need.control)?.control;
      return control ? [compile(control, rankOf, need)] : [];
    }),
    help: [...rule.help, ...[...topics].flatMap((topic) => topic?.help ?? [])],
  };
}

const NOTHING: FlowEntry = {
  rule: { to: '*', interaction: 'Data flow', initiator: 'source', requires: [], facts: [], pages: [], help: [] },
  specific: false,
  properties: [],
  controls: [],
  help: [],
};

/** Compiles parts that `crossCheck` found nothing wrong with. */
export function link(parts: Parts): Catalog {
  const vocabulary = vocabularyOf(parts);
  const flowControls = flowControlsOf(parts.topics);
  const services = new Map<string, ServiceEntry>();
  for (const { value: service } of parts.services) {
    const rankOf: RankOf = (fact) => rank(resolveResourceFact(fact, service.id, vocabulary));
    const controls = service.controls.map((control) => compile(control, rankOf));
    services.set(service.id, { service, properties: service.properties, controls, help: service.help });
  }
  const boundaries = new Map<string, BoundaryEntry>();
  for (const { value: kind } of parts.boundaries) {
    const rankOf: RankOf = (fact) => rank(resolveBoundaryFact(fact, kind.id, vocabulary));
    const controls = kind.controls.map((control) => compile(control, rankOf));
    boundaries.set(kind.id, { kind, properties: kind.properties, controls, help: kind.help });
  }
  const anyPair: Pair = { from: '*', to: '*', initiator: 'source' };
  const topics = new Map<string, Subject>();
  for (const { value: topic } of parts.topics) {
    const rankOf: RankOf = (fact) => rank(resolveFlowFact(fact, anyPair, topic.properties, vocabulary));
    const controls = topic.controls.map((control) => compile(control, rankOf));
    topics.set(topic.id, { properties: topic.properties, controls, help: topic.help });
  }
  const byPair = new Map<string, FlowEntry>();
  const pairs: { from: string; to: string; entry: FlowEntry }[] = [];
  for (const { value: file } of parts.flows) {
    for (const rule of file.flows) {
      const pair = { from: file.from, to: rule.to, initiator: rule.initiator };
      const entry = linkFlow(pair, rule, flowControls, vocabulary);
      byPair.set(`${pair.from}>${pair.to}`, entry);
      if (entry.specific) pairs.push({ from: pair.from, to: pair.to, entry });
    }
  }
  return {
    services,
    boundaries,
    topics,
    frameworks: new Map(parts.frameworks.map(({ value }) => [value.id, value])),
    names: parts.names.flatMap(({ value }) => value.names),
    flow: (from, to) => byPair.get(`${from}>${to}`) ?? byPair.get('*>*') ?? NOTHING,
    pairs,
  };
}
