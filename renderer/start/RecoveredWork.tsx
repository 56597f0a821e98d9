import { Button, Group } from '@mantine/core';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Recovery } from '../../shared/ipc/contract.ts';
import { useHost } from '../bridge/HostContext.tsx';
import { compareRecovery, restore } from '../files/fileActions.ts';
import { discardRecovery, useRecoveries } from '../files/recovery.ts';
import classes from './StartPage.module.css';
import { timeText } from './timeText.ts';

function Work({ recovery }: { readonly recovery: Recovery }) {
  const host = useHost();
  const name = oneLine(recovery.name);
  const what = `unsaved work of ${name}`;
  const { file } = recovery;
  return (
    <li className={classes.recovery}>
      <span className={classes.recoveryText}>
        Unsaved work of <strong>{name}</strong>, {timeText(recovery.savedAt)}
        {file !== null && <span className={classes.more}> {oneLine(file.name)}</span>}
      </span>
      <Group gap="xs">
        <Button size="xs" aria-label={`Restore ${what}`} onClick={() => void restore(host, recovery)}>
          Restore
        </Button>
        {file !== null && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Compare ${what} with its file`}
            onClick={() => void compareRecovery(host, recovery, file)}
          >
            Compare…
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          aria-label={`Discard ${what}`}
          onClick={() => void discardRecovery(host, recovery.documentId)}
        >
          Discard
        </Button>
      </Group>
    </li>
  );
}

/** What was not saved when Parapet ended without being asked to. */
export function RecoveredWork() {
  const recoveries = useRecoveries((state) => state.recoveries);
  if (recoveries.length === 0) return null;
  return (
    <section className={classes.recoveries} aria-labelledby="start-recovered">
      <h2 id="start-recovered" className={classes.heading}>
        Recovered work
      </h2>
      <ul className={classes.plain}>
        {recoveries.map((recovery) => (
          <Work key={recovery.documentId} recovery={recovery} />
        ))}
      </ul>
    </section>
  );
}
