import type { ElementRef } from '../validate/report.ts';

/** What an element is called in a list: its name; of a labelled flow, its ends as well. */
export function placeName({ name, ends }: ElementRef): string {
  if (!ends) return name;
  const between = `${ends.source} → ${ends.target}`;
  return name === between ? name : `${name} (${between})`;
}
