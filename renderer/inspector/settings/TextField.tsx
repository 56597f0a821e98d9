import type { Property } from '../../../shared/catalog/schema.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { DraftInput } from '../DraftInput.tsx';
import { isStrange, unansweredText } from './answers.ts';
import { type FieldProps, fieldId } from './field.ts';
import { fieldProps } from './fieldProps.tsx';

type Words = Extract<Property, { type: 'text' | 'date' }>;

/** A question answered in words or by a date. An empty field is no answer. */
export function TextField({ property, answer, byDefault, onAnswer }: FieldProps<Words>) {
  const placeholder = property.type === 'text' ? property.placeholder : undefined;
  return (
    <DraftInput
      {...fieldProps({ property, answer, byDefault })}
      id={fieldId(property.id)}
      type={property.type}
      maxLength={LIMITS.answer}
      placeholder={placeholder ?? unansweredText(byDefault)}
      value={typeof answer === 'string' && !isStrange(property, answer) ? answer : ''}
      onCommit={(text, merge) => onAnswer(text.trim() === '' ? undefined : text.trim(), merge)}
    />
  );
}
