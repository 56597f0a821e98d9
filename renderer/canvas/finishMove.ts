import { notifications } from '@mantine/notifications';
import { type Move, move } from '../../shared/diagram/edit/move.ts';
import { boundariesById } from '../../shared/diagram/graph.ts';
import { placedOf } from '../../shared/diagram/placed.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { takeIn, withContainers } from '../state/containment.ts';
import { nameOf, namesOf } from '../state/names.ts';
import { announce, commit, present } from '../state/store.ts';
import type { Proposal } from './fromReactFlow.ts';

/** What a move changed of where things are inside of, in words; null where they stay in theirs. */
function placeNews(before: Diagram, moves: readonly Move[]): string | null {
  const changed = moves.filter(({ id, inside }) => inside !== undefined && inside !== placedOf(before, id)?.inside);
  const [first] = changed;
  if (first === undefined) return null;
  if (changed.some(({ inside }) => inside !== first.inside)) return 'changed boundaries';
  return first.inside == null ? 'left its boundary' : `entered ${nameOf(before, first.inside)}`;
}

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
  const news = placeNews(diagram, moves);
  if (news !== null) announce(`${what} ${news}`);
}
