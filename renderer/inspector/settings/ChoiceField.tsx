import { NativeSelect } from '@mantine/core';
import type { Property } from '../../../shared/catalog/schema.ts';
import { isStrange, strangeText, unansweredText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type Choice = Extract<Property, { type: 'choice' }>;

const UNANSWERED = '';
/** Stand for what is none of the options; no option value has blanks. */
const STRANGE = 'strange answer';
const MIXED = 'mixed answers';

/** A question with options. Taking the answer back is the first of them. */
export function ChoiceField({ onAnswer, ...about }: FieldProps<Choice>) {
  const { property, answer, mixed, byDefault } = about;
  const strange = isStrange(property, answer);
  const chosen = property.options.find(({ value }) => value === answer);
  const offered = property.options.filter((option) => !option.retired || option === chosen);
  const data = [
    ...(mixed === null ? [] : [{ value: MIXED, label: 'Mixed', disabled: true }]),
    { value: UNANSWERED, label: unansweredText(byDefault) },
    ...(strange ? [{ value: STRANGE, label: strangeText(answer) }] : []),
    ...offered.map(({ value, label, retired }) => ({ value, label: retired ? `${label} (retired)` : label })),
  ];
  const option = [chosen?.hint, chosen?.retired].filter(Boolean).join(' ') || undefined;
  const shown = strange ? STRANGE : (chosen?.value ?? UNANSWERED);
  return (
    <NativeSelect
      {...fieldProps({ ...about, option })}
      data={data}
      value={mixed === null ? shown : MIXED}
      onChange={({ currentTarget: { value } }) => {
        if (value !== STRANGE && value !== MIXED) onAnswer(value === UNANSWERED ? undefined : value);
      }}
    />
  );
}
