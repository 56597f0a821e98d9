import { remove } from '../../shared/diagram/edit/remove.ts';
import { counted } from '../../shared/export/text.ts';
import { namesOf } from './names.ts';
import { announce, commit, present } from './store.ts';
import { tell } from './tell.ts';

const DONE = { Delete: 'Deleted', Cut: 'Cut' } as const;

/** Takes elements off the canvas, as one step. The decisions on them go too, and that is told: somebody answered for them. */
export function takeAway(verb: keyof typeof DONE, ids: readonly string[]): void {
  const before = present();
  const what = namesOf(before, ids);
  commit(`${verb} ${what}`, (diagram) => remove(diagram, ids));
  const decisions = before.suppressions.length - present().suppressions.length;
  if (decisions === 0) announce(`${DONE[verb]} ${what}`);
  else
    tell(
      `${DONE[verb]} ${what}, and ${counted(decisions, 'decision')} with it. Undo brings all of it back.`,
      'warning',
    );
}
