import { Position as HandlePosition, type NodeHandle } from '@xyflow/react';
import { attachPoint, RESOURCE_SIZE, SIDES, type Side } from '../../shared/diagram/geometry.ts';
import { boundariesAround, flowEnds, flowName, outermostFirst, resourcesById } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Boundary, Diagram, Flow, Resource, TextBox } from '../../shared/diagram/schema.ts';
import { sameList } from './sameList.ts';
import type { BoundaryNode, CanvasNode, FlowEdge, ResourceNode, TextNode } from './types.ts';

const POSITION: Readonly<Record<Side, HandlePosition>> = {
  left: HandlePosition.Left,
  right: HandlePosition.Right,
  top: HandlePosition.Top,
  bottom: HandlePosition.Bottom,
};

// Declared, so that React Flow never has to measure: each ends exactly at the middle of its side.
const HANDLES: NodeHandle[] = SIDES.map((side) => {
  const at = attachPoint({ x: 0, y: 0, ...RESOURCE_SIZE }, side);
  const inner = {
    x: side === 'right' ? -1 : side === 'left' ? 0 : -0.5,
    y: side === 'bottom' ? -1 : side === 'top' ? 0 : -0.5,
  };
  return {
    id: side,
    type: 'source',
    position: POSITION[side],
    x: at.x + inner.x,
    y: at.y + inner.y,
    width: 1,
    height: 1,
  };
});

/** The canvas is one stop of Tab; the frame passes the focus on (`useTabStop`). */
const NO_STOP = { tabIndex: -1 };

const RESOURCE_Z = 1000;
const FLOW_Z = 500;
const TEXT_Z = 400;
/** Above resources: its handles must be free. */
const SELECTED_FLOW_Z = 1500;

interface Cached<Source, Shown> {
  readonly source: Source;
  /** What else was used to make it: selection and depth, for a flow its name. */
  readonly state: string;
  readonly shown: Shown;
}

/** Keeps what was made from a source for as long as source and state are the same. */
function keeping<Source extends { readonly id: string }, Shown>() {
  let before = new Map<string, Cached<Source, Shown>>();
  let now = new Map<string, Cached<Source, Shown>>();
  return {
    of(source: Source, state: string, make: () => Shown): Shown {
      const old = before.get(source.id);
      const shown = old?.source === source && old.state === state ? old.shown : make();
      now.set(source.id, { source, state, shown });
      return shown;
    },
    turn(): void {
      before = now;
      now = new Map();
    },
  };
}

const inside = (container: string | null) => (container === null ? {} : { parentId: container });

function boundaryNode(boundary: Boundary, selected: boolean, depth: number): BoundaryNode {
  return {
    id: boundary.id,
    type: 'boundary',
    position: boundary.position,
    width: boundary.size.width,
    height: boundary.size.height,
    // What React Flow would measure; without it a second resize would begin at no size.
    measured: boundary.size,
    handles: [],
    connectable: false,
    dragHandle: '.boundary-drag',
    zIndex: depth,
    selected,
    // The inside lets clicks through to the canvas and to flows; header and border catch them.
    style: { pointerEvents: 'none' },
    domAttributes: NO_STOP,
    data: { kind: boundary.kind, name: boundary.name },
    ...inside(boundary.inside),
  };
}

function resourceNode(resource: Resource, selected: boolean, hidden: boolean): ResourceNode {
  return {
    id: resource.id,
    type: 'resource',
    position: resource.position,
    width: RESOURCE_SIZE.width,
    height: RESOURCE_SIZE.height,
    measured: RESOURCE_SIZE,
    handles: HANDLES,
    zIndex: RESOURCE_Z,
    selected,
    hidden,
    domAttributes: NO_STOP,
    data: { service: resource.service, name: resource.name, badge: resource.badge ?? '' },
    ...inside(resource.inside),
  };
}

function textNode({ id, text, style, size, position, inside: container }: TextBox, selected: boolean): TextNode {
  return {
    id,
    type: 'text',
    position,
    width: size.width,
    height: size.height,
    measured: size,
    handles: [],
    connectable: false,
    zIndex: TEXT_Z,
    selected,
    domAttributes: NO_STOP,
    data: { text, style, size },
    ...inside(container),
  };
}

function flowEdge(flow: Flow, selected: boolean, name: string): FlowEdge {
  return {
    id: flow.id,
    type: 'flow',
    source: flow.from,
    target: flow.to,
    // React Flow wants some; where the flow attaches says the router.
    sourceHandle: 'right',
    targetHandle: 'left',
    zIndex: selected ? SELECTED_FLOW_Z : FLOW_Z,
    interactionWidth: 0,
    selected,
    ariaLabel: name,
    domAttributes: NO_STOP,
    data: { label: oneLine(flow.label), name },
  };
}

/** Tells flows apart that run between the same two resources. */
function ofSeveral(flows: readonly Flow[], { from, to, id, label }: Flow): string {
  const same =
    flowEnds(flows)
      .out.get(from)
      ?.filter((each) => each.to === to) ?? [];
  if (same.length < 2) return '';
  return ` (${label === '' ? '' : `${label}, `}${same.findIndex((each) => each.id === id) + 1} of ${same.length})`;
}

/**
 * A function from diagram and selection to React Flow's nodes and edges. It remembers its last answer: what did not
 * change comes back as the same object, and React Flow leaves it alone. Of a large diagram it gets a part, and all flows to
 * count those between the same two. Resources in `hidden` can be moved with others, and are not mounted.
 */
export function createAdapter() {
  const resources = keeping<Resource, ResourceNode>();
  const boundaries = keeping<Boundary, BoundaryNode>();
  const flows = keeping<Flow, FlowEdge>();
  const texts = keeping<TextBox, TextNode>();
  let last: { nodes: CanvasNode[]; edges: FlowEdge[] } = { nodes: [], edges: [] };
  return (
    diagram: Diagram,
    all: Diagram['flows'],
    selection: readonly string[],
    hidden: ReadonlySet<string>,
  ): { nodes: CanvasNode[]; edges: FlowEdge[] } => {
    const chosen = new Set(selection);
    const nodes: CanvasNode[] = outermostFirst(diagram.boundaries).map((boundary) => {
      const depth = boundariesAround(diagram, boundary.inside).length;
      const selected = chosen.has(boundary.id);
      return boundaries.of(boundary, `${selected} ${depth}`, () => boundaryNode(boundary, selected, depth));
    });
    for (const resource of diagram.resources) {
      const selected = chosen.has(resource.id);
      const isHidden = hidden.has(resource.id);
      nodes.push(resources.of(resource, `${selected} ${isHidden}`, () => resourceNode(resource, selected, isHidden)));
    }
    for (const text of diagram.texts) {
      const selected = chosen.has(text.id);
      nodes.push(texts.of(text, `${selected}`, () => textNode(text, selected)));
    }
    const known = resourcesById(diagram.resources);
    const edges = diagram.flows.flatMap((flow) => {
      if (!known.has(flow.from) || !known.has(flow.to)) return [];
      const selected = chosen.has(flow.id);
      const name = oneLine(`Flow ${flowName(diagram, flow)}${ofSeveral(all, flow)}`);
      return [flows.of(flow, `${selected} ${name}`, () => flowEdge(flow, selected, name))];
    });
    for (const kept of [resources, boundaries, flows, texts]) kept.turn();
    last = { nodes: sameList(last.nodes, nodes), edges: sameList(last.edges, edges) };
    return last;
  };
}
