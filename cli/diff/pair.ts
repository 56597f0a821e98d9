import { type Diagram, emptyDiagram } from '../../shared/diagram/schema.ts';
import type { DiagramChange } from '../../shared/export/comparison.ts';

/** What two sides are called. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

/** Two states of a diagram; one of them is empty where the diagram is new or deleted. */
export interface Pair {
  readonly before: Diagram;
  readonly after: Diagram;
  readonly diagram: DiagramChange;
  /** In texts: alike for one file before and after. */
  readonly names: SideNames;
  /** In the title block of the picture: never alike. */
  readonly states: SideNames;
  /** The file that documents of this pair are called after. */
  readonly file: string;
}

/** Pairs to compare, whether all could be read, and files that are read and not to be overwritten. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly complete: boolean;
  readonly sources: readonly string[];
}

/** Two states of which at least one is there; null stands for the other. */
export function pairOf(
  sides: { readonly before: Diagram | null; readonly after: Diagram | null },
  called: Pick<Pair, 'names' | 'states' | 'file'>,
): Pair {
  const { before, after } = sides;
  const nothing = emptyDiagram('');
  const diagram = before === null ? 'added' : after === null ? 'deleted' : 'changed';
  return { before: before ?? nothing, after: after ?? nothing, diagram, ...called };
}
