import type { Diagram } from '../../shared/diagram/schema.ts';

/** The least that a validation needs: look at every answer of every element once. */
export function touchAll(diagram: Diagram): number {
  let sum = 0;
  for (const element of [...diagram.resources, ...diagram.flows, ...diagram.boundaries]) {
    for (const property in element.answers) if (element.answers[property] === true) sum++;
  }
  return sum;
}
