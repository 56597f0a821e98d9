import { z } from 'zod';

/** The gaps that a team has decided to live with for now: keys of gaps by file, so that only new ones fail a check. */
export const Baseline = z.strictObject({
  format: z.literal('parapet-baseline'),
  version: z.literal(1),
  /** Path of a diagram, seen from the folder of the baseline, with `/` → keys of its gaps. */
  files: z.record(z.string(), z.array(z.string())),
});
export type Baseline = Omit<Readonly<z.infer<typeof Baseline>>, 'files'> & {
  readonly files: Readonly<Record<string, readonly string[]>>;
};

/** A baseline, or one sentence on why the text is none. */
export type ParsedBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly message: string };

/** A baseline with nothing in it: every gap is new. */
export const EMPTY_BASELINE: Baseline = { format: 'parapet-baseline', version: 1, files: {} };

/** Reads the text of a baseline file. Never throws. */
export function parseBaseline(text: string): ParsedBaseline {
  try {
    const parsed = Baseline.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, baseline: parsed.data };
    const [issue] = parsed.error.issues;
    return { ok: false, message: `It is no baseline: ${issue?.path.join('.')}: ${issue?.message}.` };
  } catch {
    return { ok: false, message: 'It is not JSON.' };
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The text of a baseline file: files and keys sorted, one key a line, so that it diffs and merges well. */
export function formatBaseline({ format, version, files }: Baseline): string {
  const sorted = Object.entries(files)
    .filter(([, keys]) => keys.length > 0)
    .sort(byName)
    .map(([file, keys]) => [file, [...new Set(keys)].sort()] as const);
  return `${JSON.stringify({ format, version, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Gaps of one file against a baseline; `stale` keys are no gaps any more. */
export interface BaselineComparison {
  readonly known: readonly string[];
  readonly fresh: readonly string[];
  readonly stale: readonly string[];
}

/** Compares the keys of the gaps of one file with those that the baseline has of it. */
export function compareWithBaseline(baseline: readonly string[], gaps: readonly string[]): BaselineComparison {
  const [before, now] = [new Set(baseline), new Set(gaps)];
  return {
    known: gaps.filter((key) => before.has(key)),
    fresh: gaps.filter((key) => !before.has(key)),
    stale: baseline.filter((key) => !now.has(key)),
  };
}

/** The baseline with what was reviewed as it is now, and without files that are gone; others stay as they are. */
export function updateBaseline(
  baseline: Baseline,
  reviewed: ReadonlyMap<string, readonly string[]>,
  gone: ReadonlySet<string>,
): Baseline {
  const kept = Object.entries(baseline.files).filter(([file]) => !gone.has(file) && !reviewed.has(file));
  return { ...baseline, files: Object.fromEntries([...kept, ...reviewed]) };
}
