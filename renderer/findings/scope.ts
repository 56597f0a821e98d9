import { DATA_CLASSES, type DataClass, orStronger, setOf } from '../../shared/dataClasses.ts';
import { boundariesById } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { catalog } from '../state/catalog.ts';
import type { Within } from './filter.ts';

/** What a key of `serviceKeyOf` is called. */
export function nameOfService(key: string): string {
  if (key === 'flow') return 'Flows';
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('flow:')) {
    return id
      .split(' → ')
      .map((service) => nameOfService(`resource:${service}`))
      .join(' → ');
  }
  const known = key.startsWith('boundary:')
    ? catalog.boundaries.get(id)?.kind.name
    : catalog.services.get(id)?.service.shortName;
  return known ?? oneLine(id);
}

/** What a place that the findings are narrowed to is called. */
export function nameOfWithin(diagram: Diagram, { boundary: id }: Within): string {
  if (id === null) return 'In no boundary';
  const boundary = boundariesById(diagram.boundaries).get(id);
  if (!boundary) return 'In a boundary that is gone';
  return oneLine(boundary.name) || nameOfService(`boundary:${boundary.kind}`);
}

/** What the findings on data of a class are called: "Personal", "Confidential or stronger". */
export const nameOfData = (each: DataClass): string =>
  orStronger(each) === setOf([each]) ? DATA_CLASSES[each] : `${DATA_CLASSES[each]} or stronger`;
