import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Pixels = z.number().int().min(-100_000).max(100_000);
const WindowBounds = z.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels, maximized: z.boolean() });
/** Where the window was, in screen pixels, when it was last closed. */
export type WindowBounds = z.infer<typeof WindowBounds>;

/** A rectangle on the screen, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DEFAULT_SIZE = { width: 1440, height: 900 } as const;
/** So much of a window must lie on a display for it to be grasped. */
const GRIP = 50;

/** How far a further window lies to the right of the one that it comes from, and below it. */
const STEP = 32;

/** The bounds kept in `file`, or null when there are none that can be used. */
export function readWindowBounds(file: string): WindowBounds | null {
  try {
    return WindowBounds.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Synchronous, as it runs while the window is closing. A loss is harmless, so it neither syncs nor throws. */
export function writeWindowBounds(file: string, bounds: WindowBounds): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, JSON.stringify(bounds));
    renameSync(`${file}.tmp`, file);
  } catch {
    // The next start uses the default size.
  }
}

const reaches = (area: Area, bounds: WindowBounds): boolean =>
  bounds.x < area.x + area.width - GRIP &&
  bounds.x + bounds.width > area.x + GRIP &&
  bounds.y >= area.y &&
  bounds.y < area.y + area.height - GRIP;

/** Bounds on a display that is there now; without `x` and `y` the window is centred. */
export function fitBounds(
  saved: WindowBounds | null,
  displays: readonly Area[],
): { width: number; height: number; x?: number; y?: number } {
  const area = saved && displays.find((display) => reaches(display, saved));
  if (!saved || !area) return DEFAULT_SIZE;
  const { x, y, width, height } = saved;
  return { x, y, width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

/** Bounds for a window that comes after another: a step further, or in the corner where a step would leave the display. */
export function cascade(from: Area, displays: readonly Area[]): Area {
  const { x, y, width, height } = from;
  const next = { x: x + STEP, y: y + STEP, width, height };
  const area = displays.find((each) => reaches(each, { ...from, maximized: false }));
  if (!area) return next;
  const fits = next.x + width <= area.x + area.width && next.y + height <= area.y + area.height;
  return fits ? next : { ...next, x: area.x, y: area.y };
}
