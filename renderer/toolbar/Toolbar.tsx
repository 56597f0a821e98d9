import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconSunMoon } from '@tabler/icons-react';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { redoLabel, undoLabel } from '../state/history.ts';
import { useStore } from '../state/store.ts';
import { Brand } from './Brand.tsx';
import { CommandMenu } from './CommandMenu.tsx';
import { CountsPill } from './CountsPill.tsx';
import { DocumentName } from './DocumentName.tsx';
import { IconCommand } from './IconCommand.tsx';
import classes from './Toolbar.module.css';

function Steps() {
  const undo = useStore((state) => undoLabel(state.history));
  const redo = useStore((state) => redoLabel(state.history));
  return (
    <>
      <IconCommand id="undo" label={undo === null ? 'Undo' : `Undo ${undo}`}>
        <IconArrowBackUp size={18} aria-hidden="true" />
      </IconCommand>
      <IconCommand id="redo" label={redo === null ? 'Redo' : `Redo ${redo}`}>
        <IconArrowForwardUp size={18} aria-hidden="true" />
      </IconCommand>
    </>
  );
}

function ExportButton() {
  const context = useCommandContext();
  const enabled = useStore((state) => isEnabled('export', state));
  return (
    <Button
      variant="default"
      size="compact-md"
      className={classes.button ?? ''}
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      disabled={!enabled}
      onClick={() => runCommand('export', context)}
    >
      Export
    </Button>
  );
}

/** The top bar: what is open, what can be done with it, and how it stands. */
export function Toolbar() {
  const context = useCommandContext();
  const drawing = useStore((state) => state.view === 'editor');
  return (
    <header className={classes.toolbar}>
      <Brand />
      {drawing && <DocumentName />}
      <div className={classes.group}>
        {drawing && <Steps />}
        <CommandMenu menu="file" label="File" />
        {/* The desktop has its own menu bar. */}
        {context.host.kind === 'web' && drawing && <CommandMenu menu="edit" label="Edit" />}
        {drawing && <ExportButton />}
      </div>
      <div className={classes.end}>
        {drawing && <CountsPill />}
        <IconCommand id="toggleTheme">
          <IconSunMoon size={18} aria-hidden="true" />
        </IconCommand>
        <CommandMenu menu="help" label="Help" />
      </div>
    </header>
  );
}
