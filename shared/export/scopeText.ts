import type { CatalogVersion } from '../catalog/catalogVersion.ts';
import type { Override } from '../catalog/schema.ts';
import type { ClassCount } from '../classify/countClasses.ts';
import { DATA_CLASSES } from '../dataClasses.ts';
import type { ReviewScope } from './review.ts';
import type { ReviewElement } from './reviewPoint.ts';
import { counted } from './text.ts';

/** One thing that a report says of its own reach, with the elements or controls that it is about. */
export interface ScopeNote {
  readonly text: string;
  readonly items: readonly string[];
}

const named = ({ name, service }: ReviewElement): string => `${name} (${service})`;

const changed = ({ control, severity, reason }: Override): string =>
  severity === undefined ? `${control}: ${reason}` : `${control} is ${severity}: ${reason}`;

/** "Personal data reach 5 resources". */
export const classText = ({ class: each, resources }: ClassCount): string =>
  `${DATA_CLASSES[each]} data reach ${counted(resources, 'resource')}`;

/** What was checked and what was not, in words; what there is nothing of is left out. */
export function scopeNotes({
  elements,
  controls,
  unchecked,
  general,
  off,
  data,
  changed: moved,
}: ReviewScope): readonly ScopeNote[] {
  const checked =
    elements === 0
      ? 'No element was checked.'
      : `${counted(elements, 'element')} checked with ${counted(controls, 'control')}, by what the drawing and its answers say; nothing was looked up in AWS.`;
  const notes: readonly ScopeNote[] = [
    { text: 'Classes of data, as far as the diagram says where they enter:', items: data.map(classText) },
    { text: 'Not checked, because the catalog does not know them:', items: unchecked.map(named) },
    {
      text: 'Judged by general controls only, because no rule was written for their services:',
      items: general.map(named),
    },
    { text: 'Controls switched off by your own catalog:', items: off.map(changed) },
    { text: 'Severities changed by your own catalog:', items: moved.map(changed) },
  ];
  return [{ text: checked, items: [] }, ...notes.filter(({ items }) => items.length > 0)];
}

/** Which catalog a report was made with: `Catalog 4d5d7cf9: 46 services, 7 kinds of boundaries, 612 pairs, 431 controls`. */
export const catalogText = ({ hash, services, boundaries, pairs, controls }: CatalogVersion): string =>
  `Catalog ${hash}: ${[
    counted(services, 'service'),
    counted(boundaries, 'kind of boundary', 'kinds of boundaries'),
    counted(pairs, 'pair of services', 'pairs of services'),
    counted(controls, 'control'),
  ].join(', ')}`;
