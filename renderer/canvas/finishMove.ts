import { notifications } from '@mantine/notifications';
import { move } from '../../shared/diagram/edit/move.ts';
import { boundariesById } from '../../shared/diagram/graph.ts';
import { takeIn, withContainers } from '../state/containment.ts';
import { nameOf, namesOf } from '../state/names.ts';
import { commit, present } from '../state/store.ts';
import type { Proposal } from './fromReactFlow.ts';

/** Moves elements into the boundaries that they then look inside of, as one step; boundaries take in what they cover. */
export function finishMove(wanted: Proposal['moves'], merge: string | null = null): void {
  const diagram = present();
  const { moves, refused } = withContainers(diagram, wanted);
  for (const message of refused) notifications.show({ color: 'orange', title: 'Not moved there', message });
  if (moves.length === 0) return;
  const [into] = moves.map((each) => each.inside ?? null);
  const together = into != null && moves.every((each) => each.inside === into);
  const what = namesOf(
    diagram,
    moves.map((each) => each.id),
  );
  const text = `Move ${what}`;
  const boundaries = moves.filter(({ id }) => boundariesById(diagram.boundaries).has(id));
  commit(
    together ? `${text} into ${nameOf(diagram, into)}` : text,
    (before) => boundaries.reduce((after, { id }) => takeIn(after, id), move(before, moves)),
    merge,
  );
}
