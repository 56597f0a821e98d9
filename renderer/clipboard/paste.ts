import { boundaryAt } from '../../shared/diagram/container.ts';
import { COPY_STEP } from '../../shared/diagram/edit/duplicate.ts';
import { growAround } from '../../shared/diagram/edit/grow.ts';
import { type Inserted, insert } from '../../shared/diagram/edit/insert.ts';
import { move } from '../../shared/diagram/edit/move.ts';
import { fitInside } from '../../shared/diagram/freePlace.ts';
import { boundsOf, overlaps, type Rect } from '../../shared/diagram/geometry.ts';
import { allRects, boundariesAround, elementOf, toCanvas } from '../../shared/diagram/graph.ts';
import { type ParsedDiagram, parseDiagram } from '../../shared/diagram/parse.ts';
import type { Boundary, Diagram, Position } from '../../shared/diagram/schema.ts';
import { MAX_FILE_BYTES } from '../../shared/ipc/contract.ts';
import { catalog } from '../state/catalog.ts';
import { refuseBoundary, withContainers } from '../state/containment.ts';
import { followTo } from '../state/goTo.ts';
import { namesOf } from '../state/names.ts';
import { announce, commit, present, select } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { visibleRect } from '../state/viewport.ts';

const NOTHING: ParsedDiagram = {
  ok: false,
  reason: 'notParapet',
  message: '',
  problems: [],
};

const NOT_A_PART = 'The clipboard holds no part of a diagram.';

/** What a text of the clipboard holds. Anything but JSON is not looked at. */
function read(text: string): ParsedDiagram {
  if (text.length > MAX_FILE_BYTES || !/^\uFEFF?\s*\{/.test(text)) return NOTHING;
  return parseDiagram(text);
}

/** Why nothing was pasted, in one sentence. */
function whyNot(parsed: Extract<ParsedDiagram, { ok: false }>): string {
  if (parsed.reason === 'newerVersion') return 'What was copied comes from a newer Parapet, and was not pasted.';
  if (parsed.reason !== 'invalid') return NOT_A_PART;
  const [first] = parsed.problems;
  return `What was copied is damaged and was not pasted${first ? `: ${first.where} ${first.message}` : ''}.`;
}

/** Where something lands, and how often in a row: each further copy stands a step away. */
interface Landing {
  readonly text: string;
  readonly point: Position | null;
  readonly times: number;
}

let last: Landing | null = null;

/** Called when elements were cut: the first paste may stand where they stood. */
export const forgetPastes = (text: string): void => {
  last = { text, point: null, times: 0 };
};

/** Notes a paste; how many there were before it at this place. */
function countPaste(text: string, point: Position | null): number {
  const again = last?.text === text && last.point?.x === point?.x && last.point?.y === point?.y;
  // What was copied stands there itself.
  const times = again ? (last?.times ?? 0) : point === null ? 1 : 0;
  last = { text, point, times: times + 1 };
  return times;
}

const outermost = <T extends { readonly inside: string | null }>(items: readonly T[]): readonly T[] =>
  items.filter(({ inside }) => inside === null);

/** The innermost boundary at a point where all that is pasted may stand; null is the bare canvas. Else why not, in words. */
function containerFor(part: Diagram, point: Position): Boundary | null | string {
  const refusalIn = (container: Boundary | null): string | null => {
    for (const { kind } of outermost(part.boundaries)) {
      const known = catalog.boundaries.get(kind)?.kind;
      const why = known ? refuseBoundary(known, container) : null;
      if (why !== null) return why;
    }
    return null;
  };
  const under = boundaryAt(present(), point);
  const around = under === null ? [] : boundariesAround(present(), under.id);
  const containers = [...around, null];
  const refusals = containers.map(refusalIn);
  const at = refusals.indexOf(null);
  return at === -1 ? (refusals[0] ?? '') : (containers[at] ?? null);
}

const newId = (): string => crypto.randomUUID();

/** Into the boundary at a point, which grows where it must, with the middle of all at the point. */
function insertAt(part: Diagram, bounds: Rect, point: Position): Inserted | string {
  const container = containerFor(part, point);
  if (typeof container === 'string') return container;
  const diagram = present();
  const origin = container === null ? { x: 0, y: 0 } : toCanvas(diagram, container.id, { x: 0, y: 0 });
  const { width, height } = bounds;
  const wanted = { x: point.x - width / 2 - origin.x, y: point.y - height / 2 - origin.y, width, height };
  const rect = container === null ? wanted : { ...fitInside(container.size, wanted, bounds), width, height };
  const offset = { x: rect.x + origin.x - bounds.x, y: rect.y + origin.y - bounds.y };
  const roomy = growAround(diagram, container?.id ?? null, rect);
  return insert(roomy, part, { offset, insideOf: () => container?.id ?? null }, newId);
}

/** A step away from where it stands, in whatever boundaries it then looks inside of. */
function insertBeside(part: Diagram, step: number): Inserted {
  const inserted = insert(present(), part, { offset: { x: step, y: step }, insideOf: () => null }, newId);
  const placed = [...outermost(part.boundaries), ...outermost(part.resources), ...outermost(part.texts)];
  const wanted = placed.flatMap(({ id }) => {
    const copy = elementOf(inserted.diagram, inserted.copies.get(id) ?? '');
    if (!copy || copy.kind === 'flow') return [];
    const item = copy.kind === 'resource' ? copy.resource : copy.kind === 'boundary' ? copy.boundary : copy.text;
    return [{ id: item.id, position: item.position }];
  });
  return { ...inserted, diagram: move(inserted.diagram, withContainers(inserted.diagram, wanted).moves) };
}

function insertPart(part: Diagram, bounds: Rect, text: string, point: Position | null): Inserted | string {
  const times = countPaste(text, point);
  const step = times * COPY_STEP;
  if (point !== null) return insertAt(part, bounds, { x: point.x + step, y: point.y + step });
  const seen = visibleRect();
  const isInView = overlaps({ ...bounds, x: bounds.x + step, y: bounds.y + step }, seen);
  if (isInView) return insertBeside(part, step);
  const middle = { x: seen.x + seen.width / 2 + step, y: seen.y + seen.height / 2 + step };
  return insertAt(part, bounds, middle);
}

/**
 * Adds the elements of a text that was copied here, in another window or out of a file: at a point of the canvas, inside
 * the boundary there; without a point next to where they stood. What is no part of a diagram is answered with a word.
 */
export function pasteText(text: string, point: Position | null): void {
  const parsed = read(text);
  if (!parsed.ok) {
    tell(whyNot(parsed), parsed.reason === 'invalid' ? 'warning' : 'info');
    return;
  }
  const part = parsed.diagram;
  const bounds = boundsOf(allRects(part));
  if (bounds === null) {
    tell(NOT_A_PART);
    return;
  }
  const inserted = insertPart(part, bounds, text, point);
  if (typeof inserted === 'string' || inserted.copies.size === 0) {
    tell(
      typeof inserted === 'string' ? inserted : 'The diagram would have more elements than a file can hold.',
      'warning',
    );
    return;
  }
  const { diagram, copies } = inserted;
  const ids = [...outermost(part.boundaries), ...outermost(part.resources), ...outermost(part.texts)].flatMap(
    ({ id }) => copies.get(id) ?? [],
  );
  const what = namesOf(diagram, ids);
  commit(`Paste ${what}`, () => diagram);
  select(ids);
  followTo(ids[0] ?? '');
  announce(`Pasted ${what}`);
  if (part.suppressions.length > 0) tell('Decisions on findings were left behind: each is about one element only.');
}
