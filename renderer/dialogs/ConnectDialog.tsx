import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { catalog } from '../state/catalog.ts';
import { connect } from '../state/flowEdits.ts';
import { nameOf } from '../state/names.ts';
import { useStore } from '../state/store.ts';
import classes from './ConnectDialog.module.css';
import { type ConnectChoice, connectChoices } from './connectChoices.ts';
import { Frame } from './Frame.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const ANY_PAIR = 'No rule for this pair in the catalog; general controls for flows apply.';

/** What there is to know before connecting. */
function aboutOf({ refused, instead, interaction }: ConnectChoice): string {
  if (refused !== null) return refused;
  return instead === null ? (interaction ?? ANY_PAIR) : `No direct way in AWS: ${instead}`;
}

interface OptionProps {
  readonly id: string;
  readonly choice: ConnectChoice;
  readonly active: boolean;
  readonly onChoose: () => void;
}

/** Keys go to the search field, which names the active option. */
function Option({ id, choice, active, onChoose }: OptionProps) {
  return (
    // Keys go to the search field, which names the active option.
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={choice.refused !== null}
      className={classes.option}
      onClick={onChoose}
    >
      <span className={classes.name}>
        {choice.name} <span className={classes.service}>{choice.service}</span>
      </span>
      <span className={classes.more}>{aboutOf(choice)}</span>
    </button>
  );
}

/** Connects a resource to another one without the mouse. */
export function ConnectDialog({ from, onClose }: { readonly from: string; readonly onClose: () => void }) {
  const diagram = useStore((state) => state.history.present);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const listId = useId();
  const choices = useMemo(() => connectChoices(diagram, catalog, from, query), [diagram, from, query]);

  const optionId = (index: number) => `${listId}-${index}`;
  const choose = (choice: ConnectChoice | undefined) => {
    if (!choice) return;
    setRefusal(choice.refused);
    if (choice.refused !== null) return;
    onClose();
    connect(from, choice.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = (active + step + choices.length) % Math.max(choices.length, 1);
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') choose(choices[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Frame title={`Connect ${nameOf(diagram, from)} to…`} onClose={onClose}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Search resources"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={choices[active] ? optionId(active) : undefined}
        autoComplete="off"
        placeholder="Name or service"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={classes.refusal} role="status">
        {refusal}
      </p>
      <div id={listId} role="listbox" tabIndex={-1} aria-label="Resources" className={classes.list}>
        {choices.map((choice, index) => (
          <Option
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            active={index === active}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
      {choices.length === 0 && (
        <p className={classes.none}>
          {diagram.resources.length < 2
            ? 'There is no other resource yet. Add one from the palette first.'
            : `No other resource is called “${query.trim()}”.`}
        </p>
      )}
    </Frame>
  );
}
