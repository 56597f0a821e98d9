import type { Shift } from './viewShift.ts';

/** How far a paused animation reaches, in pixels, and how large it scales: more than a glide ever needs. */
const REACH = 100_000;
const LARGEST = 8;
/** Of an animation's time, so that small parts of a pixel count. */
const PART = 1000;

/** Shows layers as they will stand in another view, before anything is drawn for it. */
export interface Glide {
  /** Shows what is drawn somewhere else, and at that zoom. */
  readonly show: (shift: Shift, zoom: number) => void;
  /** Shows what is drawn as it was drawn, with the next step near. */
  readonly reset: () => void;
  /** The same, with no step to come. */
  readonly end: () => void;
}

interface Layer {
  readonly element: Element | null;
  /** Of a pattern: the distance after which it is the same again, at 100 %. It is moved by less than that. */
  readonly period: number | null;
}

interface Hold {
  readonly period: number | null;
  readonly set: (x: number, y: number, scale: number) => void;
  readonly end: () => void;
}

function hold({ element, period }: Layer): Hold | null {
  if (!element) return null;
  const held = (from: Keyframe, to: Keyframe, length: number, composite: CompositeOperation): Animation => {
    const animation = element.animate([from, to], { duration: length, fill: 'both', composite });
    animation.pause();
    return animation;
  };
  const [first, last] = [`-${REACH}px`, `${REACH}px`];
  const across = held({ translate: `${first} 0` }, { translate: `${last} 0` }, 2 * REACH, 'replace');
  const down = held({ translate: `0 ${first}` }, { translate: `0 ${last}` }, 2 * REACH, 'add');
  let size: Animation | null = null;
  return {
    period,
    set(x, y, scale) {
      across.currentTime = REACH + x;
      down.currentTime = REACH + y;
      if (scale === 1 && size === null) return;
      size ??= held({ scale: 0 }, { scale: LARGEST }, LARGEST * PART, 'replace');
      size.currentTime = scale * PART;
    },
    end() {
      for (const each of [across, down, size]) each?.cancel();
    },
  };
}

/**
 * Moves the layers by animations that stand still, whose time is set by hand. Chromium keeps a layer with an animation
 * apart, and in a step of it neither paints it nor puts the layers of the window together anew, which it does for any
 * other change of a transform, `will-change` or not.
 */
export function createGlide(layers: () => readonly Layer[]): Glide {
  let holds: readonly Hold[] | null = null;
  const set = ({ x, y, scale }: Shift, zoom: number): void => {
    for (const { period, set: put } of holds ?? []) {
      const within = (by: number) => (period === null ? by : by - Math.ceil(by / (period * zoom)) * period * zoom);
      put(within(x), within(y), scale);
    }
  };
  return {
    show(shift, zoom) {
      holds ??= layers()
        .map(hold)
        .filter((each) => each !== null);
      set(shift, zoom);
    },
    reset: () => set({ x: 0, y: 0, scale: 1 }, 1),
    end() {
      for (const each of holds ?? []) each.end();
      holds = null;
    },
  };
}
