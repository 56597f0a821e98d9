import { COMMANDS } from '../../shared/commands.ts';
import { IS_MAC, shortcutText } from '../commands/shortcuts.ts';
import { useStore } from '../state/store.ts';
import classes from './EmptyHint.module.css';

/** What to do with an empty canvas. */
export function EmptyHint() {
  const empty = useStore(
    ({ history: { present } }) => present.resources.length === 0 && present.boundaries.length === 0,
  );
  if (!empty) return null;
  return (
    <p className={classes.hint}>
      Drag a service here, or press <kbd>{shortcutText(COMMANDS.findService.shortcut, IS_MAC)}</kbd>, type its name and
      press <kbd>Enter</kbd>.
    </p>
  );
}
