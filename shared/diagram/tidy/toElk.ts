import { BOUNDARY_HEADER, BOUNDARY_MIN, BOUNDARY_PADDING, RESOURCE_SIZE } from '../geometry.ts';
import type { Flow, Size } from '../schema.ts';
import { type Link, type Links, linksOf } from './links.ts';
import type { Area, Block } from './plan.ts';
import type { Rows } from './texts.ts';

/** A graph as elk takes it, and gives it back with positions from the corner of the parent. */
export interface ElkGraph {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly children?: ElkGraph[];
  readonly ports?: ElkGraph[];
  readonly edges?: { readonly id: string; readonly sources: string[]; readonly targets: string[] }[];
  readonly layoutOptions?: Record<string, string>;
}

/** Room between texts in rows and the rest. More than keeps a note beside a resource, so that a text that is free stays so. */
const ROWS_GAP = 40;

const ACROSS = 48;
/** Room for what a flow says. */
const ALONG = 104;

/**
 * Up to this many resources, what is in boundaries is laid out together with what is around them, by the slowest and
 * best ways. Beyond, flows are lifted to the boundaries that they lead into, each laid out by itself.
 */
const WITH_CARE = 40;

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  // Only places are taken over: flows find their own way. Lines that may slant need the least room.
  'elk.edgeRouting': 'POLYLINE',
  // Flows attach to the middle of a side.
  'elk.layered.mergeEdges': 'true',
  'elk.spacing.nodeNode': `${ACROSS}`,
  'elk.spacing.componentComponent': `${ACROSS}`,
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '16',
  'elk.layered.spacing.nodeNodeBetweenLayers': `${ALONG}`,
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
} as const;

const CAREFUL = {
  ...LAYERED,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
} as const;

const QUICK = {
  ...LAYERED,
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  'elk.layered.thoroughness': '3',
} as const;

/** For what no flow ties to anything: rows, not one tall column. */
const PACKED = {
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.aspectRatio': '2',
  'elk.spacing.nodeNode': `${ACROSS}`,
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
} as const;

/** Elk's name of an element; a name of its own cannot be one of these. */
export const elkId = (id: string): string => `#${id}`;

/** Room between texts in rows and the rest of an area, if there is any. */
export const rowsGap = ({ blocks, areas }: Area): number => (blocks.length + areas.length === 0 ? 0 : ROWS_GAP);

/** What an area keeps free around its resources and boundaries. */
export function roomOf(area: Area): Readonly<Record<'top' | 'side' | 'bottom', number>> {
  const rows = ({ height }: Rows): number => (height === 0 ? 0 : height + rowsGap(area));
  const [header, padding] = area.id === null ? [0, 0] : [BOUNDARY_HEADER, BOUNDARY_PADDING];
  return { top: header + padding + rows(area.above), side: padding, bottom: padding + rows(area.below) };
}

/** The smallest size of an area. */
export function leastSize(area: Area): Size {
  const { top, side, bottom } = roomOf(area);
  const least = area.id === null ? { width: 0, height: 0 } : BOUNDARY_MIN;
  return {
    width: Math.max(least.width, Math.max(area.above.width, area.below.width) + 2 * side),
    height: Math.max(least.height, top + bottom),
  };
}

/** Where flows enter and leave a resource with notes: elk knows the middle of the block only. */
function portsOf({ id, size, parts }: Block): Pick<ElkGraph, 'ports' | 'layoutOptions'> {
  const y = (parts[0]?.at.y ?? 0) + RESOURCE_SIZE.height / 2;
  return {
    ports: [
      { id: `<${id}`, x: 0, y, layoutOptions: { 'elk.port.side': 'WEST' } },
      { id: `>${id}`, x: size.width, y, layoutOptions: { 'elk.port.side': 'EAST' } },
    ],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

const hasNotes = ({ parts }: Block): boolean => parts.length > 1;

const blockNode = (block: Block): ElkGraph => ({
  id: elkId(block.id),
  ...block.size,
  ...(hasNotes(block) ? portsOf(block) : {}),
});

/** Gathers what is loose in one packed node; one alone needs none. */
const gather = (area: Area, loose: ElkGraph[]): ElkGraph[] =>
  loose.length < 2 ? loose : [{ id: `loose${elkId(area.id ?? '')}`, layoutOptions: PACKED, children: loose }];

function areaOptions(area: Area, options: Readonly<Record<string, string>>): Record<string, string> {
  const { top, side, bottom } = roomOf(area);
  const least = leastSize(area);
  return {
    ...options,
    'elk.padding': `[top=${top},left=${side},bottom=${bottom},right=${side}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${least.width},${least.height})`,
  };
}

const countBlocks = ({ blocks, areas }: Area): number =>
  areas.reduce((sum, area) => sum + countBlocks(area), blocks.length);

function blocksWithNotes({ blocks, areas }: Area): readonly string[] {
  return [...blocks.filter(hasNotes).map(({ id }) => id), ...areas.flatMap(blocksWithNotes)];
}

function edgesOf(area: Area, links: readonly Link[], ported: ReadonlySet<string>): NonNullable<ElkGraph['edges']> {
  return links.map(({ from, to }, i) => ({
    id: `flow ${i} ${area.id ?? ''}`,
    sources: [ported.has(from) ? `>${from}` : elkId(from)],
    targets: [ported.has(to) ? `<${to}` : elkId(to)],
  }));
}

/** The graph that elk lays out for a plan: layers from left to right along the flows, boundaries around what is in them. */
export function toElk(flows: readonly Flow[], plan: Area): ElkGraph {
  const careful = countBlocks(plan) <= WITH_CARE;
  const links: Links = linksOf(flows, plan);
  const ported = new Set(blocksWithNotes(plan));
  const nodeOf = (area: Area): ElkGraph => {
    const nodes = [
      ...area.blocks.map((block) => ({ id: block.id, node: blockNode(block) })),
      ...area.areas.map((inner) => ({ id: inner.id ?? '', node: nodeOf(inner) })),
    ];
    const tied = nodes.filter(({ id }) => links.tied.has(id)).map(({ node }) => node);
    const loose = nodes.filter(({ id }) => !links.tied.has(id)).map(({ node }) => node);
    const own = careful ? (area === plan ? links.all : []) : (links.lifted.get(area) ?? []);
    return {
      id: area.id === null ? 'canvas' : elkId(area.id),
      layoutOptions: areaOptions(area, careful ? CAREFUL : QUICK),
      children: [...tied, ...gather(area, loose)],
      edges: edgesOf(area, own, ported),
    };
  };
  return nodeOf(plan);
}
