import { SUPPRESSION_KINDS, type Suppression } from './schema.ts';

/** What was decided, in words: "Risk accepted", "Compensated by a web ACL". */
export const decisionKind = ({ kind, compensatedBy }: Suppression): string =>
  kind === 'compensated' && compensatedBy ? `Compensated by ${compensatedBy}` : SUPPRESSION_KINDS[kind];

/** Why, with the ticket that it is written in. */
export const decisionReason = ({ justification, ticket }: Suppression): string =>
  ticket ? `${justification} (${ticket})` : justification;

/** The day (ISO) so many months after another one; at the end of a shorter month its last day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
