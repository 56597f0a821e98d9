import { type ReactNode, useId } from 'react';
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

/** A few choices side by side: radio buttons that look like one switch. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.group} aria-describedby={props.describedBy}>
      <legend className={props.hideLabel ? 'visually-hidden' : classes.legend}>{props.label}</legend>
      <div className={classes.row}>
        {props.segments.map(({ value, label }, index) => (
          <label key={value} className={classes.segment}>
            <input
              className={classes.input}
              type="radio"
              id={index === 0 ? props.id : undefined}
              name={name}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span className={classes.face}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
