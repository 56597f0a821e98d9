import { setAnswers } from '../../../shared/diagram/edit/answer.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { isFinding } from '../../../shared/validate/report.ts';
import { announce, commit } from '../../state/store.ts';

type Fix = NonNullable<Assessment['compiled']['control']['fix']>;

/** The answers that would close this finding, or null when there is no safe set of them. */
export const fixOf = (assessment: Assessment): Fix | null =>
  isFinding(assessment) ? (assessment.compiled.control.fix ?? null) : null;

/** Gives the answers that close a finding, as one step. */
export function applyFix(assessment: Assessment, fix: Fix): void {
  commit(`Fix: ${fix.label}`, (diagram) => setAnswers(diagram, assessment.element.id, fix.set));
  announce(`Done: ${fix.label}`);
}
