import { addBoundaryOf, addService } from '../state/addElement.ts';
import { noteUse } from './liked.ts';
import type { PaletteItem } from './search.ts';

/** What a drag out of the palette carries: the id of a service, or of a boundary's kind. */
export const DRAG_TYPES = {
  service: 'application/x-parapet-service',
  boundary: 'application/x-parapet-boundary',
} as const satisfies Record<PaletteItem['kind'], string>;

/** Puts an item of the palette on the canvas. */
export function addItem(item: PaletteItem): void {
  noteUse(item);
  if (item.kind === 'service') addService(item.service);
  else addBoundaryOf(item.boundary);
}
