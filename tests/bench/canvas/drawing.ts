import { resourceRect } from '../../../shared/diagram/graph.ts';
import type { Diagram, Position } from '../../../shared/diagram/schema.ts';

/** Where the view stands: React Flow's own numbers. */
export interface View extends Position {
  readonly zoom: number;
}

/** What the page of bare React Flow draws. */
export interface BareDiagram {
  readonly nodes: readonly { readonly id: string; readonly position: Position; readonly label: string }[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
  readonly view: View;
  /** The node that is dragged and edited. */
  readonly middle: string;
}

declare global {
  var draw: (drawing: BareDiagram) => void;
}

/** The resources and flows of a diagram at the places that they have in the app, without boundaries. */
export function bareDiagram(diagram: Diagram, view: View, middle: string): BareDiagram {
  return {
    nodes: diagram.resources.map((resource) => {
      const { x, y } = resourceRect(diagram, resource);
      return { id: resource.id, position: { x, y }, label: resource.name };
    }),
    edges: diagram.flows.map(({ id, from, to }) => ({ id, source: from, target: to })),
    view,
    middle,
  };
}
