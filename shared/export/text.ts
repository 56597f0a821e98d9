import { SEVERITIES } from '../catalog/terms.ts';
import { oneLine } from '../diagram/oneLine.ts';
import { applicable, type Tally } from '../validate/report.ts';

/** A text on one line, without control characters, lone surrogates and marks of direction. */
export const lineOf = (text: string): string => oneLine(text);

/** Sorts texts in the same order anywhere, whatever the language of the machine. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "1 gap", "2 gaps". */
export const counted = (count: number, word: string, many = `${word}s`): string =>
  `${count} ${count === 1 ? word : many}`;

/** "3 resources", "2 flows", "1 boundary", as one text. */
export const sizeText = (size: {
  readonly resources: number;
  readonly flows: number;
  readonly boundaries: number;
}): string =>
  [
    counted(size.resources, 'resource'),
    counted(size.flows, 'flow'),
    counted(size.boundaries, 'boundary', 'boundaries'),
  ].join(' · ');

/** "5 critical, 3 high"; empty without gaps. */
export const severitiesText = ({ bySeverity }: Tally): string =>
  SEVERITIES.filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`)
    .join(', ');

/** The report in one line: `61 of 78 controls met · 9 gaps (5 critical, 4 high) · 4 open questions · 2 accepted`. */
export function summaryText(tally: Tally): string {
  const parts = [
    `${tally.satisfied} of ${counted(applicable(tally), 'control')} met`,
    tally.gap === 0 ? 'no gaps' : `${counted(tally.gap, 'gap')} (${severitiesText(tally)})`,
    tally.unknown === 0 ? '' : counted(tally.unknown, 'open question'),
    tally.suppressed === 0 ? '' : `${tally.suppressed} accepted`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A fact that decided, in words: `Encryption: none (AWS default)`. */
export const reasonText = (reason: {
  readonly label: string;
  readonly value: string;
  readonly origin: string;
}): string => `${reason.label}: ${reason.value}${reason.origin === '' ? '' : ` (${reason.origin})`}`;

/** Requirements by framework: `NIST 800-53 AC-3, AC-4; HIPAA 164.312(a)(1)`. */
export function servesText(
  references: readonly { readonly framework: string; readonly requirement: string }[],
): string {
  const byFramework = new Map<string, string[]>();
  for (const { framework, requirement } of references) {
    const list = byFramework.get(framework);
    if (list) list.push(requirement);
    else byFramework.set(framework, [requirement]);
  }
  return [...byFramework].map(([framework, requirements]) => `${framework} ${requirements.join(', ')}`).join('; ');
}
