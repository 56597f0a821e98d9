import { applySteps } from '../../../shared/remedy/apply.ts';
import { aroundOf, type Remedy, safeFix } from '../../../shared/remedy/remedies.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { catalog } from '../../state/catalog.ts';
import { announce, commit, present } from '../../state/store.ts';

/** The answers that would close this finding, or null when there is no safe set of them. */
export const fixOf = (assessment: Assessment): Remedy | null => safeFix(aroundOf(present(), catalog), assessment);

/** Gives the answers that close a finding, as one step. */
export function applyFix(fix: Remedy): void {
  commit(`Fix: ${fix.label}`, (diagram) => applySteps(diagram, catalog, fix.steps, () => crypto.randomUUID()));
  announce(`Done: ${fix.label}`);
}
