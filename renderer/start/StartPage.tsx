import { Button } from '@mantine/core';
import { IconArrowLeft, IconFilePlus, IconFolderOpen } from '@tabler/icons-react';
import { useLayoutEffect, useMemo } from 'react';
import { runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { documentName, hasDocument } from '../files/documentName.ts';
import { openText } from '../files/fileActions.ts';
import { backToCanvas } from '../inspector/focusInspector.ts';
import { isFocusLost } from '../state/focus.ts';
import { setSession, useStore } from '../state/store.ts';
import { Toolbar } from '../toolbar/Toolbar.tsx';
import { RecentFiles } from './RecentFiles.tsx';
import { RecoveredWork } from './RecoveredWork.tsx';
import { SampleCard } from './SampleCard.tsx';
import classes from './StartPage.module.css';
import { readSamples, readTemplates, type Sample } from './samples.ts';

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

interface CardsProps {
  readonly id: string;
  readonly title: string;
  readonly judged: boolean;
  readonly read: () => readonly Sample[];
}

function Cards({ id, title, judged, read }: CardsProps) {
  const { host } = useCommandContext();
  const samples = useMemo(read, [read]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      <ul className={`${classes.plain} ${classes.cards}`} data-wide={judged}>
        {samples.map((sample) => (
          <li key={sample.name}>
            <SampleCard sample={sample} judged={judged} onOpen={() => void openText(host, sample.name, sample.text)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The focus would go with the page: it goes on to the canvas. */
function useFocusGoesOn(): void {
  useLayoutEffect(
    () => () => {
      if (isFocusLost()) return; // it was not here
      // Once the canvas has come, and what is on it.
      requestAnimationFrame(() => requestAnimationFrame(() => isFocusLost() && backToCanvas()));
    },
    [],
  );
}

/** Where one begins: a new diagram, a file, a template, a sample, or what was not saved the last time. */
export function StartPage() {
  useFocusGoesOn();
  return (
    <div className={classes.start}>
      <Toolbar />
      <div className={classes.page}>
        <div className={classes.columns}>
          <div className={classes.column}>
            <h1 className={classes.title}>Draw a pipeline, see what it still lacks</h1>
            <p className={classes.lead}>
              Parapet checks every service and every flow against its catalog of security controls while you draw.
            </p>
            <RecoveredWork />
            <Beginnings />
          </div>
          <div className={classes.side}>
            <RecentFiles />
          </div>
          <div className={classes.column}>
            <Cards id="start-templates" title="Templates" judged={false} read={readTemplates} />
            <Cards id="start-samples" title="Samples" judged read={readSamples} />
          </div>
        </div>
      </div>
    </div>
  );
}
