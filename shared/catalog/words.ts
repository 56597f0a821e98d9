import type { Catalog } from './catalog.ts';
import type { AnswerValue, Property } from './schema.ts';

/** A service by its short name, or a kind of boundary by its name; what is neither as it is. */
export const kindName = (catalog: Catalog, id: string): string =>
  catalog.services.get(id)?.service.shortName ?? catalog.boundaries.get(id)?.kind.name ?? id;

/** The value of a fact in words: an option by its label, services and kinds of boundary by their names. */
export function valueText(catalog: Catalog, value: AnswerValue | null, property: Property | null): string {
  const one = (each: string): string => {
    const option = property?.type === 'choice' ? property.options.find((candidate) => candidate.value === each) : null;
    return option?.label ?? (each === 'true' ? 'yes' : each === 'false' ? 'no' : kindName(catalog, each));
  };
  if (value === null) return 'unknown';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return one(value);
  return value.length === 0 ? 'none' : value.map(one).join(', ');
}
