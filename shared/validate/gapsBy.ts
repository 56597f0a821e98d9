import { boundariesIn, boundariesOf } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import { type ElementRef, type Finding, type Report, type Tally, tallyOf } from './report.ts';

/** Gaps counted by a key. */
export type Groups<Key = string> = ReadonlyMap<Key, Tally>;

/** What an element is, as a key: its service, the kind of a boundary; all flows have the same. */
export const serviceKeyOf = ({ kind, service }: ElementRef): string => (kind === 'flow' ? kind : `${kind}:${service}`);

/** What a flow connects, as a key: its pair of services. Null of anything else. */
export const pairKeyOf = ({ kind, service }: ElementRef): string | null => (kind === 'flow' ? `flow:${service}` : null);

/** The gaps of a report by the keys that each counts under. */
export function gapsBy<Key>(report: Report, keysOf: (gap: Finding) => readonly Key[]): Groups<Key> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of report.findings) {
    if (finding.outcome !== 'gap') continue;
    for (const key of keysOf(finding)) {
      const group = groups.get(key);
      if (group) group.push(finding);
      else groups.set(key, [finding]);
    }
  }
  return new Map([...groups].map(([key, gaps]) => [key, tallyOf(gaps)]));
}

/** The gaps of each boundary with all inside it; those in no boundary are under null. */
export const gapsByBoundary = (diagram: Diagram, report: Report): Groups<string | null> =>
  gapsBy<string | null>(report, ({ element }) => {
    const around = boundariesOf(diagram, element.id);
    return around.length === 0 ? [null] : around.map(({ id }) => id);
  });

/** The keys of groups, most gaps first; of as many, in the order of the report. */
export const mostFirst = <Key>(groups: Groups<Key>): readonly Key[] =>
  [...groups].sort(([, a], [, b]) => b.gap - a.gap).map(([key]) => key);

/** A boundary with gaps, and how many boundaries it stands in. */
export interface NestedBoundary {
  readonly id: string;
  readonly depth: number;
}

/** The boundaries that have gaps, each before what is inside it; beside each other, most gaps first. */
export function nestedBoundaries(diagram: Diagram, groups: Groups<string | null>): readonly NestedBoundary[] {
  const inside = boundariesIn(diagram.boundaries);
  const gapsOf = (id: string): number => groups.get(id)?.gap ?? 0;
  const list = (container: string | null, depth: number): readonly NestedBoundary[] =>
    (inside.get(container) ?? [])
      .filter(({ id }) => groups.has(id))
      .sort((a, b) => gapsOf(b.id) - gapsOf(a.id))
      .flatMap(({ id }) => [{ id, depth }, ...list(id, depth + 1)]);
  return list(null, 0);
}
