import { oneLine } from '../diagram/oneLine.ts';
import type { ElementRef } from './report.ts';

/** What an element is called in a list, on one line: its name; of a flow, its ends, then its label. */
export function placeName({ name, ends }: ElementRef): string {
  if (!ends) return oneLine(name);
  const between = `${oneLine(ends.source)} → ${oneLine(ends.target)}`;
  return name === `${ends.source} → ${ends.target}` ? between : `${between} (${oneLine(name)})`;
}
