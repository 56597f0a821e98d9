import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { commandOf, IS_MAC, shortcutParts, shortcutsOf } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { focusAtOnce } from '../dialogs/focusAtOnce.ts';
import { useReturnFocus } from '../dialogs/useReturnFocus.ts';
import { iconUri } from '../icons.ts';
import { searchPalette } from '../palette/search.ts';
import { OutcomeGlyph, outcomeName } from '../shell/OutcomeGlyph.tsx';
import { remembered } from '../state/remembered.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './CommandPalette.module.css';
import { choose } from './choose.ts';
import { type Action, type Entries, type Entry, entriesOf } from './entries.ts';
import { findEntries, KINDS, type ShownGroup } from './find.ts';

function Icon({ action }: { readonly action: Action }) {
  switch (action.kind) {
    case 'command':
      return <IconChevronRight size={16} aria-hidden="true" />;
    case 'add': {
      const { icon } = action.item.kind === 'service' ? action.item.service : action.item.boundary;
      return <img className={classes.icon} src={iconUri(icon)} alt="" />;
    }
    case 'element':
      return action.icon === null ? (
        <IconArrowRight size={16} aria-hidden="true" />
      ) : (
        <img className={classes.icon} src={iconUri(action.icon)} alt="" />
      );
    case 'finding': {
      const { outcome, severity } = action.row.assessment;
      return <OutcomeGlyph outcome={outcome} severity={severity} />;
    }
  }
}

function Keys({ action }: { readonly action: Action }) {
  if (action.kind !== 'command') return null;
  const [shortcut] = shortcutsOf(action.command);
  if (shortcut === undefined) return null;
  return shortcutParts(shortcut, IS_MAC).map((part) => (
    <Kbd key={part} size="xs" ml={2}>
      {part}
    </Kbd>
  ));
}

/** What stands below a label: the other name it was found by, else what it is. */
function moreOf({ action, more }: Entry, because: string | undefined): string {
  if (because !== undefined) return because;
  return action.kind === 'finding' ? `${outcomeName(action.row.assessment.outcome)} on ${more}` : more;
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly because: string | undefined;
  readonly active: boolean;
  readonly onChoose: (entry: Entry) => void;
}

/** Keys go to the search field, which names the active option. */
const Option = memo(function Option({ id, entry, because, active, onChoose }: OptionProps) {
  return (
    <Spotlight.Action
      ref={(button) => {
        if (button) button.id = id; // Spotlight keeps the property `id` to itself
      }}
      role="option"
      aria-selected={active}
      className={classes.option ?? ''}
      onClick={() => onChoose(entry)}
    >
      <span className={classes.mark}>
        <Icon action={entry.action} />
      </span>
      <span className={classes.label}>{entry.label}</span>
      <span className={classes.more}>{moreOf(entry, because)}</span>
      <span className={classes.keys}>
        <Keys action={entry.action} />
      </span>
    </Spotlight.Action>
  );
});

/** What to say where nothing was found: why a name leads nowhere here, if it is known. */
function Nothing({ query }: { readonly query: string }) {
  const catalog = useCatalog();
  const { explanations } = useMemo(() => searchPalette(catalog, query), [catalog, query]);
  const [first] = explanations;
  return <p className={classes.nothing}>{first?.text ?? `Nothing is called “${query.trim()}” here.`}</p>;
}

const countText = (groups: readonly ShownGroup[]): string => {
  const count = groups.reduce((sum, { entries, hidden }) => sum + entries.length + hidden, 0);
  return count === 1 ? '1 found' : `${count} found`;
};

/** Milliseconds. */
const FRAME = 16;

/** Makes the entries ready one kind after the other, before the first letter is typed. */
function useReady(entries: Entries): void {
  useEffect(() => {
    const timers = KINDS.map((kind, i) => window.setTimeout(() => entries[kind], FRAME * (i + 1)));
    return () => timers.forEach(window.clearTimeout);
  }, [entries]);
}

/** Every command, service, boundary, element and finding, one search away. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const context = useCommandContext();
  const catalog = useCatalog();
  const list = useId();
  const [[spotlight, { open }]] = useState(createSpotlight);
  const [query, setQuery] = useState('');
  /** Place of the option that Enter chooses; -1 before anything is typed. Spotlight shows it, but tells nobody. */
  const [active, setActive] = useState(-1);
  const [entries] = useState(() => entriesOf(useStore.getState(), catalog));
  const groups = useMemo(() => findEntries(entries, query, remembered().recentEntries), [entries, query]);
  useEffect(open, [open]);
  useReady(entries);

  const hidden = groups.reduce((sum, group) => sum + group.hidden, 0);
  const chosen = groups.flatMap((group) => group.entries)[active];
  const optionId = (entry: Entry): string => `${list}-${encodeURIComponent(entry.id)}`;
  const onChoose = useCallback(
    (entry: Entry): void => {
      onClose();
      choose(entry, context);
    },
    [onClose, context],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (commandOf(event.nativeEvent, IS_MAC) === 'commandPalette') onClose(); // the key that opened it
    queueMicrotask(() => setActive(spotlight.getState().selected));
  };
  const onQueryChange = (text: string): void => {
    setQuery(text);
    setActive(0);
  };
  return (
    <Spotlight.Root
      store={spotlight}
      query={query}
      onQueryChange={onQueryChange}
      onSpotlightClose={onClose}
      shortcut={null}
      closeOnActionTrigger={false}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      size={620}
      title="Command palette"
      classNames={{ header: 'visually-hidden' }}
    >
      <Spotlight.Search
        ref={focusAtOnce}
        data-autofocus
        size="md"
        role="combobox"
        aria-label="Search commands, services, elements and findings"
        aria-expanded={groups.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen && optionId(chosen)}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a command, “add Redshift”, “go to …” or a finding"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {query.trim() === '' ? '' : countText(groups)}
      </p>
      <div id={list} role="listbox" aria-label="Found" className={classes.list}>
        <Spotlight.ActionsList className={classes.actions ?? ''}>
          {groups.map((group) => (
            <Spotlight.ActionsGroup
              key={group.id}
              role="group"
              aria-label={group.title}
              label={group.title}
              className={classes.group ?? ''}
            >
              {group.entries.map((entry) => (
                <Option
                  key={entry.id}
                  id={optionId(entry)}
                  entry={entry}
                  because={group.because.get(entry.id)}
                  active={entry === chosen}
                  onChoose={onChoose}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </Spotlight.ActionsList>
      </div>
      {groups.length === 0 && <Nothing query={query} />}
      {hidden > 0 && <p className={classes.hidden}>{hidden} more. Type on to narrow them down.</p>}
    </Spotlight.Root>
  );
}
