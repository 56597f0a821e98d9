import type { Severity } from '../../shared/catalog/terms.ts';
import { applicable, type Tally, worstGap } from '../../shared/validate/report.ts';

/** What a badge shows: never colour alone, but glyph, number and a text that says it in full. */
export interface Badge {
  readonly tone: Severity | 'unknown' | 'satisfied' | 'suppressed' | 'none';
  readonly glyph: string;
  /** Null where the glyph says it all. */
  readonly count: number | null;
  readonly text: string;
}

/** One shape a severity, so that the worst shows without colour too; the same shapes as in the exported picture. */
const GLYPHS: Readonly<Record<Severity, string>> = { critical: '!', high: '▲', medium: '◆', low: '▼', info: '–' };

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The worst that counts say: gaps, else open questions, else accepted risks, else all met. */
export function badgeOf(tally: Tally | undefined): Badge {
  if (!tally || applicable(tally) === 0) return { tone: 'none', glyph: '', count: null, text: 'nothing to check' };
  const worst = worstGap(tally);
  const open = tally.unknown > 0 ? `, ${plural(tally.unknown, 'open question')}` : '';
  if (worst) {
    const text = `${plural(tally.gap, 'gap')}, worst ${worst}${open}`;
    return { tone: worst, glyph: GLYPHS[worst], count: tally.gap, text };
  }
  if (tally.unknown > 0) {
    return { tone: 'unknown', glyph: '?', count: tally.unknown, text: plural(tally.unknown, 'open question') };
  }
  const accepted = tally.suppressed;
  if (accepted > 0)
    return { tone: 'suppressed', glyph: '~', count: accepted, text: `${accepted} accepted, the rest met` };
  return { tone: 'satisfied', glyph: '✓', count: null, text: `all ${tally.satisfied} controls met` };
}

const PAINTED = new Set<string>(['critical', 'high', 'medium', 'low']);

/** True for the tones that views from afar paint in their severity's colour. */
export const isPaintedGap = (tone: string): boolean => PAINTED.has(tone);
