import type { Catalog } from '../catalog/catalog.ts';
import type { Diagram } from '../diagram/schema.ts';
import { type GapChanges, gapChanges } from '../validate/gapChanges.ts';
import { type Assessment, isFinding, type Judged } from '../validate/report.ts';
import { validateEdit } from '../validate/validate.ts';
import { applySteps } from './apply.ts';
import { aroundOf, type Remedy, remediesOf } from './remedies.ts';
import type { Step } from './step.ts';

/** A diagram as it was judged, and what it takes to judge it again. `today` is an ISO date. */
export interface Situation extends Judged {
  readonly catalog: Catalog;
  readonly today: string;
}

/** What steps would come to: the diagram after them, what of its gaps closed, and which are new. */
export interface Effect extends GapChanges, Judged {}

/** Tries steps without doing them. Costs what they touch, not what the diagram holds. */
export function effectOf(situation: Situation, steps: readonly Step[]): Effect {
  const { diagram: before, catalog, today } = situation;
  let drawn = 0;
  const diagram: Diagram = applySteps(before, catalog, steps, () => `tried-${++drawn}-${before.resources.length}`);
  const report = validateEdit(situation, diagram, catalog, today);
  return { diagram, report, ...gapChanges(situation.report, report) };
}

/** A remedy that was tried, and closes its finding. */
export interface TriedRemedy extends Remedy {
  readonly effect: Effect;
}

/** Whether a finding is closed, and not opened again by the same control somewhere else. */
const closes = ({ report, opened }: Effect, { key, element, compiled }: Assessment): boolean => {
  const after = report.elements.get(element.id)?.assessments.find((each) => each.key === key);
  const isMoved = opened.some((gap) => gap.compiled.control.id === compiled.control.id);
  return (after === undefined || !isFinding(after)) && !isMoved;
};

/** The remedies of a finding that close it, each with all else that it does. */
export function triedRemedies(situation: Situation, assessment: Assessment): readonly TriedRemedy[] {
  return remediesOf(aroundOf(situation.diagram, situation.catalog), assessment)
    .map((remedy) => ({ ...remedy, effect: effectOf(situation, remedy.steps) }))
    .filter(({ effect }) => closes(effect, assessment));
}
