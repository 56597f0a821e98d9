import { VERSION } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** Version → what makes the next one of it. Numbered without holes from 1. None yet: version 1 is the first. */
const MIGRATIONS: Readonly<Record<number, (file: Json) => Json>> = {};

/** Brings a file of an older version up to today's, step by step. The input must say `version` ≤ VERSION. */
export function migrate(file: Json): Json {
  let current = file;
  for (let version = Number(file.version); version < VERSION; version++) {
    const step = MIGRATIONS[version];
    if (!step) throw new Error(`no migration from version ${version}`);
    current = { ...step(current), version: version + 1 };
  }
  return current;
}
