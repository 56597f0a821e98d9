import { Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId, type ContextName } from '../../shared/commands.ts';
import { isEnabled } from '../commands/runCommand.ts';
import { useReturnFocus } from '../dialogs/useReturnFocus.ts';
import { type ContextMenu as Opened, showContextMenu, useStore } from '../state/store.ts';
import { CommandItems } from './CommandItems.tsx';
import classes from './Menus.module.css';

const NAMES: Readonly<Record<ContextName, string>> = {
  canvas: 'Canvas',
  resource: 'Resource',
  flow: 'Flow',
  boundary: 'Boundary',
  text: 'Text',
  several: 'Selected elements',
  finding: 'Finding',
};

const standsIn = (id: CommandId, context: ContextName): boolean => {
  const { contexts }: Command = COMMANDS[id];
  return contexts?.includes(context) ?? false;
};

/** The commands of a menu. One that cannot be chosen now shows so; in a presentation, which changes nothing, it is left out. */
function idsOf(context: ContextName): readonly CommandId[] {
  const state = useStore.getState();
  return COMMAND_IDS.filter((id) => standsIn(id, context) && (!state.presenting || isEnabled(id, state)));
}

const IN_WINDOW = { flip: true, shift: { crossAxis: true } };
const OUTSIDE = ['mousedown', 'touchstart'];

const close = (): void => showContextMenu(null);

function Items({ context, x, y }: Opened) {
  useReturnFocus();
  const [opener] = useState(() => document.activeElement);
  // What is chosen finds the focus where it was: a dialog leads back there, a name field takes it from there.
  const refocus = (): void => {
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus({ preventScroll: true });
  };
  useEffect(() => {
    const onWheel = ({ target }: WheelEvent): void => {
      if (!(target instanceof Element) || !target.closest('[role=menu]')) close(); // what it is about moves away
    };
    window.addEventListener('blur', close);
    window.addEventListener('wheel', onWheel, { capture: true, passive: true });
    return () => {
      window.removeEventListener('blur', close);
      window.removeEventListener('wheel', onWheel, { capture: true });
    };
  }, []);
  return (
    <Menu
      opened
      onChange={close}
      position="bottom-start"
      offset={2}
      // It stays whole in the window, over the pointer where it is too long for the room beside it.
      floatingStrategy="fixed"
      middlewares={IN_WINDOW}
      width={270}
      returnFocus={false}
      hideDetached={false}
      // The key that opens it is no key beside it.
      clickOutsideEvents={OUTSIDE}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className={classes.place} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown
        className={classes.dropdown ?? ''}
        aria-label={NAMES[context]}
        onContextMenu={(event) => event.preventDefault()}
      >
        <CommandItems ids={idsOf(context)} onChoose={refocus} onDone={close} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menu of what was clicked with the right button, or has the focus: the commands of the table that stand in it. */
export function ContextMenu() {
  const opened = useStore((state) => state.contextMenu);
  return opened && <Items key={`${opened.context} ${opened.x} ${opened.y} ${opened.finding}`} {...opened} />;
}
