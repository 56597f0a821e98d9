import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { RecentFile } from '../../shared/ipc/contract.ts';
import { useHost } from '../bridge/HostContext.tsx';
import { openRecent } from '../files/fileActions.ts';
import { announce } from '../state/store.ts';
import classes from './StartPage.module.css';
import { timeText } from './timeText.ts';

/** The files that were opened or saved last. */
export function RecentFiles() {
  const host = useHost();
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let gone = false;
    const show = (list: readonly RecentFile[]) => gone || setFiles(list);
    // A list that cannot be read is no reason to stop anyone from starting.
    host.call('recent:list').then(show, () => show([]));
    return () => {
      gone = true;
    };
  }, [host]);
  const clear = async () => {
    await host.call('recent:clear');
    setFiles([]);
    announce('Recent files cleared');
  };
  return (
    <section aria-labelledby="start-recent">
      <div className={classes.headingRow}>
        <h2 id="start-recent" className={classes.heading}>
          Recent
        </h2>
        {files.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => void clear()}>
            Clear list
          </Button>
        )}
      </div>
      {files.length === 0 && <p className={classes.more}>Files that you open or save appear here.</p>}
      <ul className={classes.plain}>
        {files.map(({ id, name, location, openedAt }) => (
          <li key={id}>
            <button type="button" className={classes.recent} onClick={() => void openRecent(host, id, name)}>
              <span className={classes.recentName}>{oneLine(name)}</span>
              <span className={classes.more}>
                {location === null ? timeText(openedAt) : `${oneLine(location)} · ${timeText(openedAt)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
