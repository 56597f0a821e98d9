import { CATEGORIES } from '../../shared/catalog/terms.ts';
import type { ElementReport } from '../../shared/validate/report.ts';
import { type Badge, badgeOf } from './badge.ts';

export interface Pill {
  readonly tone: Badge['tone'];
  readonly text: string;
  /** Glyph and number alone, for a view from far out. */
  readonly mark: string;
  /** All of it, for a tooltip. */
  readonly title: string;
  /** Pixels, from the length of the text: the pill needs no measuring. */
  readonly width: number;
}

const CHARACTER = 6.2;

const worstFirst = (report: ElementReport) => report.findings.find((finding) => finding.outcome === 'gap');

/** Longest first: what a pill may say of a flow. The first that has room is shown. */
function wordings(badge: Badge, report: ElementReport | undefined, label: string): readonly string[] {
  const { tone, glyph, count } = badge;
  const name = label.slice(0, 24);
  if (tone === 'none') return name === '' ? [] : [name];
  const named = name === '' ? '' : `${name} · `;
  const worst = report && worstFirst(report)?.compiled.control;
  const mark = `${glyph}${count ?? ''}`;
  if (!worst) return [`${named}${mark}`, mark];
  const more = (count ?? 0) > 1 ? ` +${(count ?? 0) - 1}` : '';
  const words = `${glyph} ${worst.short ?? CATEGORIES[worst.category].toLowerCase()}${more}`;
  return [`${named}${words}`, words, mark];
}

const widthOf = (text: string): number => Math.max(24, text.length * CHARACTER + 14);

/**
 * The words on a flow: the worst thing it lacks and how many more, or that all is well. `room` is what lies free
 * between its ends, in pixels; a pill that is too long for it says less.
 */
export function flowPill(report: ElementReport | undefined, label: string, room: number): Pill {
  const badge = badgeOf(report?.tally);
  const possible = wordings(badge, report, label);
  const text = possible.find((each) => widthOf(each) <= room) ?? possible.at(-1) ?? '';
  const title = [label, badge.text].filter((part) => part !== '').join(': ');
  return { tone: badge.tone, text, mark: `${badge.glyph}${badge.count ?? ''}`, title, width: widthOf(text) };
}
