import { rename } from '../../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present } from '../../state/store.ts';
import { DraftInput } from '../DraftInput.tsx';
import { type Item, isFlow } from '../element.ts';
import classes from './Header.module.css';

const CLASSES = { input: classes.name ?? '' };

/** The name of a resource or boundary, or the label of a flow, to be edited in place. */
export function NameField({ item, placeholder }: { readonly item: Item; readonly placeholder: string }) {
  const onCommit = (text: string, merge: string) =>
    commit(`Rename ${nameOf(present(), item.id)}`, (diagram) => rename(diagram, item.id, text.trim()), merge);
  return (
    <DraftInput
      aria-label={isFlow(item) ? 'Label' : 'Name'}
      placeholder={placeholder}
      field={`name of ${item.id}`}
      value={isFlow(item) ? item.label : item.name}
      maxLength={LIMITS.name}
      onCommit={onCommit}
      classNames={CLASSES}
    />
  );
}
