import { fitName, fitPosition, fitSize } from '../fit.ts';
import { boundariesById, resourcesById } from '../graph.ts';
import type { Boundary, Diagram, Resource } from '../schema.ts';

/*
 * Edits are pure: Diagram → Diagram. What does not change stays the same object, so that everything derived from it can
 * be kept. An edit that names something that is not there changes nothing. Ids come from outside.
 */

export const renameDiagram = (diagram: Diagram, name: string): Diagram =>
  diagram.name === name ? diagram : { ...diagram, name: fitName(name) };

/** Adds a resource; its position is relative to what it is inside. */
export const addResource = (
  diagram: Diagram,
  added: Pick<Resource, 'id' | 'service' | 'name' | 'inside' | 'position'>,
): Diagram => ({
  ...diagram,
  resources: [
    ...diagram.resources,
    { ...added, name: fitName(added.name), position: fitPosition(added.position), answers: {}, note: '' },
  ],
});

/** Adds a boundary; its position is relative to what it is inside. */
export const addBoundary = (
  diagram: Diagram,
  added: Pick<Boundary, 'id' | 'kind' | 'name' | 'inside' | 'position' | 'size'>,
): Diagram => ({
  ...diagram,
  boundaries: [
    ...diagram.boundaries,
    {
      ...added,
      name: fitName(added.name),
      position: fitPosition(added.position),
      size: fitSize(added.size),
      answers: {},
      note: '',
    },
  ],
});

/** Why two ends cannot be connected, in words, or null when they can. Several flows may run between the same two. */
export function refuseFlow(diagram: Diagram, from: string, to: string): string | null {
  const resources = resourcesById(diagram.resources);
  const boundaries = boundariesById(diagram.boundaries);
  if (from === to) return 'A resource cannot send data to itself. Connect two different resources.';
  for (const end of [from, to]) {
    if (resources.has(end)) continue;
    const boundary = boundaries.get(end);
    if (!boundary) return 'One end of the connection is not on the canvas any more.';
    return `"${boundary.name || boundary.kind}" is a boundary. Data flows between resources: connect to one inside it.`;
  }
  return null;
}

/** Connects two resources; a connection that `refuseFlow` has a word against changes nothing. */
export const addFlow = (diagram: Diagram, id: string, from: string, to: string): Diagram =>
  refuseFlow(diagram, from, to) === null
    ? { ...diagram, flows: [...diagram.flows, { id, from, to, label: '', answers: {}, note: '' }] }
    : diagram;
