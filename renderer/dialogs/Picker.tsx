import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { focusAtOnce } from './focusAtOnce.ts';
import classes from './Picker.module.css';

/** Something to choose. */
export interface PickerOption {
  readonly key: string;
  readonly name: string;
  /** Beside the name, in small. */
  readonly detail: string;
  readonly about: string;
  /** Why it cannot be chosen, in words; null when it can. */
  readonly refused: string | null;
  readonly onChoose: () => void;
}

/** Options that belong together. */
export interface PickerSection {
  readonly title: string;
  readonly options: readonly PickerOption[];
}

interface Props {
  /** Names the field for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Those without options are left out. */
  readonly sections: readonly PickerSection[];
  /** Said when there is nothing to choose. */
  readonly none: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface OptionProps {
  readonly id: string;
  readonly option: PickerOption;
  readonly active: boolean;
  readonly onClick: () => void;
}

function Option({ id, option, active, onClick }: OptionProps) {
  return (
    // Keys go to the search field, which names the active option.
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={option.refused !== null}
      className={classes.option}
      onClick={onClick}
    >
      <span className={classes.name}>
        {option.name} <span className={classes.service}>{option.detail}</span>
      </span>
      <span className={classes.more}>{option.refused ?? option.about}</span>
    </button>
  );
}

/** A search field with what it finds below: arrow keys go through it, Enter chooses. */
export function Picker({ label, placeholder, query, onQuery, sections, none }: Props) {
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const listId = useId();
  const shown = sections.filter(({ options }) => options.length > 0);
  const all = shown.flatMap(({ options }) => options);
  const optionId = (option: PickerOption) => `${listId}-${option.key}`;
  const current = all[active];

  const choose = (option: PickerOption | undefined) => {
    if (!option) return;
    setRefusal(option.refused);
    if (option.refused === null) option.onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = (active + step + all.length) % Math.max(all.length, 1);
      setActive(next);
      const option = all[next];
      if (option) document.getElementById(optionId(option))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') choose(current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        ref={focusAtOnce}
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-activedescendant={current && optionId(current)}
        autoComplete="off"
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          onQuery(event.currentTarget.value);
          setActive(0);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p className={classes.refusal} role="status">
        {refusal}
      </p>
      <div id={listId} role="listbox" tabIndex={-1} aria-label={label} className={classes.list}>
        {shown.map(({ title, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a list box
          <div key={title} role="group" aria-label={title} className={classes.group}>
            {shown.length > 1 && <div className={classes.section}>{title}</div>}
            {options.map((option) => (
              <Option
                key={option.key}
                id={optionId(option)}
                option={option}
                active={option === current}
                onClick={() => choose(option)}
              />
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && <p className={classes.none}>{none}</p>}
    </>
  );
}
