import { Kbd } from '@mantine/core';
import { useId } from 'react';
import { COMMAND_IDS, COMMANDS, MENU_NAMES, MENUS } from '../../shared/commands.ts';
import { IS_MAC, shortcutParts, shortcutsOf } from '../commands/shortcuts.ts';
import { WIDGET_KEYS } from '../commands/widgetKeys.ts';
import { Frame } from './Frame.tsx';
import classes from './KeyboardDialog.module.css';

interface Row {
  readonly what: string;
  readonly shortcuts: readonly string[];
}

/** The commands of each menu that have keys, then the keys of what has the focus. */
const SECTIONS: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  ...MENU_NAMES.map((menu) => ({
    title: MENUS[menu],
    rows: COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu).map((id) => ({
      what: COMMANDS[id].label,
      shortcuts: shortcutsOf(id),
    })),
  })),
  ...WIDGET_KEYS.map(({ where, keys }) => ({
    title: where,
    rows: keys.map(([what, ...shortcuts]) => ({ what, shortcuts })),
  })),
]
  .map(({ title, rows }) => ({ title, rows: rows.filter(({ shortcuts }) => shortcuts.length > 0) }))
  .filter(({ rows }) => rows.length > 0);

function Keys({ shortcuts }: { readonly shortcuts: readonly string[] }) {
  return shortcuts.map((shortcut, index) => (
    <span key={shortcut} className={classes.keys}>
      {index > 0 && ' or '}
      {shortcutParts(shortcut, IS_MAC).map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </span>
  ));
}

function Section({ title, rows }: (typeof SECTIONS)[number]) {
  const heading = useId();
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <h3 id={heading} className={classes.heading}>
        {title}
      </h3>
      <dl className={classes.list}>
        {rows.map(({ what, shortcuts }) => (
          <div key={what} className={classes.row}>
            <dt>{what}</dt>
            <dd>
              <Keys shortcuts={shortcuts} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key there is: those of the commands, and those that belong to what has the focus. */
export function KeyboardDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Frame title="Keyboard shortcuts" size="860px" onClose={onClose}>
      <div className={classes.sections}>
        {SECTIONS.map((section) => (
          <Section key={section.title} {...section} />
        ))}
      </div>
    </Frame>
  );
}
