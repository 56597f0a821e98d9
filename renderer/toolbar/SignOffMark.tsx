import { useMemo } from 'react';
import { signOffHolds, signOffText } from '../../shared/diagram/signOff.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { useStore } from '../state/store.ts';
import classes from './Toolbar.module.css';

/** Whether the latest sign-off of the diagram holds; nothing while nobody has signed. */
export function SignOffMark() {
  const context = useCommandContext();
  const diagram = useStore((state) => state.history.present);
  const latest = diagram.signOffs?.at(-1);
  const holds = useMemo(() => latest !== undefined && signOffHolds(diagram, latest), [diagram, latest]);
  if (!latest) return null;
  const words = signOffText(latest, holds);
  return (
    <button
      type="button"
      className={classes.signOff}
      data-testid="sign-off"
      data-holds={holds}
      title={words}
      aria-label={words}
      onClick={() => runCommand('signOff', context)}
    >
      {holds ? '✓' : '!'}
      <span className={classes.wide}> {holds ? 'Signed off' : 'Sign-off broken'}</span>
    </button>
  );
}
