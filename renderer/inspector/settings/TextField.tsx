import type { Property } from '../../../shared/catalog/schema.ts';
import { DraftInput } from '../DraftInput.tsx';
import { unansweredText } from './answers.ts';
import type { FieldProps } from './field.ts';
import { fieldProps } from './fieldProps.tsx';
import { textProblem } from './problem.ts';

type Words = Extract<Property, { type: 'text' | 'date' }>;

const EXPECTED = 'This is no whole date yet. Expected is day, month and year, such as 2023-01-05.';

/** A question answered in words or by a date. An empty field is no answer. */
export function TextField({ onAnswer, field, ...about }: FieldProps<Words>) {
  const { property, answer, mixed, byDefault } = about;
  const placeholder = property.type === 'text' ? property.placeholder : undefined;
  return (
    <DraftInput
      {...fieldProps(about)}
      type={property.type}
      placeholder={mixed === null ? (placeholder ?? unansweredText(byDefault)) : 'Mixed'}
      field={field}
      value={typeof answer === 'string' ? answer : ''}
      problemOf={(text, isIncomplete) => (isIncomplete ? EXPECTED : textProblem(property, text))}
      onCommit={(text, merge) => onAnswer(text.trim() === '' ? undefined : text.trim(), merge)}
    />
  );
}
