import { TagsInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { useFlushed, useRefused } from '../../state/drafts.ts';
import { refuse } from '../../state/store.ts';
import { unansweredText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { fieldProps } from './fieldProps.tsx';
import { fittingWords } from './problem.ts';

type List = Extract<Property, { type: 'list' }>;

/** A question answered by several words. An empty list is no answer. A word that cannot be in it waits in the field. */
export function ListField({ onAnswer, field, ...about }: FieldProps<List>) {
  const { property, answer, mixed, byDefault } = about;
  const words = Array.isArray(answer) ? [...answer] : [];
  const refused = useRefused(field, JSON.stringify(words));
  const [typed, setTyped] = useState(refused?.text ?? '');
  const show = (text: string, problem: string | null, list: readonly string[] = words) => {
    setTyped(text);
    refuse(field, problem === null ? null : { text, problem, value: JSON.stringify(list) });
  };
  const onChange = (next: readonly string[]) => {
    const { fitting, refused: misfit } = fittingWords(words, next);
    if (fitting.length !== words.length || fitting.some((word, index) => word !== words[index])) {
      onAnswer(fitting.length === 0 ? undefined : fitting);
    }
    // After the field has emptied itself.
    queueMicrotask(() => show(misfit?.word ?? '', misfit?.problem ?? null, fitting));
  };
  useFlushed(() => typed.trim() !== '' && !words.includes(typed.trim()) && onChange([...words, typed.trim()]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (typed === '' && refused === null)) return;
    event.stopPropagation(); // it does not close what is around the field as well
    show('', null);
  };
  return (
    <TagsInput
      {...fieldProps(about)}
      value={words}
      searchValue={typed}
      onSearchChange={(text) => show(text, null)}
      maxTags={LIMITS.list}
      onMaxTags={(word) => show(word, `A list has at most ${LIMITS.list} entries.`)}
      onDuplicate={(word) => queueMicrotask(() => show('', `“${word}” is in the list already.`))}
      error={refused?.problem}
      onKeyDown={onKeyDown}
      placeholder={
        mixed === null ? (words.length > 0 ? '' : (property.placeholder ?? unansweredText(byDefault))) : 'Mixed'
      }
      onChange={onChange}
    />
  );
}
