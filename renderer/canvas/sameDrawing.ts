import type { Diagram, Flow, Position, Resource } from '../../shared/diagram/schema.ts';
import { sameItems } from '../state/sameItems.ts';

const samePosition = (a: Position | undefined, b: Position | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.x === b.x && a.y === b.y);

const sameResource = (a: Resource, b: Resource): boolean =>
  a.service === b.service &&
  a.name === b.name &&
  a.badge === b.badge &&
  a.inside === b.inside &&
  samePosition(a.position, b.position);

const sameFlow = (a: Flow, b: Flow): boolean =>
  a.from === b.from && a.to === b.to && a.label === b.label && samePosition(a.bend, b.bend);

/**
 * Whether React Flow would draw two states of a diagram alike. Answers, notes and decisions are no part of the drawing:
 * what they make of an element shows the element itself, from the report.
 */
export const sameDrawing = (a: Diagram, b: Diagram): boolean =>
  a === b ||
  (a.boundaries === b.boundaries &&
    a.texts === b.texts &&
    sameItems(a.resources, b.resources, sameResource) &&
    sameItems(a.flows, b.flows, sameFlow));
