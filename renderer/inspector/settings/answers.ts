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

type OwnAnswers = Answers | Readonly<Record<string, AnswerOf>>;

/** What AWS does while the property is not answered, or null: some defaults hold only since a day. */
export function defaultText(property: Property, answers: OwnAnswers): string | null {
  const { [property.id]: _own, ...others } = answers;
  const { value, origin } = factOfProperty(property, others as Answers);
  return origin === 'awsDefault' && value !== null ? answerText(property, value) : null;
}

/** True where the resource is older than the day from which on AWS does what it does today. */
export const isBeforeDefault = ({ awsDefault }: Property, { createdOn }: OwnAnswers): boolean =>
  awsDefault?.since !== undefined && typeof createdOn === 'string' && createdOn !== '' && createdOn < awsDefault.since;

/** True when there is an answer that the property cannot have: kept, but not counted. */
export const isStrange = (property: Property, answer: AnswerOf | undefined): answer is AnswerOf =>
  answer !== undefined && misfit(property, answer as AnswerValue) !== null;

export const strangeText = (answer: AnswerOf): string => `Unknown answer: ${answerText(null, answer)}`;

/** What the list of an unanswered property calls its state. */
export const unansweredText = (byDefault: string | null): string =>
  byDefault === null ? 'Not answered' : `AWS default: ${byDefault}`;
