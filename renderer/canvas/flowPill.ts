import { CATEGORIES } from '../../shared/catalog/terms.ts';
import type { ElementReport } from '../../shared/validate/report.ts';
import { type Badge, badgeOf } from './badge.ts';

/** What a pill may say, and how wide it is then: from the length of the text, so that it needs no measuring. */
export interface Wording {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
}

export interface Pill {
  readonly tone: Badge['tone'];
  /** The most telling first; none without a pill. */
  readonly wordings: readonly Wording[];
  /** Glyph and number alone, for a view from far out. */
  readonly mark: string;
  /** All of it, for a tooltip. */
  readonly title: string;
}

const CHARACTER = 6.2;

const worstFirst = (report: ElementReport) => report.findings.find((finding) => finding.outcome === 'gap');

/** Longest first: what a pill may say of a flow. */
function textsOf(badge: Badge, report: ElementReport | undefined, label: string): readonly string[] {
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

/** The words on a flow: the worst thing it lacks and how many more, or that all is well. */
export function flowPill(report: ElementReport | undefined, label: string): Pill {
  const badge = badgeOf(report?.tally);
  const wordings = textsOf(badge, report, label).map((text) => ({ text, width: widthOf(text) }));
  const title = [label, badge.text].filter((part) => part !== '').join(': ');
  return { tone: badge.tone, wordings, mark: `${badge.glyph}${badge.count ?? ''}`, title };
}
