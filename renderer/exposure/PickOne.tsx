import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import classes from './Exposure.module.css';

interface PickProps extends Required<Pick<NativeSelectProps, 'data'>> {
  readonly label: string;
  readonly value: string;
  readonly onPick: (value: string) => void;
}

/** One choice of several, beside its name. */
export const PickOne = ({ label, data, value, onPick }: PickProps) => (
  <NativeSelect
    label={label}
    size="xs"
    className={classes.pick ?? ''}
    data={data}
    value={value}
    onChange={({ currentTarget }) => onPick(currentTarget.value)}
  />
);
