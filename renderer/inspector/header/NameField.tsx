import { memo } from 'react';
import { rename } from '../../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present } from '../../state/store.ts';
import { DraftInput } from '../DraftInput.tsx';
import classes from './Header.module.css';

const CLASSES = { input: classes.name ?? '' };

interface NameFieldProps {
  readonly id: string;
  /** What it is called: a flow has a label. */
  readonly label: 'Name' | 'Label';
  readonly name: string;
  readonly placeholder: string;
}

/** The name of a resource or boundary, or the label of a flow, to be edited in place. */
export const NameField = memo(function NameField({ id, label, name, placeholder }: NameFieldProps) {
  const onCommit = (text: string, merge: string) =>
    commit(`Rename ${nameOf(present(), id)}`, (diagram) => rename(diagram, id, text.trim()), merge);
  return (
    <DraftInput
      aria-label={label}
      placeholder={placeholder}
      field={`name of ${id}`}
      value={name}
      maxLength={LIMITS.name}
      onCommit={onCommit}
      classNames={CLASSES}
    />
  );
});
