import { overlaps, type Rect } from '../geometry.ts';
import type { Position, Size } from '../schema.ts';

/** Room that is kept to what is there. */
const GAP = 24;

/** What places may be: from these coordinates on, and ending before those. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const startsIn = (room: Room, { x, y }: Position): boolean => x >= room.left && y >= room.top;
const endsIn = (room: Room, { x, y }: Position, { width, height }: Size): boolean =>
  x + width <= room.right && y + height <= room.bottom;

/** Where something could stand close to what is there: as wanted, or right beside one of the others. */
function candidates(size: Size, wanted: Position, taken: readonly Rect[]): readonly Position[] {
  const beside = taken.flatMap(({ x, y, width, height }) => {
    const xs = [x - GAP - size.width, x + width + GAP];
    const ys = [y - GAP - size.height, y + height + GAP];
    return [
      ...xs.map((at) => ({ x: at, y: wanted.y })),
      ...ys.map((at) => ({ x: wanted.x, y: at })),
      ...xs.flatMap((left) => ys.map((top) => ({ x: left, y: top }))),
    ];
  });
  const far = ({ x, y }: Position): number => Math.hypot(x - wanted.x, y - wanted.y);
  return [wanted, ...beside.sort((a, b) => far(a) - far(b))];
}

/**
 * The place nearest to the wanted one where nothing is covered: inside the room, else reaching out of it to the right or
 * downwards, but there is always one.
 */
export function placeNear(size: Size, wanted: Position, taken: readonly Rect[], room: Room): Position {
  const isFree = (at: Position): boolean => {
    const margin = at === wanted ? 0 : GAP / 2;
    const rect = {
      x: at.x - margin,
      y: at.y - margin,
      width: size.width + 2 * margin,
      height: size.height + 2 * margin,
    };
    return !taken.some((other) => overlaps(rect, other));
  };
  const start = { x: Math.max(wanted.x, room.left), y: Math.max(wanted.y, room.top) };
  const free = candidates(size, start, taken).filter((at) => startsIn(room, at) && isFree(at));
  const below = Math.max(room.top, ...taken.map(({ y, height }) => y + height + GAP));
  return free.find((at) => endsIn(room, at, size)) ?? free[0] ?? { x: start.x, y: below };
}
