import { BOUNDARY_HEADER, BOUNDARY_MIN, BOUNDARY_PADDING, RESOURCE_SIZE, TEXT_SIZES } from './geometry.ts';
import type { Boundary, Diagram, DiagramFile, Position, Resource, Size, TextBox } from './schema.ts';

const GAP = { x: 96, y: 48 };

type FileResource = DiagramFile['resources'][number];

/** How many flows lie at most before each resource; what runs in a circle stays where it was first met. */
function columns(file: DiagramFile): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  for (const flow of file.flows) next.set(flow.from, [...(next.get(flow.from) ?? []), flow.to]);
  const column = new Map<string, number>();
  const targets = new Set(file.flows.map((flow) => flow.to));
  let wave = file.resources.filter((resource) => !targets.has(resource.id)).map((resource) => resource.id);
  if (wave.length === 0) wave = file.resources.slice(0, 1).map((resource) => resource.id);
  for (let depth = 0; wave.length > 0; depth++) {
    const following = new Set<string>();
    for (const id of wave) {
      if (column.has(id)) continue;
      column.set(id, depth);
      for (const to of next.get(id) ?? []) following.add(to);
    }
    wave = [...following];
  }
  return column;
}

/** Resources of one container in columns by depth of flow, below what already has a place. */
function placeResources(own: readonly FileResource[], depth: ReadonlyMap<string, number>): Map<string, Position> {
  const placed = own.filter((resource) => resource.position);
  const top = Math.max(0, ...placed.map((each) => (each.position?.y ?? 0) + RESOURCE_SIZE.height + GAP.y));
  const used = [...new Set(own.filter((each) => !each.position).map((each) => depth.get(each.id) ?? 0))].sort(
    (a, b) => a - b,
  );
  const rows = new Map<number, number>();
  const positions = new Map<string, Position>();
  for (const resource of own) {
    if (resource.position) continue;
    const column = used.indexOf(depth.get(resource.id) ?? 0);
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    positions.set(resource.id, {
      x: BOUNDARY_PADDING + column * (RESOURCE_SIZE.width + GAP.x),
      y: BOUNDARY_HEADER + BOUNDARY_PADDING + top + row * (RESOURCE_SIZE.height + GAP.y),
    });
  }
  return positions;
}

interface Box {
  readonly position: Position;
  readonly size: Size;
}

const extent = (boxes: readonly Box[]): Size => ({
  width: Math.max(BOUNDARY_MIN.width, ...boxes.map((box) => box.position.x + box.size.width + BOUNDARY_PADDING)),
  height: Math.max(BOUNDARY_MIN.height, ...boxes.map((box) => box.position.y + box.size.height + BOUNDARY_PADDING)),
});

/**
 * Gives every element without a position or size one, by the direction of its flows, so that nothing overlaps what is
 * already placed in the same container. What has a place keeps it.
 */
export function placeUnplaced(file: DiagramFile): Diagram {
  const placed =
    file.resources.every((resource) => resource.position) &&
    file.boundaries.every((boundary) => boundary.position && boundary.size);
  return placed
    ? asDiagram(file, file.boundaries as readonly Boundary[], file.resources as readonly Resource[])
    : arrangeAll(file);
}

/** Texts without a place stand above the diagram, one over the other. */
function placeTexts({ texts }: DiagramFile): readonly TextBox[] {
  let top = 0;
  return texts.map((text) => {
    const size = text.size ?? TEXT_SIZES[text.style];
    if (!text.position) top -= size.height + BOUNDARY_PADDING;
    return { ...text, size, position: text.position ?? { x: 0, y: text.inside === null ? top : BOUNDARY_HEADER } };
  });
}

function asDiagram(file: DiagramFile, boundaries: readonly Boundary[], resources: readonly Resource[]): Diagram {
  const { name, flows, suppressions, rules = [], signOffs = [] } = file;
  const drawn = { name, boundaries, resources, flows, suppressions, texts: placeTexts(file) };
  return {
    ...drawn,
    ...(rules.length === 0 ? {} : { rules }),
    ...(signOffs.length === 0 ? {} : { signOffs }),
  };
}

function arrangeAll(file: DiagramFile): Diagram {
  const depth = columns(file);
  const resources = new Map<string, Resource>();
  const boundaries = new Map<string, Boundary>();

  const arrange = (container: string | null): readonly Box[] => {
    const own = file.resources.filter((resource) => resource.inside === container);
    const positions = placeResources(own, depth);
    const boxes: Box[] = own.map((resource) => {
      const position = resource.position ?? positions.get(resource.id) ?? { x: 0, y: 0 };
      resources.set(resource.id, { ...resource, position });
      return { position, size: RESOURCE_SIZE };
    });
    for (const boundary of file.boundaries.filter((each) => each.inside === container)) {
      const content = arrange(boundary.id);
      const size = boundary.size ?? extent(content);
      const right = boxes.length === 0 ? 0 : Math.max(...boxes.map((box) => box.position.x + box.size.width)) + GAP.x;
      const position = boundary.position ?? {
        x: container === null && boxes.length === 0 ? 0 : Math.max(right, BOUNDARY_PADDING),
        y: container === null ? 0 : BOUNDARY_HEADER + BOUNDARY_PADDING,
      };
      boundaries.set(boundary.id, { ...boundary, position, size });
      boxes.push({ position, size });
    }
    return boxes;
  };
  arrange(null);
  return asDiagram(
    file,
    file.boundaries.flatMap(({ id }) => boundaries.get(id) ?? []),
    file.resources.flatMap(({ id }) => resources.get(id) ?? []),
  );
}
