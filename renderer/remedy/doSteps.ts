import { applySteps } from '../../shared/remedy/apply.ts';
import type { Situation } from '../../shared/remedy/effect.ts';
import { stepsOf } from '../../shared/remedy/plan.ts';
import type { Step } from '../../shared/remedy/step.ts';
import { gapChanges } from '../../shared/validate/gapChanges.ts';
import { catalog } from '../state/catalog.ts';
import { reportOf } from '../state/derived.ts';
import { commit, present, type State, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { trace } from '../state/traced.ts';
import { doneText } from './effectText.ts';
import { planInSlices } from './planInSlices.ts';

/** The document as it was judged. */
export const situationOf = (state: State): Situation => ({
  diagram: state.history.present,
  report: reportOf(state),
  catalog,
  today: state.today,
});

/** Does steps for good, as one that undo names by `label`; points out what they drew and tells what came of it. */
export function doSteps(label: string, steps: readonly Step[]): void {
  const before = reportOf(useStore.getState());
  const drawn: string[] = [];
  const newId = () => {
    const id = crypto.randomUUID();
    drawn.push(id);
    return id;
  };
  commit(label, (diagram) => applySteps(diagram, catalog, steps, newId));
  const after = reportOf(useStore.getState());
  trace(drawn);
  tell(`${doneText(gapChanges(before, after))}. Undo goes back.`);
}

/** Does everything that has one safe answer. */
export async function fixAll(): Promise<void> {
  const situation = situationOf(useStore.getState());
  const plan = await planInSlices(situation);
  // Somebody went on drawing meanwhile: what was found may be wrong by now.
  if (present() !== situation.diagram) return fixAll();
  const safe = plan?.changes.filter((change) => change.safe) ?? [];
  if (safe.length === 0) tell('No gap here has one safe answer.');
  else doSteps('Fix all that have one safe answer', stepsOf(safe));
}
