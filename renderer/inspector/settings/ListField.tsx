import { TagsInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Property } from '../../../shared/catalog/schema.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { unansweredText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { fieldProps } from './fieldProps.tsx';
import { fittingWords } from './problem.ts';

type List = Extract<Property, { type: 'list' }>;

/** A question answered by several words. An empty list is no answer. A word that cannot be in it stays in the field. */
export function ListField({ onAnswer, ...about }: FieldProps<List>) {
  const { property, answer, mixed, byDefault } = about;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const words = Array.isArray(answer) ? [...answer] : [];
  const refuse = (word: string, why: string | null) => {
    setTyped(word);
    setProblem(why);
  };
  const onChange = (next: readonly string[]) => {
    const { fitting, refused } = fittingWords(words, next);
    if (fitting.length !== words.length || fitting.some((word, index) => word !== words[index])) {
      onAnswer(fitting.length === 0 ? undefined : fitting);
    }
    // After the field has emptied itself.
    queueMicrotask(() => refuse(refused?.word ?? '', refused?.problem ?? null));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (typed === '' && problem === null)) return;
    event.stopPropagation(); // it does not close what is around the field as well
    refuse('', null);
  };
  return (
    <TagsInput
      {...fieldProps(about)}
      value={words}
      searchValue={typed}
      onSearchChange={(text) => refuse(text, null)}
      maxTags={LIMITS.list}
      onMaxTags={(word) => refuse(word, `A list has at most ${LIMITS.list} entries.`)}
      onDuplicate={(word) => queueMicrotask(() => refuse('', `“${word}” is in the list already.`))}
      error={problem}
      onKeyDown={onKeyDown}
      placeholder={
        mixed === null ? (words.length > 0 ? '' : (property.placeholder ?? unansweredText(byDefault))) : 'Mixed'
      }
      onChange={onChange}
    />
  );
}
