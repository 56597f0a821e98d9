import { isBase } from './base.ts';
import { checkFlows } from './checkFlows.ts';
import { checkPredicate, type Report, type Resolve } from './checkPredicate.ts';
import { resolveBoundaryFact, resolveFlowFact, resolveResourceFact } from './factNames.ts';
import { vocabularyOf } from './link.ts';
import { misfit } from './misfit.ts';
import type { Located, Parts, Problem } from './parts.ts';
import type { Control, Predicate, Property } from './schema.ts';

function checkProperties(properties: readonly Property[], resolve: Resolve, report: Report): void {
  properties.forEach((property, i) => {
    checkPredicate(property.askedWhen, resolve, `properties.${i}.askedWhen`, report);
    for (const key of ['value', 'before'] as const) {
      const value = property.awsDefault?.[key];
      const wrong = value === undefined ? null : misfit(property, value);
      if (wrong) report(`properties.${i}.awsDefault.${key}`, wrong);
    }
  });
}

function asksWhetherAnswered(predicate: Predicate): boolean {
  if ('all' in predicate) return predicate.all.some(asksWhetherAnswered);
  if ('any' in predicate) return predicate.any.some(asksWhetherAnswered);
  return 'not' in predicate ? asksWhetherAnswered(predicate.not) : 'answered' in predicate;
}

function checkControl(
  control: Control,
  path: string,
  resolve: Resolve,
  own: readonly Property[],
  report: Report,
): void {
  checkPredicate(control.appliesWhen, resolve, `${path}.appliesWhen`, report);
  checkPredicate(control.satisfiedWhen, resolve, `${path}.satisfiedWhen`, report);
  // An answer could turn a pass into a gap otherwise.
  if (asksWhetherAnswered(control.satisfiedWhen)) {
    report(`${path}.satisfiedWhen`, 'uses "answered", which belongs into appliesWhen');
  }
  for (const [id, value] of Object.entries(control.fix?.set ?? {})) {
    const property = own.find((candidate) => candidate.id === id);
    const wrong = property ? misfit(property, value) : 'names a property that this element does not have';
    if (wrong) report(`${path}.fix.set.${id}`, wrong);
  }
}

/** What to do instead of defining again what the catalog that ships has. */
const INSTEAD = {
  service: 'use additions/ to add to it',
  'boundary kind': 'use additions/ to add to it',
  control: 'use overrides/ to change its severity or to switch it off',
  pair: 'rules can be added only for pairs that have none',
  'flow topic': 'give yours another id',
  'flow property': 'give yours another id',
  framework: 'give yours another id',
  'change of control': 'give yours another reason',
} as const;

function reportDuplicates(
  items: readonly { id: string; file: string; path: string }[],
  what: keyof typeof INSTEAD,
): readonly Problem[] {
  const first = new Map<string, string>();
  return items.flatMap(({ id, file, path }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, file);
    if (before === undefined) return [];
    const there = isBase(before) ? `the catalog that ships: ${INSTEAD[what]}` : before;
    return [{ file, path, message: `the ${what} "${id}" is already in ${there}` }];
  });
}

const idsOf = (files: readonly Located<{ readonly id: string }>[]) =>
  files.map(({ file, value }) => ({ id: value.id, file, path: 'id' }));

/** Everything that has controls, with its file. */
const ownersOf = (parts: Parts) => [...parts.services, ...parts.boundaries, ...parts.topics, ...parts.additions];

function checkReferences(parts: Parts, problems: Problem[]): void {
  const known = new Map(
    parts.frameworks.map(({ value }) => [value.id, new Set(value.requirements.map(({ id }) => id))]),
  );
  for (const { file, value } of ownersOf(parts)) {
    value.controls.forEach((control, i) => {
      control.references.forEach(({ framework, requirement }, j) => {
        const listed = known.get(framework);
        if (listed && (listed.size === 0 || listed.has(requirement))) return;
        const message = listed
          ? `"${framework}" lists no requirement "${requirement}"`
          : `names the unknown framework "${framework}"`;
        problems.push({ file, path: `controls.${i}.references.${j}`, message });
      });
    });
  }
}

/** Additions to something that is not there, properties that are there already, changes of unknown controls. */
function checkOwnParts(parts: Parts, problems: Problem[]): void {
  for (const kind of ['service', 'boundary'] as const) {
    const owners = new Map(
      (kind === 'service' ? parts.services : parts.boundaries).map(({ value }) => [value.id, value]),
    );
    for (const { file, value } of parts.additions) {
      const id = value[kind];
      if (id === undefined) continue;
      const owner = owners.get(id);
      if (!owner) problems.push({ file, path: kind, message: `unknown ${kind} "${id}"` });
      const there = new Set(owner?.properties.map((property) => property.id));
      value.properties.forEach((property, i) => {
        const message = `"${id}" already has a property "${property.id}"`;
        if (there.has(property.id)) problems.push({ file, path: `properties.${i}.id`, message });
      });
    }
  }
  const controls = new Set(ownersOf(parts).flatMap(({ value }) => value.controls.map((control) => control.id)));
  for (const { file, value } of parts.overrides) {
    value.overrides.forEach(({ control }, i) => {
      if (controls.has(control)) return;
      problems.push({ file, path: `overrides.${i}.control`, message: `unknown control "${control}"` });
    });
  }
}

