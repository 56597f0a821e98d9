import { misfit } from '../../../shared/catalog/misfit.ts';
import type { AnswerValue, Property } from '../../../shared/catalog/schema.ts';
import type { AnswerOf, Answers } from '../../../shared/diagram/schema.ts';
import { factOfProperty } from '../../../shared/validate/facts.ts';

/** An answer as people read it. */
export function answerText(property: Property | null, answer: AnswerOf): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  if (typeof answer !== 'string') return answer.length === 0 ? 'none' : answer.join(', ');
  const option = property?.type === 'choice' ? property.options.find(({ value }) => value === answer) : undefined;
  return option?.label ?? answer;
}

/** What AWS does while the property is not answered, or null: some defaults hold only since a day. */
export function defaultText(property: Property, answers: Answers | Readonly<Record<string, AnswerOf>>): string | null {
  const { [property.id]: _own, ...others } = answers;
  const { value, origin } = factOfProperty(property, others as Answers);
  return origin === 'awsDefault' && value !== null ? answerText(property, value) : null;
}

/** True when there is an answer that the property cannot have: kept, but not counted. */
export const isStrange = (property: Property, answer: AnswerOf | undefined): answer is AnswerOf =>
  answer !== undefined && misfit(property, answer as AnswerValue) !== null;

export const strangeText = (answer: AnswerOf): string => `Unknown answer: ${answerText(null, answer)}`;

/** What the list of an unanswered property calls its state. */
export const unansweredText = (byDefault: string | null): string =>
  byDefault === null ? 'Not answered' : `AWS default: ${byDefault}`;
