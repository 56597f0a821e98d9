import type { Subject } from '../../../shared/catalog/catalog.ts';
import type { Property } from '../../../shared/catalog/schema.ts';
import type { AnswerOf, Diagram } from '../../../shared/diagram/schema.ts';
import { type Item, itemOf, subjectOf } from '../element.ts';
import { answerText, defaultText, isBeforeDefault, unansweredText } from '../settings/answers.ts';
import { askedOf } from '../settings/askedProperties.ts';

/** A property that several elements share, and what they answer. */
export interface SharedProperty {
  readonly property: Property;
  /** The answer of all; undefined when none has one, or when they do not agree. */
  readonly answer: AnswerOf | undefined;
  /** What holds for them, counted, when that differs: "2 × On, 1 × AWS default: Off"; else null. */
  readonly mixed: string | null;
  /** What AWS does for all that have no answer; null when that is unknown, or differs. */
  readonly byDefault: string | null;
  readonly isOld: boolean;
  /** How many have an answer. */
  readonly answered: number;
}

interface Member {
  readonly item: Item;
  readonly subject: Subject;
}

/** Properties are the same question when they go by the same id and can have the same answers. */
const questionOf = (property: Property): string =>
  JSON.stringify([property.id, property.type, property.type === 'choice' ? property.options.map((o) => o.value) : []]);

/** What two properties say alike: the words of several services on the same question may differ. */
function common(one: Property, other: Property): Property {
  if (one === other) return one;
  const { hint, awsDefault, ...rest } = one;
  const labels = one.label.split(' / ');
  return {
    ...rest,
    label: labels.includes(other.label) ? one.label : [...labels, other.label].slice(0, 3).join(' / '),
    ...(hint !== undefined && hint === other.hint ? { hint } : {}),
    ...(awsDefault && JSON.stringify(awsDefault) === JSON.stringify(other.awsDefault) ? { awsDefault } : {}),
  };
}

/** The questions that all subjects have, in the order of the first. */
function commonProperties(subjects: readonly Subject[]): readonly Property[] {
  const [first = [], ...others] = subjects.map(({ properties }) => properties);
  const known = others.map((properties) => new Map(properties.map((property) => [questionOf(property), property])));
  return first.flatMap((property) => {
    const question = questionOf(property);
    const same = known.flatMap((properties) => properties.get(question) ?? []);
    return same.length === others.length ? [same.reduce(common, property)] : [];
  });
}

function countTexts(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([text, count]) => `${count} × ${text}`);
  return parts.length > 4 ? `${parts.slice(0, 3).join(', ')} and ${parts.length - 3} other answers` : parts.join(', ');
}

const sameAnswer = (a: AnswerOf | undefined, b: AnswerOf | undefined): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);

function stateOf(property: Property, members: readonly Member[]): SharedProperty {
  const answers = members.map(({ item }) => item.answers[property.id]);
  // The default may be of one service only, so each is asked for its own.
  const own = members.map(({ subject }) => subject.properties.find(({ id }) => id === property.id) ?? property);
  const defaults = members.map(({ item }, index) => defaultText(own[index] ?? property, item.answers));
  const agree = answers.every((answer) => sameAnswer(answer, answers[0]));
  const texts = answers.map((answer, index) =>
    answer === undefined ? unansweredText(defaults[index] ?? null) : answerText(property, answer),
  );
  return {
    property,
    answer: agree ? answers[0] : undefined,
    mixed: agree && only(texts) !== null ? null : countTexts(texts),
    byDefault: only(defaults),
    isOld: members.every(({ item }) => isBeforeDefault(property, item.answers)),
    answered: answers.filter((answer) => answer !== undefined).length,
  };
}

/**
 * The form of several elements: the properties that all of them have and are asked for now, in the order of the first.
 * Elements of one service have the form of that service. Empty where the catalog does not know one of them.
 */
export function sharedForm(diagram: Diagram, ids: readonly string[]): readonly SharedProperty[] {
  const items = ids.flatMap((id) => itemOf(diagram, id) ?? []);
  const members = items.flatMap((item): readonly Member[] => {
    const subject = subjectOf(diagram, item);
    return subject ? [{ item, subject }] : [];
  });
  if (members.length < items.length) return [];
  const shared = commonProperties([...new Set(members.map(({ subject }) => subject))]);
  if (shared.length === 0) return [];
  const asks = new Map<string, number>();
  for (const { item, subject } of members) {
    for (const { id } of askedOf(diagram, item, subject)) asks.set(id, (asks.get(id) ?? 0) + 1);
  }
  return shared.filter(({ id }) => asks.get(id) === members.length).map((property) => stateOf(property, members));
}
