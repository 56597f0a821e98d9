import { CATEGORIES } from '../../shared/catalog/terms.ts';
import type { ElementReport } from '../../shared/validate/report.ts';
import { type Badge, badgeOf } from './badge.ts';

export interface Pill {
  readonly tone: Badge['tone'];
  readonly text: string;
  /** All of it, for a tooltip. */
  readonly title: string;
  /** Pixels, from the length of the text: the pill needs no measuring. */
  readonly width: number;
}

const CHARACTER = 6.6;

const worstFirst = (report: ElementReport) => report.findings.find((finding) => finding.outcome === 'gap');

/** The words on a flow: the worst thing it lacks and how many more, or that all is well. */
export function flowPill(report: ElementReport | undefined, label: string): Pill {
  const { tone, glyph, count, text } = badgeOf(report?.tally);
  const worst = report && worstFirst(report)?.compiled.control;
  const lacking = worst ? ` ${worst.short ?? CATEGORIES[worst.category].toLowerCase()}` : '';
  const more = worst && (count ?? 0) > 1 ? ` +${(count ?? 0) - 1}` : '';
  const named = label === '' ? '' : `${label.slice(0, 24)} · `;
  const words = worst ? `${named}${glyph}${lacking}${more}` : `${named}${glyph}${count ?? ''}`;
  const shown = tone === 'none' ? label.slice(0, 24) : words;
  const title = [label, text].filter((part) => part !== '').join(': ');
  return { tone, text: shown, title, width: Math.max(24, shown.length * CHARACTER + 14) };
}
