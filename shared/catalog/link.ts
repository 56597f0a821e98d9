import type { BoundaryEntry, Catalog, CompiledControl, FlowEntry, ServiceEntry, Subject } from './catalog.ts';
import {
  type Pair,
  type Resolved,
  readsData,
  resolveBoundaryFact,
  resolveFlowFact,
  resolveResourceFact,
  type Vocabulary,
} from './factNames.ts';
import { type FlowControls, flowControlsOf, needsOf, topicsOf } from './flowNeeds.ts';
import { extended, type Parts } from './parts.ts';
import { type Compiled, compilePredicate, mentions, type RankOf } from './predicate.ts';
import type { Control, FlowRule, Override, Predicate, Requirement } from './schema.ts';

const rank = (found: Resolved): readonly string[] | undefined =>
  found !== null && found !== 'graph' && found.type === 'choice'
    ? found.options.map((option) => option.value)
    : undefined;

/** Names a property by id, for all services and boundaries of a catalog. */
export const vocabularyOf = (parts: Parts): Vocabulary => ({
  services: new Map(
    parts.services.map(({ value }) => [value.id, extended(value, 'service', parts.additions).properties]),
  ),
  boundaries: new Map(
    parts.boundaries.map(({ value }) => [value.id, extended(value, 'boundary', parts.additions).properties]),
  ),
});

const and = (parts: readonly (Predicate | undefined)[]): Predicate | null => {
  const all = parts.filter((part) => part !== undefined);
  return all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
};

