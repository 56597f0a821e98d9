import { fitAnswer, fitName, fitNote } from '../fit.ts';
import type { AnswerOf, Boundary, Diagram, Flow, Resource } from '../schema.ts';
import { replace } from './replace.ts';

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

export const setNote = (diagram: Diagram, id: string, note: string): Diagram =>
  onElement(diagram, id, (element) => (element.note === note ? element : { ...element, note: fitNote(note) }));

/** Answers a property, or takes the answer back with `undefined`. */
export const setAnswer = (diagram: Diagram, id: string, property: string, value: AnswerOf | undefined): Diagram =>
  onElement(diagram, id, (element) => {
    if (element.answers[property] === value) return element;
    const { [property]: _old, ...others } = element.answers;
    return { ...element, answers: value === undefined ? others : { ...others, [property]: fitAnswer(value) } };
  });

/** Several answers of one element in one edit, as a fix needs them. */
export const setAnswers = (diagram: Diagram, id: string, answers: Readonly<Record<string, AnswerOf>>): Diagram =>
  Object.entries(answers).reduce((result, [property, value]) => setAnswer(result, id, property, value), diagram);
