import { BOUNDARY_MIN, boundsOf, RESOURCE_SIZE, type Rect, snapUp } from '../geometry.ts';
import { boundariesIn, resourcesIn, textsIn } from '../graph.ts';
import type { Boundary, Diagram, Position, Resource, Size, TextBox } from '../schema.ts';
import { attachTexts, type Item, type Rows, rowsOf } from './texts.ts';

/*
 * All sizes of a plan are on the grid: positions that are rounded to it then let nothing overlap.
 */

/** What is laid out as one piece: a resource with the notes beside it, or a boundary with nothing in it. */
export interface Block {
  readonly id: string;
  readonly size: Readonly<Size>;
  /** What it is made of, from its upper left corner; the element itself comes first. */
  readonly parts: readonly { readonly id: string; readonly at: Readonly<Position> }[];
}

/** What stands directly in one container, and what stands in the boundaries there. */
export interface Area {
  /** The boundary, or null for the canvas. */
  readonly id: string | null;
  readonly blocks: readonly Block[];
  readonly areas: readonly Area[];
  /** Texts that belong to no single resource, in rows above and below the rest. */
  readonly above: Rows;
  readonly below: Rows;
}

interface Content {
  readonly resources: readonly Resource[];
  readonly boundaries: readonly Boundary[];
  readonly texts: readonly TextBox[];
}

const contentOf = (diagram: Diagram, container: string | null): Content => ({
  resources: resourcesIn(diagram.resources).get(container) ?? [],
  boundaries: boundariesIn(diagram.boundaries).get(container) ?? [],
  texts: textsIn(diagram.texts).get(container) ?? [],
});

const isEmpty = ({ resources, boundaries, texts }: Content): boolean =>
  resources.length + boundaries.length + texts.length === 0;

/** Sorted by id: the layout is the same in whatever order the lists of a diagram are. */
const sorted = <T extends { readonly id: string | null }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

const resourceItem = ({ id, position }: Resource): Item => ({ id, ...position, ...RESOURCE_SIZE });
const textItem = ({ id, position, size, style }: TextBox) => ({ id, ...position, ...size, style });

/** A resource and its notes, each where it stands beside the resource now; the resource is on the grid. */
function resourceBlock(resource: Resource, notes: readonly Item[]): Block {
  const items = [resourceItem(resource), ...notes];
  const bounds = boundsOf(items) ?? { x: 0, y: 0, ...RESOURCE_SIZE };
  const x = resource.position.x - snapUp(resource.position.x - bounds.x);
  const y = resource.position.y - snapUp(resource.position.y - bounds.y);
  return {
    id: resource.id,
    size: { width: snapUp(bounds.x + bounds.width - x), height: snapUp(bounds.y + bounds.height - y) },
    parts: items.map((item) => ({ id: item.id, at: { x: item.x - x, y: item.y - y } })),
  };
}

/** A boundary with nothing in it waits for content: it keeps its size. */
const emptyBlock = ({ id, size }: Boundary): Block => ({
  id,
  size: {
    width: Math.max(snapUp(size.width), BOUNDARY_MIN.width),
    height: Math.max(snapUp(size.height), BOUNDARY_MIN.height),
  },
  parts: [{ id, at: { x: 0, y: 0 } }],
});

/** Half the height of what is not text: texts above it stay above. */
function middleOf({ resources, boundaries }: Content): number {
  const rects: readonly Rect[] = [
    ...resources.map(resourceItem),
    ...boundaries.map(({ position, size }) => ({ ...position, ...size })),
  ];
  const bounds = boundsOf(rects);
  return bounds === null ? Number.POSITIVE_INFINITY : bounds.y + bounds.height / 2;
}

function areaOf(diagram: Diagram, id: string | null, content: Content): Area {
  const inner = content.boundaries.map((boundary) => ({ boundary, within: contentOf(diagram, boundary.id) }));
  const { beside, free } = attachTexts(
    sorted(content.texts.map(textItem)),
    sorted(content.resources.map(resourceItem)),
  );
  const middle = middleOf(content);
  return {
    id,
    blocks: sorted([
      ...content.resources.map((resource) => resourceBlock(resource, beside.get(resource.id) ?? [])),
      ...inner.filter(({ within }) => isEmpty(within)).map(({ boundary }) => emptyBlock(boundary)),
    ]),
    areas: sorted(
      inner
        .filter(({ within }) => !isEmpty(within))
        .map(({ boundary, within }) => areaOf(diagram, boundary.id, within)),
    ),
    above: rowsOf(free.filter(({ y, height }) => y + height / 2 < middle)),
    below: rowsOf(free.filter(({ y, height }) => y + height / 2 >= middle)),
  };
}

/** How the whole diagram is laid out. */
export const planAll = (diagram: Diagram): Area => areaOf(diagram, null, contentOf(diagram, null));

/** How some of what stands in one container is laid out, with all that is inside it. */
export function planSome(diagram: Diagram, container: string | null, ids: ReadonlySet<string>): Area {
  const { resources, boundaries, texts } = contentOf(diagram, container);
  const chosen = ({ id }: { readonly id: string }): boolean => ids.has(id);
  return areaOf(diagram, null, {
    resources: resources.filter(chosen),
    boundaries: boundaries.filter(chosen),
    texts: texts.filter(chosen),
  });
}
