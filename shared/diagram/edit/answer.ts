import { fitAnswer, fitName, fitNote } from '../fit.ts';
import type { AnswerOf, Boundary, Diagram, Flow, Resource } from '../schema.ts';
import { replace, replaceMany } from './replace.ts';

/** Applies `change` to the element with this id, whatever its kind. */
function onElement(
  diagram: Diagram,
  id: string,
  change: <T extends Resource | Boundary | Flow>(element: T) => T,
): Diagram {
  const resources = replace(diagram.resources, id, change);
  if (resources !== diagram.resources) return { ...diagram, resources };
  const flows = replace(diagram.flows, id, change);
  if (flows !== diagram.flows) return { ...diagram, flows };
  const boundaries = replace(diagram.boundaries, id, change);
  return boundaries === diagram.boundaries ? diagram : { ...diagram, boundaries };
}

/** Names a resource or boundary, or labels a flow. */
export const rename = (diagram: Diagram, id: string, to: string): Diagram =>
  onElement(diagram, id, (element) => {
    const name = fitName(to);
    if ('from' in element) return element.label === name ? element : { ...element, label: name };
    return element.name === name ? element : { ...element, name };
  });

type Answered = Resource | Boundary | Flow;

const withAnswer =
  (property: string, value: AnswerOf | undefined) =>
  <T extends Answered>(element: T): T => {
    if (element.answers[property] === value) return element;
    const { [property]: _old, ...others } = element.answers;
    return { ...element, answers: value === undefined ? others : { ...others, [property]: fitAnswer(value) } };
  };

/** Answers a property, or takes the answer back with `undefined`. */
export const setAnswer = (diagram: Diagram, id: string, property: string, value: AnswerOf | undefined): Diagram =>
  onElement(diagram, id, withAnswer(property, value));

/** Applies `change` to all elements with these ids, whatever their kinds. */
function onElements(diagram: Diagram, ids: readonly string[], change: <T extends Answered>(element: T) => T): Diagram {
  const wanted = new Set(ids);
  const resources = replaceMany(diagram.resources, wanted, change);
  const flows = replaceMany(diagram.flows, wanted, change);
  const boundaries = replaceMany(diagram.boundaries, wanted, change);
  const same = resources === diagram.resources && flows === diagram.flows && boundaries === diagram.boundaries;
  return same ? diagram : { ...diagram, resources, flows, boundaries };
}

/** Writes the same note on all elements with these ids. */
export const setNote = (diagram: Diagram, ids: readonly string[], note: string): Diagram =>
  onElements(diagram, ids, (element) => (element.note === note ? element : { ...element, note: fitNote(note) }));

/** Answers a property of several elements alike, or takes their answers back with `undefined`. */
export const setAnswerOfMany = (
  diagram: Diagram,
  ids: readonly string[],
  property: string,
  value: AnswerOf | undefined,
): Diagram => onElements(diagram, ids, withAnswer(property, value));

/** Takes the answers to these properties back, on all elements with these ids. */
export const takeAnswersBack = (diagram: Diagram, ids: readonly string[], properties: readonly string[]): Diagram => {
  const back = new Set(properties);
  return onElements(diagram, ids, (element) => {
    const left = Object.entries(element.answers).filter(([property]) => !back.has(property));
    const all = left.length === Object.keys(element.answers).length;
    return all ? element : { ...element, answers: Object.fromEntries(left) };
  });
};
