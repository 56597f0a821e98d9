import type { Property } from '../../../shared/catalog/schema.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';

/** What every kind of field gets. */
export interface FieldProps<P extends Property = Property> {
  readonly property: P;
  /** The answer as the file has it, fitting or not; undefined when there is none. */
  readonly answer: AnswerOf | undefined;
  /** What AWS does while there is no answer, in words; null when that is unknown. */
  readonly byDefault: string | null;
  /** Answers with the same `merge` key are one step. */
  readonly onAnswer: (value: AnswerOf | undefined, merge?: string) => void;
}

/** The element that takes the focus when someone asks for this property. */
export const fieldId = (property: string): string => `property-${property}`;
