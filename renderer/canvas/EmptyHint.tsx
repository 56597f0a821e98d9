import { COMMANDS } from '../../shared/commands.ts';
import { IS_MAC, shortcutText } from '../commands/shortcuts.ts';
import { useStore } from '../state/store.ts';
import classes from './EmptyHint.module.css';

const keyOf = (id: 'findService' | 'connect') => <kbd>{shortcutText(COMMANDS[id].shortcut, IS_MAC)}</kbd>;

/** What to do with an empty canvas, in three steps. It lets the pointer through, and goes with the first element. */
export function EmptyHint() {
  const empty = useStore(
    ({ history: { present } }) =>
      present.resources.length === 0 && present.boundaries.length === 0 && present.texts.length === 0,
  );
  if (!empty) return null;
  return (
    <ol className={classes.steps} aria-label="First steps">
      <li>
        <strong>Drag a service here</strong>
        <span>or press {keyOf('findService')}, type its name and press Enter</span>
      </li>
      <li>
        <strong>Connect two services</strong>
        <span>from the dot at the edge of one to the other, or select one and press {keyOf('connect')}</span>
      </li>
      <li>
        <strong>See what is missing</strong>
        <span>select what shows gaps, and answer its questions in the inspector</span>
      </li>
    </ol>
  );
}
