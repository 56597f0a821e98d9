import { z } from 'zod';

/** What somebody has set, for all windows: one line for each thing. What belongs to a document is not here. */
export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether what is moved lands on the grid. */
  snap: z.boolean(),
  minimap: z.boolean(),
  /** Whether a document that has a file is saved by itself, some seconds after the last step. */
  autosave: z.boolean(),
  /** Whether GitHub is asked for a newer release once a week at the start. Off until somebody turns it on. */
  updateCheck: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  snap: true,
  minimap: true,
  autosave: false,
  updateCheck: false,
};

/** Settings as they are kept: what a newer version has put there stays. */
export const KeptSettings = z.looseObject(Settings.shape);

/** What is kept without what is not for a page. */
export const settingsIn = (kept: z.infer<typeof KeptSettings>): Settings => z.object(Settings.shape).parse(kept);

/** The settings in a text; what is missing is as it is at first. Null for a text that is damaged. */
export function parseSettings<T>(text: string, kept: z.ZodType<T>): T | null {
  try {
    const found = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    return kept.parse({ ...DEFAULT_SETTINGS, ...found });
  } catch {
    return null;
  }
}
