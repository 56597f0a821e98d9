import type { Property } from '../../../shared/catalog/schema.ts';
import type { AnswerOf } from '../../../shared/diagram/schema.ts';

/** What every kind of field gets. */
export interface FieldProps<P extends Property = Property> {
  readonly property: P;
  /** Names the question to these elements: what is typed there and does not count waits under it. */
  readonly field: string;
  /** Of the element that takes the focus. */
  readonly id: string;
  /** The answer as the file has it, fitting or not; undefined when there is none. */
  readonly answer: AnswerOf | undefined;
  /** What holds for several elements, counted, where that differs ("2 × On, 1 × AWS default: Off"); else null. */
  readonly mixed: string | null;
  /** What AWS does while there is no answer, in words; null when that is unknown. */
  readonly byDefault: string | null;
  /** True where AWS does so because the resource is older than the default of today. */
  readonly isOld: boolean;
  /** Answers with the same `merge` key are one step. */
  readonly onAnswer: (value: AnswerOf | undefined, merge?: string) => void;
}

/** The element that takes the focus when someone asks for this property. */
export const fieldId = (property: string): string => `property-${property}`;
