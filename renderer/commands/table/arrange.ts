import {
  type Alignment,
  type Axis,
  align,
  alignMoves,
  distribute,
  distributeMoves,
  LEAST,
} from '../../../shared/diagram/edit/arrange.ts';
import { fitBoundary } from '../../../shared/diagram/edit/fitBoundary.ts';
import type { Move } from '../../../shared/diagram/edit/move.ts';
import { idsWithin } from '../../../shared/diagram/graph.ts';
import { outermostPlaced } from '../../../shared/diagram/placed.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { namesOf } from '../../state/names.ts';
import { announce, commit, isDrawing, present, type State } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import { tidy } from '../../tidy/tidy.ts';
import { type Entry, onlySelected, selection } from './entry.ts';

/** Commits an arrangement, or says why there is none. */
function arrange(label: string, moves: readonly Move[] | null, refusal: string, edit: (diagram: Diagram) => Diagram) {
  if (moves === null) tell(refusal, 'warning');
  else if (moves.length === 0) announce(`${label}: already so`);
  else {
    commit(label, edit);
    announce(`${label}: moved ${moves.length}`);
  }
}

const isEnabledFrom =
  (least: number) =>
  (state: State): boolean =>
    isDrawing(state) &&
    state.selection.length >= least &&
    outermostPlaced(state.history.present, state.selection).length >= least;

const aligning = (alignment: Alignment): Entry => ({
  run: () => {
    const ids = selection();
    arrange(
      `Align ${alignment}`,
      alignMoves(present(), ids, alignment),
      'These cannot be aligned this way: one of them would have to leave its boundary.',
      (diagram) => align(diagram, ids, alignment),
    );
  },
  enabled: isEnabledFrom(LEAST.align),
});

const distributing = (axis: Axis): Entry => ({
  run: () => {
    const ids = selection();
    arrange(
      `Distribute ${axis === 'x' ? 'horizontally' : 'vertically'}`,
      distributeMoves(present(), ids, axis),
      'These cannot be spread evenly: one of them would have to leave its boundary.',
      (diagram) => distribute(diagram, ids, axis),
    );
  },
  enabled: isEnabledFrom(LEAST.distribute),
});

function fitSelected(): void {
  const [id] = selection();
  if (id === undefined) return;
  const name = namesOf(present(), [id]);
  commit(`Fit ${name} to its content`, (diagram) => fitBoundary(diagram, id));
  announce(`Fitted ${name} to its content`);
}

/** True when something can be moved against something else: two elements, or a boundary with content. */
function canTidySelection(state: State): boolean {
  if (!isDrawing(state) || state.selection.length === 0) return false;
  const { present: diagram } = state.history;
  const chosen = outermostPlaced(diagram, state.selection);
  return chosen.length > 1 || idsWithin(diagram, state.selection).size > 0;
}

/** What the commands of the Arrange menu do. */
export const ARRANGE = {
  tidyLayout: {
    run: () => tidy({ label: 'Tidy layout', selection: 'all' }),
    enabled: (state) =>
      isDrawing(state) && state.history.present.resources.length + state.history.present.boundaries.length > 1,
  },
  tidySelection: {
    run: () => tidy({ label: 'Tidy selection', selection: selection() }),
    enabled: canTidySelection,
  },
  alignLeft: aligning('left'),
  alignCentre: aligning('centre'),
  alignRight: aligning('right'),
  alignTop: aligning('top'),
  alignMiddle: aligning('middle'),
  alignBottom: aligning('bottom'),
  distributeHorizontally: distributing('x'),
  distributeVertically: distributing('y'),
  fitBoundary: { run: fitSelected, enabled: (state) => isDrawing(state) && onlySelected(state) === 'boundary' },
} as const satisfies Record<string, Entry>;
