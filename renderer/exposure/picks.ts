import { CLASSIFIED_LEVELS, type From, THROUGH, type Through, type To } from '../../shared/diagram/schema.ts';
import { fromText, type Names, toText } from '../../shared/exposure/words.ts';

/** A choice of a select. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading. */
export interface OptionGroup {
  readonly group: string;
  readonly items: Option[];
}

/** How an end of a question is known in its select, and read from it. */
export const textOfEnd = (end: From | To): string => JSON.stringify(end);
export const endOfText = <T extends From | To>(value: string): T => JSON.parse(value);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const byLabel = (a: Option, b: Option): number => (a.label < b.label ? -1 : 1);

const groupsOf = <T extends From | To>(
  groups: Readonly<Record<string, readonly T[]>>,
  chosen: T,
  textOf: (end: T) => string,
): OptionGroup[] => {
  const toOption = (end: T): Option => ({ value: textOfEnd(end), label: capital(textOf(end)) });
  const all = Object.entries(groups).map(([group, ends]) => ({ group, items: ends.map(toOption) }));
  const isThere = all.some(({ items }) => items.some(({ value }) => value === textOfEnd(chosen)));
  return isThere ? all : [...all, { group: 'Not there', items: [toOption(chosen)] }];
};

/** Where a path may begin; what is chosen and has gone is there too. */
export function fromOptions(names: Names, chosen: From): OptionGroup[] {
  const { resources } = names.diagram;
  const services = [...new Set(resources.map(({ service }) => service))];
  const ends: Readonly<Record<string, readonly From[]>> = {
    Outside: [{ kind: 'internet' }, { kind: 'otherAccount' }],
    Services: services.map((service) => ({ kind: 'service', service })),
    Resources: resources.map(({ id }) => ({ kind: 'resource', id })),
  };
  return sorted(groupsOf(ends, chosen, (end) => fromText(names, end)));
}

/** What may not be reached; what is chosen and has gone is there too. */
export function toOptions(names: Names, chosen: To): OptionGroup[] {
  const ends: Readonly<Record<string, readonly To[]>> = {
    Data: CLASSIFIED_LEVELS.toReversed().map((atLeast) => ({ kind: 'data', atLeast })),
    Resources: names.diagram.resources.map(({ id }) => ({ kind: 'resource', id })),
  };
  return sorted(groupsOf(ends, chosen, (end) => toText(names, end)));
}

const sorted = (groups: OptionGroup[]): OptionGroup[] =>
  groups.map(({ group, items }) => ({
    group,
    items: group === 'Services' || group === 'Resources' ? items.toSorted(byLabel) : items,
  }));

/** What a path has to go through. */
export const THROUGH_OPTIONS: { value: Through; label: string }[] = Object.entries(THROUGH).map(([value, label]) => ({
  value: value as Through,
  label: capital(label.replace('through ', '')),
}));
