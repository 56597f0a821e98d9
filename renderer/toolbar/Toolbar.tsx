import { Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconHierarchy3, IconSunMoon } from '@tabler/icons-react';
import { COMMANDS, MENU_NAMES, type MenuName } from '../../shared/commands.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { MenuBar } from '../menus/MenuBar.tsx';
import { redoLabel, undoLabel } from '../state/history.ts';
import { useStore } from '../state/store.ts';
import { Brand } from './Brand.tsx';
import { CountsPill } from './CountsPill.tsx';
import { DocumentName } from './DocumentName.tsx';
import { IconCommand } from './IconCommand.tsx';
import { SignOffMark } from './SignOffMark.tsx';
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

function TidyButton() {
  const context = useCommandContext();
  const enabled = useStore((state) => isEnabled('tidyLayout', state));
  const [shortcut = ''] = shortcutsOf('tidyLayout');
  return (
    <Tooltip label={`${COMMANDS.tidyLayout.label} (${shortcutText(shortcut, IS_MAC)})`} openDelay={400}>
      <Button
        variant="default"
        size="compact-md"
        className={`${classes.button} ${classes.shrinks}`}
        leftSection={<IconHierarchy3 size={16} aria-hidden="true" />}
        // Not `disabled`: the button keeps the focus.
        aria-disabled={!enabled}
        data-disabled={!enabled}
        onClick={() => runCommand('tidyLayout', context)}
      >
        <span className={classes.words}>{COMMANDS.tidyLayout.label}</span>
      </Button>
    </Tooltip>
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

/** What there is besides the desktop's own menu bar, or without a diagram. */
const FEW: readonly MenuName[] = ['file', 'help'];

/** The top bar: what is open, what can be done with it, and how it stands. */
export function Toolbar() {
  const context = useCommandContext();
  const drawing = useStore((state) => state.view === 'editor');
  return (
    <header className={classes.toolbar} data-part>
      <Brand />
      {drawing && <DocumentName />}
      {drawing && <SignOffMark />}
      <div className={classes.group}>
        <MenuBar menus={context.host.kind === 'web' && drawing ? MENU_NAMES : FEW} />
        {drawing && <Steps />}
        {drawing && <TidyButton />}
        {drawing && <ExportButton />}
      </div>
      <div className={classes.end}>
        {drawing && <CountsPill />}
        <IconCommand id="toggleTheme">
          <IconSunMoon size={18} aria-hidden="true" />
        </IconCommand>
      </div>
    </header>
  );
}
