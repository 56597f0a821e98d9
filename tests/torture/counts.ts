/** `npm run torture` asks for the full counts; `npm test` takes a part of them, which finds the coarse mistakes. */
const FULL = import.meta.env.MODE === 'torture';

export const COUNTS = {
  kills: FULL ? 500 : 25,
  savers: FULL ? 50 : 8,
  fuzzed: FULL ? 10_000 : 1_000,
} as const;

/** A line for the closing note: what was done, and what was lost. */
export const say = (line: string): boolean => process.stdout.write(`torture: ${line}\n`);
