import { fitBadge, fitPosition, fitText, fitTextSize } from '../fit.ts';
import type { Diagram, Position, Resource, Size, TextBox } from '../schema.ts';
import { replace, replaceMany } from './replace.ts';

/** Adds a title or a note; its position is relative to what it is inside. */
export const addText = (diagram: Diagram, added: TextBox): Diagram => ({
  ...diagram,
  texts: [
    ...diagram.texts,
    {
      ...added,
      text: fitText(added.text),
      position: fitPosition(added.position),
      size: fitTextSize(added.size),
    },
  ],
});

function onText(diagram: Diagram, id: string, change: (text: TextBox) => TextBox): Diagram {
  const texts = replace(diagram.texts, id, change);
  return texts === diagram.texts ? diagram : { ...diagram, texts };
}

/** Writes other words into a text box. */
export const setText = (diagram: Diagram, id: string, text: string): Diagram =>
  onText(diagram, id, (before) => (before.text === text ? before : { ...before, text: fitText(text) }));

/** Makes a title of a note, or a note of a title. */
export const setTextStyle = (diagram: Diagram, id: string, style: TextBox['style']): Diagram =>
  onText(diagram, id, (before) => (before.style === style ? before : { ...before, style }));

/** Gives a text box a new position and size, not below the smallest one. */
export const resizeText = (diagram: Diagram, id: string, position: Readonly<Position>, size: Readonly<Size>): Diagram =>
  onText(diagram, id, (before) => ({ ...before, position: fitPosition(position), size: fitTextSize(size) }));

function withBadge(before: Resource, badge: string): Resource {
  if ((before.badge ?? '') === badge) return before;
  const { badge: _old, ...others } = before;
  return badge === '' ? others : { ...others, badge: fitBadge(badge) };
}

/** Puts a word on the cards of resources; an empty one takes it off. */
export function setBadge(diagram: Diagram, ids: readonly string[], badge: string): Diagram {
  const resources = replaceMany(diagram.resources, new Set(ids), (before) => withBadge(before, badge));
  return resources === diagram.resources ? diagram : { ...diagram, resources };
}
