import type { Catalog } from '../catalog/catalog.ts';
import { kindName } from '../catalog/words.ts';
import { DATA_LEVELS } from '../dataClasses.ts';
import { resourcesById } from '../diagram/graph.ts';
import { oneLine } from '../diagram/oneLine.ts';
import { type Diagram, type ExposureRule, type From, type Question, THROUGH, type To } from '../diagram/schema.ts';
import { resourceName } from '../validate/elementName.ts';
import type { Path, Paths } from './findPaths.ts';
import type { JudgedRule } from './rules.ts';

/** What says how resources and services are called. */
export interface Names {
  readonly diagram: Pick<Diagram, 'resources'>;
  readonly catalog: Catalog;
}

/** What the resource with an id is called, on one line. */
function nameOf({ diagram, catalog }: Names, id: string): string {
  const resource = resourcesById(diagram.resources).get(id);
  return resource ? oneLine(resourceName(catalog, resource)) : 'a resource that is gone';
}

/** Where a question begins: "the internet", "any Lambda". */
export function fromText(names: Names, from: From): string {
  switch (from.kind) {
    case 'internet':
      return 'the internet';
    case 'otherAccount':
      return 'another account';
    case 'service':
      return `any ${oneLine(kindName(names.catalog, from.service))}`;
    case 'resource':
      return nameOf(names, from.id);
  }
}

/** What a question asks about: "stores of sensitive data". */
export function toText(names: Names, to: To): string {
  if (to.kind === 'resource') return nameOf(names, to.id);
  const level = DATA_LEVELS[to.atLeast].toLowerCase();
  return to.atLeast === 'sensitive' ? 'stores of sensitive data' : `stores of ${level} or stronger data`;
}

const endsText = (names: Names, { from, to, through }: Question): string =>
  `from ${fromText(names, from)} to ${toText(names, to)}, ${THROUGH[through]}`;

/** A question on one line: "Paths from the internet to stores of sensitive data, through anything". */
export const questionText = (names: Names, question: Question): string => `Paths ${endsText(names, question)}`;

/** What a rule is called: as people call it, else what it says. */
export const ruleText = (names: Names, { name, question }: Pick<ExposureRule, 'name' | 'question'>): string =>
  oneLine(name) || `No path ${endsText(names, question)}`;

/** What came of a question: "no path", "3 paths". */
export function foundText({ asked, paths, more }: Paths): string {
  if (asked === 0) return 'nothing to reach';
  if (paths.length === 0) return 'no path';
  return `${paths.length} ${paths.length === 1 ? 'path' : 'paths'}${more ? ' and more' : ''}`;
}

/** "1 rule broken". */
export const brokenText = (count: number): string => `${count} ${count === 1 ? 'rule' : 'rules'} broken`;

/** What came of a rule: as of its question, or what it names and is not there. */
export const ruleFoundText = (judged: JudgedRule): string =>
  judged.missing.length === 0 ? foundText(judged) : `${judged.missing.map(oneLine).join(' and ')} not there`;

/** A path by the names of what it leads through: "app → API → orders"; "orders itself" where that is where one begins. */
export const pathText = (names: Names, { resources }: Path): string =>
  `${resources.map((id) => nameOf(names, id)).join(' → ')}${resources.length === 1 ? ' itself' : ''}`;
