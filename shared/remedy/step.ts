import type { Catalog } from '../catalog/catalog.ts';
import type { AnswerValue } from '../catalog/schema.ts';
import { kindName, valueText } from '../catalog/words.ts';
import { elementOf } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import { elementName } from '../validate/elementName.ts';
import { subjectOf } from './subject.ts';

/** A resource that is there, by its id and service; or a new one of a service. */
export interface Other {
  readonly service: string;
  readonly id?: string;
}

/** One thing that a remedy does to a diagram. */
export type Step =
  | { readonly kind: 'answer'; readonly element: string; readonly property: string; readonly value: AnswerValue }
  /** Puts a resource into a boundary that is there. */
  | { readonly kind: 'place'; readonly element: string; readonly into: string }
  /** Draws a boundary of this kind around a resource, in the nearest place that may hold one. */
  | { readonly kind: 'enclose'; readonly element: string; readonly boundary: string }
  /** Connects a resource with one that is there, or with a new one of a service. */
  | {
      readonly kind: 'connect';
      readonly element: string;
      readonly direction: 'to' | 'from';
      readonly other: Other;
    }
  /** Leads a flow through a resource that is there, or through a new one of a service. */
  | { readonly kind: 'route'; readonly element: string; readonly other: Other }
  /** Draws a resource of this service beside another one. */
  | { readonly kind: 'add'; readonly element: string; readonly service: string };

/** The service of a resource, the kind of a boundary; `flow` for a flow. */
export function kindIdOf(diagram: Diagram, id: string): string {
  const found = elementOf(diagram, id);
  if (found?.kind === 'resource') return found.resource.service;
  return found?.kind === 'boundary' ? found.boundary.kind : (found?.kind ?? '');
}

/** What a step does, in words that follow a finding on `about`: other elements are named. */
export function stepText(diagram: Diagram, catalog: Catalog, step: Step, about: string): string {
  const name = (id: string) => elementName(diagram, catalog, id);
  const withKind = (id: string) => `${name(id)} (${kindName(catalog, kindIdOf(diagram, id))})`;
  switch (step.kind) {
    case 'answer': {
      const property = subjectOf(diagram, catalog, step.element)?.properties.find(({ id }) => id === step.property);
      const answer = `${property?.label ?? step.property}: ${valueText(catalog, step.value, property ?? null)}`;
      return step.element === about ? answer : `${answer} (${name(step.element)})`;
    }
    case 'place':
      return `Put into ${withKind(step.into)}`;
    case 'enclose':
      return `Put into a new boundary: ${kindName(catalog, step.boundary)}`;
    case 'connect': {
      const { direction, element, other } = step;
      const subject = element === about ? '' : `${name(element)}: `;
      if (other.id !== undefined) return `${subject}Connect ${direction} ${withKind(other.id)}`;
      return `${subject}Add ${kindName(catalog, other.service)} and connect ${direction} it`;
    }
    case 'route':
      if (step.other.id !== undefined) return `Route through ${withKind(step.other.id)}`;
      return `Add ${kindName(catalog, step.other.service)} and route through it`;
    case 'add':
      return `Add ${kindName(catalog, step.service)}`;
  }
}

/** Two steps that connect something from one element on to another one, as the way that they draw; else null. */
function wayText(diagram: Diagram, catalog: Catalog, [one, other, ...more]: readonly Step[]): string | null {
  if (one?.kind !== 'connect' || other?.kind !== 'connect' || more.length > 0) return null;
  if (one.direction !== 'to' || other.direction !== 'from') return null;
  const name = (id: string) => elementName(diagram, catalog, id);
  const { id, service } = one.other;
  const kind = kindName(catalog, service);
  const between = id === undefined ? `${kind} (new)` : `${name(id)} (${kind})`;
  return `Draw ${name(one.element)} → ${between} → ${name(other.element)}`;
}

/** What some steps do, in words that follow a finding on `about`. */
export const stepsText = (diagram: Diagram, catalog: Catalog, steps: readonly Step[], about: string): string =>
  wayText(diagram, catalog, steps) ?? steps.map((step) => stepText(diagram, catalog, step, about)).join('; ');

/** The same text for the same step, another one for another. */
export const stepKey = (step: Step): string => JSON.stringify(step);
