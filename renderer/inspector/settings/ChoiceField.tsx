import { NativeSelect } from '@mantine/core';
import type { Property } from '../../../shared/catalog/schema.ts';
import { isStrange, strangeText, unansweredText } from './answers.ts';
import { type FieldProps, fieldId } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type Choice = Extract<Property, { type: 'choice' }>;

const UNANSWERED = '';
/** Stands for an answer that is none of the options; no option value has blanks. */
const STRANGE = 'strange answer';

/** A question with options. Taking the answer back is the first of them. */
export function ChoiceField({ property, answer, byDefault, onAnswer }: FieldProps<Choice>) {
  const strange = isStrange(property, answer);
  const chosen = property.options.find(({ value }) => value === answer);
  const offered = property.options.filter((option) => !option.retired || option === chosen);
  const data = [
    { value: UNANSWERED, label: unansweredText(byDefault) },
    ...(strange ? [{ value: STRANGE, label: strangeText(answer) }] : []),
    ...offered.map(({ value, label, retired }) => ({ value, label: retired ? `${label} (retired)` : label })),
  ];
  const option = [chosen?.hint, chosen?.retired].filter(Boolean).join(' ') || undefined;
  return (
    <NativeSelect
      {...fieldProps({ property, answer, byDefault, option })}
      id={fieldId(property.id)}
      data={data}
      value={strange ? STRANGE : (chosen?.value ?? UNANSWERED)}
      onChange={({ currentTarget: { value } }) => {
        if (value !== STRANGE) onAnswer(value === UNANSWERED ? undefined : value);
      }}
    />
  );
}
