import { elementOf, flowName } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram, TextBox } from '../../shared/diagram/schema.ts';

/** A text by its first words: `note “Reviewed with…”`. */
export function textName({ text, style }: Pick<TextBox, 'text' | 'style'>): string {
  const words = oneLine(text);
  if (words === '') return `empty ${style}`;
  return `${style} “${words.length > 32 ? `${words.slice(0, 31)}…` : words}”`;
}

/** What an element is called in labels of steps and announcements, on one line. */
export function nameOf(diagram: Diagram, id: string): string {
  const element = elementOf(diagram, id);
  switch (element?.kind) {
    case 'resource':
      return oneLine(element.resource.name || element.resource.service);
    case 'boundary':
      return oneLine(element.boundary.name || element.boundary.kind);
    case 'flow':
      return oneLine(element.flow.label || flowName(diagram, element.flow));
    case 'text':
      return textName(element.text);
    case undefined:
      return 'element';
  }
}

/** Several elements in a few words: the name of the only one, else how many. */
export const namesOf = (diagram: Diagram, ids: readonly string[]): string =>
  ids.length === 1 && ids[0] !== undefined ? nameOf(diagram, ids[0]) : `${ids.length} elements`;
