import { SEVERITIES } from '../../catalog/terms.ts';
import { applicable } from '../../validate/report.ts';
import type { Block, Drawing } from './drawing.ts';
import { textLine } from './shapes.ts';

/** "1 gap", "2 gaps". */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The report in one line: `61 of 78 controls met · 9 gaps (5 critical, 3 high, 1 medium) · 4 open questions`. */
export function summaryText({ report: { tally } }: Drawing): string {
  const bySeverity = SEVERITIES.filter((severity) => tally.bySeverity[severity] > 0)
    .map((severity) => `${tally.bySeverity[severity]} ${severity}`)
    .join(', ');
  const parts = [
    `${tally.satisfied} of ${counted(applicable(tally), 'control')} met`,
    tally.gap === 0 ? 'no gaps' : `${counted(tally.gap, 'gap')} (${bySeverity})`,
    tally.unknown === 0 ? '' : counted(tally.unknown, 'open question'),
    tally.suppressed === 0 ? '' : `${tally.suppressed} accepted`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What the diagram is called in the picture. */
export const titleText = ({ diagram }: Drawing): string => diagram.name.trim() || 'Untitled diagram';

/** Title block: name, counts, day. */
export function drawHeader(drawing: Drawing, width: number): Block {
  const { diagram, palette, date } = drawing;
  const size = [
    counted(diagram.resources.length, 'resource'),
    counted(diagram.flows.length, 'flow'),
    diagram.boundaries.length === 1 ? '1 boundary' : `${diagram.boundaries.length} boundaries`,
  ].join(' · ');
  const markup = [
    textLine(titleText(drawing), 0, 24, palette.text, { size: 24, weight: 'bold' }, width),
    textLine(summaryText(drawing), 0, 48, palette.text, { size: 13 }, width),
    textLine(`${size} · checked by Parapet on ${date}`, 0, 67, palette.dim, { size: 12 }, width),
  ];
  return { markup: markup.join(''), height: 76 };
}
