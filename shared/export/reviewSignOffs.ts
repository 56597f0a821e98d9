import type { Diagram } from '../diagram/schema.ts';
import { scopeText, signOffHolds, signOffText } from '../diagram/signOff.ts';
import { lineOf } from './text.ts';

/** Who reviewed what, and whether that still stands. */
export interface ReviewSignOff {
  readonly holds: boolean;
  readonly reviewer: string;
  readonly date: string;
  /** "the whole diagram", "4 elements". */
  readonly scope: string;
  /** Of what was judged when it was signed. */
  readonly hash: string;
  /** All of it but the hash, as a sentence. */
  readonly text: string;
}

/** All sign-offs of a diagram, oldest first. */
export const reviewSignOffs = (diagram: Diagram): readonly ReviewSignOff[] =>
  (diagram.signOffs ?? []).map((signed) => {
    const holds = signOffHolds(diagram, signed);
    const { reviewer, date, scope, hash } = signed;
    const words = scopeText(diagram, scope);
    const text = lineOf(`${signOffText(signed, holds)} (${words})`);
    return { holds, reviewer: lineOf(reviewer), date, scope: words, hash, text };
  });

/** The headings of a table of sign-offs. */
export const SIGN_OFF_HEADINGS = ['Standing', 'Reviewer', 'Date', 'Scope', 'Hash of what was judged'] as const;

/** The row of a sign-off in such a table. */
export const signOffCells = ({
  holds,
  reviewer,
  date,
  scope,
  hash,
}: ReviewSignOff): readonly [standing: string, reviewer: string, date: string, scope: string, hash: string] => [
  holds ? 'Valid' : 'Broken: the diagram has changed since',
  reviewer,
  date,
  scope,
  hash,
];