/** Computes on the first call: a catalog has far more than one diagram uses. */
function once<T>(compute: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

function compileLater(predicate: Predicate, rankOf: RankOf): Compiled {
  const compiled = once(() => compilePredicate(predicate, rankOf));
  return (read) => compiled()(read);
}

const readsDiagram = (fact: string): boolean => fact.endsWith('diagramServices');

type Overrides = ReadonlyMap<string, Override>;

interface Compiling {
  readonly rankOf: RankOf;
  readonly overrides: Overrides;
  readonly need?: Requirement;
  readonly onlyWhereItApplies?: boolean;
}

/** One control ready to run, or none if it is switched off. */
function compile(control: Control, compiling: Compiling): readonly CompiledControl[] {
  const { rankOf, overrides, need, onlyWhereItApplies = false } = compiling;
  const override = overrides.get(control.id) ?? null;
  if (override?.off) return [];
  const severity = override?.severity ?? need?.severity ?? control.severity;
  const applies = and([need?.when, control.appliesWhen]);
  const conditions = [control.satisfiedWhen, applies].filter((part) => part !== null);
  return [
    {
      control: severity === control.severity ? control : { ...control, severity },
      applies: applies && compileLater(applies, rankOf),
      satisfied: compileLater(control.satisfiedWhen, rankOf),
      readsDiagram: conditions.some((part) => mentions(part, readsDiagram)),
      readsData: conditions.some((part) => mentions(part, readsData)),
      principal: need?.principal ?? null,
      actions: need?.actions ?? [],
      detail: need?.detail ?? null,
      through: need?.through ?? [],
      onlyWhereItApplies,
      override,
    },
  ];
}

interface Linking {
  readonly controls: FlowControls;
  readonly vocabulary: Vocabulary;
  readonly overrides: Overrides;
}

function linkFlow(pair: Pair, rule: FlowRule, { controls, vocabulary, overrides }: Linking): FlowEntry {
  const topics = topicsOf(rule, controls);
  const properties = topics.flatMap((topic) => topic.properties);
  const rankOf: RankOf = (fact) => rank(resolveFlowFact(fact, pair, properties, vocabulary));
  return {
    rule,
    specific: pair.from !== '*' && pair.to !== '*',
    properties,
    controls: needsOf(rule, controls).flatMap((need) => {
      const found = controls.byId.get(need.control);
      if (!found) return [];
      const onlyWhereItApplies = found.topic.everyFlow && !rule.requires.includes(need);
      return compile(found.control, { rankOf, overrides, need, onlyWhereItApplies });
    }),
    help: [...rule.help, ...topics.flatMap((topic) => topic.help)],
  };
}

const NO_RULE: FlowRule = {
  to: '*',
  interaction: 'Data flow',
  initiator: 'source',
  requires: [],
  facts: [],
  pages: [],
  help: [],
};

type FlowFinder = (from: string, to: string) => FlowEntry | undefined;

/**
 * The rule of a pair: its own; else that of the services they are variants of; else one for whatever sends to this
 * service; else one for whatever this service sends to; else the general one.
 */
function flowFinder(
  rules: ReadonlyMap<string, () => FlowEntry>,
  baseOf: (service: string) => string | undefined,
): FlowFinder {
  const known = new Map<string, Map<string, FlowEntry | undefined>>();
  const names = (service: string) => [service, baseOf(service)].filter((name) => name !== undefined);
  const search: FlowFinder = (from, to) => {
    const exact = names(from).flatMap((source) => names(to).map((target) => [source, target] as const));
    const toward = names(to).map((target) => ['*', target] as const);
    const away = names(from).map((source) => [source, '*'] as const);
    const candidates = [...exact, ...toward, ...away, ['*', '*'] as const];
    const rule = candidates
      .map(([source, target]) => rules.get(`${source}>${target}`))
      .find((each) => each !== undefined);
    return rule?.();
  };
  const entriesOf = (from: string) => {
    const entries = known.get(from) ?? new Map<string, FlowEntry | undefined>();
    known.set(from, entries);
    return entries;
  };
  return (from, to) => {
    const entries = entriesOf(from);
    const before = entries.get(to);
    if (before || entries.has(to)) return before;
    const found = search(from, to);
    entries.set(to, found);
    return found;
  };
}

/** True for a change to the severity that a control has already, wherever it is required. */
function idleOverride(parts: Parts): (override: Override) => boolean {
  const severities = new Map<string, Set<string>>();
  const add = (id: string, severity: string | undefined) => {
    if (severity !== undefined) severities.set(id, (severities.get(id) ?? new Set()).add(severity));
  };
  for (const { value } of [...parts.services, ...parts.boundaries, ...parts.topics, ...parts.additions]) {
    for (const { id, severity } of value.controls) add(id, severity);
  }
  for (const { value } of parts.flows) {
    for (const { requires } of value.flows) for (const { control, severity } of requires) add(control, severity);
  }
  return ({ control, severity }) =>
    severity !== undefined && [...(severities.get(control) ?? [])].every((each) => each === severity);
}

/** Compiles parts that `crossCheck` found nothing wrong with. */
export function link(parts: Parts): Catalog {
  const vocabulary = vocabularyOf(parts);
  const controls = flowControlsOf(parts.topics);
  const written = parts.overrides.flatMap(({ value }) => value.overrides);
  const isIdle = idleOverride(parts);
  const changed = written.filter((override) => !isIdle(override));
  const overrides: Overrides = new Map(changed.map((each) => [each.control, each]));
  const linking: Linking = { controls, vocabulary, overrides };
  const compileAll = (own: readonly Control[], resolve: (fact: string) => Resolved): readonly CompiledControl[] =>
    own.flatMap((control) => compile(control, { rankOf: (fact) => rank(resolve(fact)), overrides }));

  const services = new Map<string, ServiceEntry>();
  for (const { value } of parts.services) {
    const service = extended(value, 'service', parts.additions);
    const compiled = compileAll(service.controls, (fact) => resolveResourceFact(fact, service.id, vocabulary));
    services.set(service.id, { service, properties: service.properties, controls: compiled, help: service.help });
  }
  const boundaries = new Map<string, BoundaryEntry>();
  for (const { value } of parts.boundaries) {
    const kind = extended(value, 'boundary', parts.additions);
    const compiled = compileAll(kind.controls, (fact) => resolveBoundaryFact(fact, kind.id, vocabulary));
    boundaries.set(kind.id, { kind, properties: kind.properties, controls: compiled, help: kind.help });
  }
  const anyPair: Pair = { from: '*', to: '*', initiator: 'source' };
  const topics = new Map<string, Subject>();
  for (const { value: topic } of parts.topics) {
    const resolve = (fact: string) => resolveFlowFact(fact, anyPair, topic.properties, vocabulary);
    const compiled = compileAll(topic.controls, resolve);
    topics.set(topic.id, { properties: topic.properties, controls: compiled, help: topic.help });
  }
  const rules = new Map<string, () => FlowEntry>();
  const pairs: { readonly from: string; readonly to: string; readonly entry: FlowEntry }[] = [];
  for (const { value: file } of parts.flows) {
    for (const rule of file.flows) {
      const pair = { from: file.from, to: rule.to, initiator: rule.initiator };
      const entry = once(() => linkFlow(pair, rule, linking));
      rules.set(`${pair.from}>${pair.to}`, entry);
      if (pair.from === '*' || pair.to === '*') continue;
      pairs.push({
        from: pair.from,
        to: pair.to,
        get entry() {
          return entry();
        },
      });
    }
  }
  const find = flowFinder(rules, (service) => services.get(service)?.service.variantOf);
  const general = once(() => linkFlow(anyPair, NO_RULE, linking));
  return {
    services,
    boundaries,
    topics,
    frameworks: new Map(parts.frameworks.map(({ value }) => [value.id, value])),
    names: parts.names.flatMap(({ value }) => value.names),
    overrides: changed,
    idleOverrides: written.filter(isIdle),
    flow: (from, to) => find(from, to) ?? general(),
    pairs,
  };
}
