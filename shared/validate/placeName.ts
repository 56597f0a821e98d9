import type { ElementRef } from './report.ts';

/** What an element is called in a list: its name; of a flow, its ends, then its label. */
export function placeName({ name, ends }: ElementRef): string {
  if (!ends) return name;
  const between = `${ends.source} → ${ends.target}`;
  return name === between ? name : `${between} (${name})`;
}