function checkVariants(parts: Parts, problems: Problem[]): void {
  const known = new Map(parts.services.map(({ value }) => [value.id, value]));
  for (const { file, value } of parts.services) {
    if (value.variantOf === undefined) continue;
    const base = known.get(value.variantOf);
    const message = !base
      ? `unknown service "${value.variantOf}"`
      : base.variantOf !== undefined
        ? `"${base.id}" is a variant itself`
        : null;
    if (message) problems.push({ file, path: 'variantOf', message });
  }
}

/** Icons that none of the services and boundaries that ship has: there is no picture for them. */
function checkIcons(parts: Parts, problems: Problem[]): void {
  const all = [...parts.services, ...parts.boundaries];
  const there = new Set(all.filter(({ file }) => isBase(file)).map(({ value }) => value.icon));
  if (there.size === 0) return; // the catalog that ships itself: its icons are made from it
  for (const { file, value } of all) {
    if (there.has(value.icon)) continue;
    const message = `there is no icon "${value.icon}": use one that ships, such as tabler:database (docs/own-catalog.md lists them)`;
    problems.push({ file, path: 'icon', message });
  }
}

/** Whole files that define again what is there: all that they hold would clash too, so this is said alone. */
const reportSameIds = (parts: Parts): readonly Problem[] => [
  ...reportDuplicates(idsOf(parts.services), 'service'),
  ...reportDuplicates(idsOf(parts.boundaries), 'boundary kind'),
  ...reportDuplicates(idsOf(parts.topics), 'flow topic'),
  ...reportDuplicates(idsOf(parts.frameworks), 'framework'),
];

/** What does not fit together in files whose shapes are all right. */
export function crossCheck(parts: Parts): readonly Problem[] {
  const sameIds = reportSameIds(parts);
  if (sameIds.length > 0) return sameIds;
  const vocabulary = vocabularyOf(parts);
  const problems: Problem[] = [
    ...reportDuplicates(
      ownersOf(parts).flatMap(({ file, value }) =>
        value.controls.map((control, i) => ({ id: control.id, file, path: `controls.${i}.id` })),
      ),
      'control',
    ),
    ...reportDuplicates(
      parts.topics.flatMap(({ file, value }) =>
        value.properties.map((property, i) => ({ id: property.id, file, path: `properties.${i}.id` })),
      ),
      'flow property',
    ),
    ...reportDuplicates(
      parts.overrides.flatMap(({ file, value }) =>
        value.overrides.map(({ control }, i) => ({ id: control, file, path: `overrides.${i}.control` })),
      ),
      'change of control',
    ),
    ...reportDuplicates(
      parts.flows.flatMap(({ file, value }) =>
        value.flows.map((rule, i) => ({ id: `${value.from} → ${rule.to}`, file, path: `flows.${i}` })),
      ),
      'pair',
    ),
  ];
  const checkOwner = (
    file: string,
    owner: { properties: readonly Property[]; controls: readonly Control[] },
    resolve: Resolve,
    settable: readonly Property[] = owner.properties,
  ): void => {
    const report: Report = (path, message) => problems.push({ file, path, message });
    checkProperties(owner.properties, resolve, report);
    for (const [i, control] of owner.controls.entries()) {
      checkControl(control, `controls.${i}`, resolve, settable, report);
    }
  };
  for (const { file, value } of parts.services) {
    checkOwner(file, value, (fact) => resolveResourceFact(fact, value.id, vocabulary));
  }
  for (const { file, value } of parts.boundaries) {
    checkOwner(file, value, (fact) => resolveBoundaryFact(fact, value.id, vocabulary));
  }
  for (const { file, value } of parts.additions) {
    const { service, boundary = '' } = value;
    const resolve: Resolve = (fact) =>
      service === undefined
        ? resolveBoundaryFact(fact, boundary, vocabulary)
        : resolveResourceFact(fact, service, vocabulary);
    const there = service === undefined ? vocabulary.boundaries.get(boundary) : vocabulary.services.get(service);
    checkOwner(file, value, resolve, there);
  }
  const any = { from: '*', to: '*', initiator: 'source' } as const;
  for (const { file, value } of parts.topics) {
    checkOwner(file, value, (fact) => resolveFlowFact(fact, any, value.properties, vocabulary));
  }
  checkFlows(parts, problems);
  checkReferences(parts, problems);
  checkVariants(parts, problems);
  checkOwnParts(parts, problems);
  checkIcons(parts, problems);
  return problems;
}
