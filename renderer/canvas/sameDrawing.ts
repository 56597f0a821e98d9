import { changes } from '../../shared/diagram/changes.ts';
import type { Diagram, Flow, Resource } from '../../shared/diagram/schema.ts';

const resourceDiffers = (a: Resource, b: Resource): boolean =>
  a.service !== b.service ||
  a.name !== b.name ||
  a.badge !== b.badge ||
  a.inside !== b.inside ||
  a.position !== b.position;

const flowDiffers = (a: Flow, b: Flow): boolean =>
  a.from !== b.from || a.to !== b.to || a.label !== b.label || a.bend !== b.bend;

/**
 * Whether React Flow would draw what an edit made as it drew what was before. Answers, notes and decisions are no part of
 * the drawing: what they make of an element shows the element itself, from the report.
 */
export const sameDrawing = (before: Diagram, now: Diagram): boolean =>
  before.boundaries === now.boundaries &&
  before.texts === now.texts &&
  changes(before.resources, now.resources, resourceDiffers).length === 0 &&
  changes(before.flows, now.flows, flowDiffers).length === 0;
