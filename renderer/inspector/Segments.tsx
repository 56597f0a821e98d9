import { type ReactNode, useId, useMemo } from 'react';
import classes from './Segments.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly segments: readonly Segment<T>[];
  /** The chosen one; null when none is. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly describedBy?: string | undefined;
  /** Goes to the first radio, so that others can move the focus here. */
  readonly id?: string;
}

interface ChoiceProps<T extends string> extends Segment<T> {
  readonly name: string;
  readonly id: string | undefined;
  readonly checked: boolean;
  readonly onChange: (value: T) => void;
}

/** One choice. The same while nothing of it changes: React writes each input anew that it renders again. */
function Choice<T extends string>({ name, id, value, label, checked, onChange }: ChoiceProps<T>) {
  return useMemo(
    () => (
      <label className={classes.segment}>
        <input
          className={classes.input}
          type="radio"
          id={id}
          name={name}
          checked={checked}
          onChange={() => onChange(value)}
        />
        <span className={classes.face}>{label}</span>
      </label>
    ),
    [name, id, value, label, checked, onChange],
  );
}

/** A few choices side by side: radio buttons that look like one switch. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.group} aria-describedby={props.describedBy}>
      <legend className={props.hideLabel ? 'visually-hidden' : classes.legend}>{props.label}</legend>
      <div className={classes.row}>
        {props.segments.map((segment, index) => (
          <Choice
            key={segment.value}
            {...segment}
            name={name}
            id={index === 0 ? props.id : undefined}
            checked={props.value === segment.value}
            onChange={props.onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}
