import { Button } from '@mantine/core';
import { IconArrowLeft, IconFilePlus, IconFolderOpen } from '@tabler/icons-react';
import { useMemo } from 'react';
import { runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { documentName, hasDocument } from '../files/documentName.ts';
import { openText } from '../files/fileActions.ts';
import { setSession, useStore } from '../state/store.ts';
import { Toolbar } from '../toolbar/Toolbar.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { RecoveredWork } from './RecoveredWork.tsx';
import { SampleCard } from './SampleCard.tsx';
import classes from './StartPage.module.css';
import { readSamples } from './samples.ts';

function Beginnings() {
  const context = useCommandContext();
  const goingOn = useStore((state) => (hasDocument(state) ? documentName(state) : null));
  return (
    <div className={classes.beginnings}>
      {goingOn !== null && (
        <Button
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={() => setSession({ view: 'editor' })}
        >
          Back to {goingOn}
        </Button>
      )}
      <Button
        variant={goingOn === null ? 'filled' : 'default'}
        leftSection={<IconFilePlus size={18} aria-hidden="true" />}
        onClick={() => runCommand('new', context)}
      >
        New diagram
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolderOpen size={18} aria-hidden="true" />}
        onClick={() => runCommand('open', context)}
      >
        Open…
      </Button>
    </div>
  );
}

function Samples() {
  const { host } = useCommandContext();
  const samples = useMemo(readSamples, []);
  return (
    <section aria-labelledby="start-samples">
      <h2 id="start-samples" className={classes.heading}>
        Samples
      </h2>
      <ul className={`${classes.plain} ${classes.cards}`}>
        {samples.map((sample) => (
          <li key={sample.name}>
            <SampleCard sample={sample} onOpen={() => void openText(host, sample.name, sample.text)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where one begins: a new diagram, a file, a sample, or what was not saved the last time. */
export function StartPage() {
  return (
    <div className={classes.start}>
      <Toolbar />
      <div className={classes.page}>
        <div className={classes.column}>
          <h1 className={classes.title}>Draw a pipeline, see what it still lacks</h1>
          <p className={classes.lead}>
            Parapet checks every service and every flow against its catalog of security controls while you draw.
          </p>
          <RecoveredWork />
          <Beginnings />
          <Samples />
          <RecentFiles />
        </div>
      </div>
    </div>
  );
}
