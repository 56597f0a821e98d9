import { z } from 'zod';
import { create } from 'zustand';

/** Pixels on the screen. */
const extent = z.number().min(40).max(4000);

const ids = z.array(z.string().max(300)).max(500).readonly();

/**
 * How somebody left the window: what outlives the session, belongs to no document and is no setting. One line for each thing; its
 * schema ends in `.catch(…)` with what holds until somebody changes it, or when what was kept cannot be read.
 */
const SHAPES = {
  /** Items of the palette with a star. */
  favourites: ids.catch([]),
  /** Items of the palette that were put on a canvas, last first. */
  recentItems: ids.catch([]),
  /** Groups of the palette that are folded. */
  closedGroups: ids.catch([]),
  /** What was chosen in the command palette, last first. */
  recentEntries: ids.catch([]),
  /** Which part of the left panel is in front. */
  leftTab: z.enum(['services', 'outline']).catch('services'),
  /** Panels of the editor that are folded away. */
  closedPanels: z
    .array(z.enum(['palette', 'inspector', 'findings']))
    .readonly()
    .catch([]),
  /** How wide, or in the case of the findings how high, the panels are; null where nobody has changed that. */
  panelSizes: z
    .object({ palette: extent.nullable(), inspector: extent.nullable(), findings: extent.nullable() })
    .catch({ palette: null, inspector: null, findings: null }),
} as const;

export type Remembered = { readonly [K in keyof typeof SHAPES]: z.infer<(typeof SHAPES)[K]> };

const KEYS = Object.keys(SHAPES) as readonly (keyof Remembered)[];
const slot = (key: keyof Remembered): string => `parapet.${key}`;

function read(key: keyof Remembered): unknown {
  try {
    return JSON.parse(localStorage.getItem(slot(key)) ?? 'null');
  } catch {
    return null; // no storage, or damaged: as if nothing had been kept
  }
}

const readAll = (): Remembered =>
  Object.fromEntries(KEYS.map((key) => [key, SHAPES[key].parse(read(key))])) as Remembered;

/** What is remembered, for components: `useRemembered((each) => each.favourites)`. */
export const useRemembered = create<Remembered>()(readAll);

/** What is remembered, outside of components. */
export const remembered = (): Remembered => useRemembered.getState();

/** Remembers something from now on. Where nothing can be stored it holds for this session. */
export function remember<K extends keyof Remembered>(key: K, value: Remembered[K]): void {
  useRemembered.setState({ [key]: value } as Pick<Remembered, K>);
  try {
    localStorage.setItem(slot(key), JSON.stringify(value));
  } catch {
    // Storage is full, or forbidden in this browser: no reason to trouble anybody.
  }
}
