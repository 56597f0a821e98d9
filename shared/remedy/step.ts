import type { Catalog } from '../catalog/catalog.ts';
import type { AnswerValue, Property } from '../catalog/schema.ts';
import { boundariesById, elementOf, resourcesById } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import { subjectOf } from './subject.ts';

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
      readonly other: { readonly id: string } | { readonly service: string };
    }
  /** Draws a resource of this service beside another one. */
  | { readonly kind: 'add'; readonly element: string; readonly service: string };

function valueText(property: Property | undefined, value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const label = (each: string) =>
    (property?.type === 'choice' && property.options.find((option) => option.value === each)?.label) || each;
  return typeof value === 'string' ? label(value) : value.map(label).join(', ');
}

function nameOf(diagram: Diagram, catalog: Catalog, id: string): string {
  const found = elementOf(diagram, id);
  if (found?.kind === 'resource') {
    const { name, service } = found.resource;
    return name || catalog.services.get(service)?.service.shortName || service;
  }
  if (found?.kind === 'boundary') {
    const { name, kind } = found.boundary;
    return name || catalog.boundaries.get(kind)?.kind.name || kind;
  }
  return found?.kind === 'flow' ? found.flow.label || 'the flow' : id;
}

const serviceName = (catalog: Catalog, service: string): string =>
  catalog.services.get(service)?.service.shortName ?? service;

/** What a step does, in words that follow a finding on `about`: other elements are named. */
export function stepText(diagram: Diagram, catalog: Catalog, step: Step, about: string): string {
  const name = (id: string) => nameOf(diagram, catalog, id);
  switch (step.kind) {
    case 'answer': {
      const property = subjectOf(diagram, catalog, step.element)?.properties.find(({ id }) => id === step.property);
      const answer = `${property?.label ?? step.property}: ${valueText(property, step.value)}`;
      return step.element === about ? answer : `${answer} (${name(step.element)})`;
    }
    case 'place': {
      const kind = boundariesById(diagram.boundaries).get(step.into)?.kind ?? '';
      return `Put into ${name(step.into)} (${catalog.boundaries.get(kind)?.kind.name ?? kind})`;
    }
    case 'enclose':
      return `Put into a new boundary: ${catalog.boundaries.get(step.boundary)?.kind.name ?? step.boundary}`;
    case 'connect': {
      const way = step.direction === 'to' ? 'to' : 'from';
      const subject = step.element === about ? '' : `${name(step.element)}: `;
      if ('id' in step.other) {
        const service = resourcesById(diagram.resources).get(step.other.id)?.service ?? '';
        return `${subject}Connect ${way} ${name(step.other.id)} (${serviceName(catalog, service)})`;
      }
      return `${subject}Add ${serviceName(catalog, step.other.service)} and connect ${way} it`;
    }
    case 'add':
      return `Add ${serviceName(catalog, step.service)}`;
  }
}

/** The same text for the same step, another one for another. */
export const stepKey = (step: Step): string => JSON.stringify(step);
