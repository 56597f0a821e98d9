import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';

/**
 * The official schema, as `@microsoft/jest-sarif` 1.0.0-beta.0 ships it (MIT); formatted, else unchanged. zod takes
 * `uri-reference` for a whole URL, so that format is left out here and has a test of its own.
 */
export const OFFICIAL_SARIF = z.fromJSONSchema(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8'), (key, value) =>
    key === 'format' && value === 'uri-reference' ? undefined : value,
  ),
);

// biome-ignore lint/suspicious/noExplicitAny: a log is data of many shapes, and only read here.
export type Json = any;

/** A log that the official schema has nothing against. */
export function validLog(text: string): Json {
  const log = JSON.parse(text);
  const checked = OFFICIAL_SARIF.safeParse(log);
  expect(checked.success ? [] : checked.error.issues).toEqual([]);
  return log;
}
