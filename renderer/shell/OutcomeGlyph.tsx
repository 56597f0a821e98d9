import type { Severity } from '../../shared/catalog/terms.ts';
import type { Outcome } from '../../shared/validate/report.ts';
import classes from './OutcomeGlyph.module.css';

const GLYPHS: Readonly<Record<Outcome, { readonly glyph: string; readonly name: string }>> = {
  gap: { glyph: '!', name: 'Gap' },
  unknown: { glyph: '?', name: 'Open question' },
  suppressed: { glyph: '~', name: 'Accepted' },
  satisfied: { glyph: '✓', name: 'Met' },
  notApplicable: { glyph: '–', name: 'Does not apply' },
};

/** The name of an outcome as people read it. */
export const outcomeName = (outcome: Outcome): string => GLYPHS[outcome].name;

/** An outcome as a round mark: colour, glyph and name. A gap takes the colour of its severity. */
export function OutcomeGlyph({ outcome, severity }: { readonly outcome: Outcome; readonly severity?: Severity }) {
  const tone = outcome === 'gap' ? (severity ?? 'high') : outcome;
  return (
    <span className={classes.glyph} data-tone={tone} role="img" aria-label={outcomeName(outcome)}>
      <span aria-hidden="true">{GLYPHS[outcome].glyph}</span>
    </span>
  );
}
