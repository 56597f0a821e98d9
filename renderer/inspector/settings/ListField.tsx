import { TagsInput } from '@mantine/core';
import type { Property } from '../../../shared/catalog/schema.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { unansweredText } from './answers.ts';
import { type FieldProps, fieldId } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type List = Extract<Property, { type: 'list' }>;

/** A question answered by several words. An empty list is no answer. */
export function ListField({ property, answer, byDefault, onAnswer }: FieldProps<List>) {
  const words = Array.isArray(answer) ? [...answer] : [];
  return (
    <TagsInput
      {...fieldProps({ property, answer, byDefault })}
      id={fieldId(property.id)}
      value={words}
      maxLength={LIMITS.answer}
      placeholder={words.length > 0 ? '' : (property.placeholder ?? unansweredText(byDefault))}
      onChange={(next) => onAnswer(next.length === 0 ? undefined : next)}
    />
  );
}
