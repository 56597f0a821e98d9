import { type RefObject, useLayoutEffect } from 'react';
import type { Reference } from '../../shared/catalog/schema.ts';
import { type ShownOutcome, setFilter, showRequirement, useFilter } from './filter.ts';
import { askFocus, takeFocusRequest } from './focusRequest.ts';

/** Where in the list of requirements somebody was before going to the findings of one. */
interface Place {
  /** Of which standard and requirement the row is. */
  readonly row: string;
  readonly search: string;
  readonly scrollTop: number;
}

let place: Place | null = null;

/** Goes from the list of requirements to the findings of one. */
export function openRequirement(
  wanted: Reference,
  outcome: ShownOutcome,
  { row, scrollTop }: Pick<Place, 'row' | 'scrollTop'>,
): void {
  place = { row, search: useFilter.getState().search, scrollTop };
  askFocus();
  showRequirement(wanted, outcome);
}

/** Goes back to the list, to where one was. */
export function backToRequirements(): void {
  askFocus();
  setFilter({ requirement: null, search: place?.search ?? '' });
}

/** Puts scroll and focus back when the list comes again; a requirement that is met by now leaves the focus to the list. */
export function useRequirementPlace(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!takeFocusRequest() || !list.current) return;
    if (place) list.current.scrollTop = place.scrollTop;
    const rows = list.current.querySelectorAll<HTMLElement>('[data-requirement]');
    const row = [...rows].find(({ dataset }) => dataset.requirement === place?.row);
    (row ?? list.current).focus({ preventScroll: true });
  }, [list]);
}
