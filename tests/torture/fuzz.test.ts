import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiagramFile } from '../../electron/files/readDiagramFile.ts';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import { samplePaths } from '../support/shipped.ts';
import { COUNTS, say } from './counts.ts';

const SAMPLES = samplePaths().map((file) => readFileSync(file));
const TEXTS = SAMPLES.map((bytes) => bytes.toString());
const FILE = path.join(mkdtempSync(path.join(os.tmpdir(), 'parapet-fuzz-')), 'a.parapet');

/** What somebody may have put into a file: by mistake, by a merge, or to do harm. */
const NASTY: readonly string[] = [
  '"__proto__": {"polluted": true},',
  '"constructor": {"prototype": {"polluted": true}},',
  '1e999',
  '-0',
  '9007199254740993',
  '"\\ud800"',
  '"\\u0000"',
  '\u202e',
  '\ufeff',
  '<<<<<<< HEAD\n',
  '"id": "warehouse",',
  '[['.repeat(50_000),
  '{"a":'.repeat(20_000),
  'null',
  ',,',
  '\0',
];

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const sample = fc.constantFrom(...SAMPLES);
const at = (bytes: Uint8Array, where: number): number => Math.floor(bytes.length * where);

/** Bytes that are not quite a diagram. */
const damaged: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.tuple(sample, place).map(([bytes, where]) => bytes.subarray(0, at(bytes, where))),
  fc
    .tuple(sample, fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }))
    .map(([bytes, changes]) => {
      const copy = Uint8Array.from(bytes);
      for (const [where, byte] of changes) copy[at(copy, where)] = byte;
      return copy;
    }),
  fc
    .tuple(sample, place, fc.constantFrom(...NASTY))
    .map(([bytes, where, words]) =>
      Buffer.concat([bytes.subarray(0, at(bytes, where)), Buffer.from(words), bytes.subarray(at(bytes, where))]),
    ),
  fc.tuple(sample, place, place, place).map(([bytes, from, to, where]) => {
    const part = bytes.subarray(at(bytes, Math.min(from, to)), at(bytes, Math.max(from, to)));
    return Buffer.concat([bytes.subarray(0, at(bytes, where)), part, bytes.subarray(at(bytes, where))]);
  }),
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A whole sample in which one value, anywhere, is something else. */
function withOther(value: Json, steps: readonly number[], other: Json): Json {
  if (typeof value !== 'object' || value === null || steps.length === 0) return other;
  const [step = 0, ...rest] = steps;
  const keys = Object.keys(value);
  if (keys.length === 0) return other;
  const chosen = keys[step % keys.length] ?? '';
  const inner = withOther((value as Record<string, Json>)[chosen] ?? null, rest, other);
  return Array.isArray(value)
    ? value.map((each, i) => (String(i) === chosen ? inner : each))
    : { ...value, [chosen]: inner };
}

const otherValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 1e308, '', '\u202eevil', '<script>alert(1)</script>', '__proto__', [], {}),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

const contradicting: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...TEXTS), fc.array(fc.nat(60), { maxLength: 6 }), otherValue)
  .map(([text, steps, other]) => Buffer.from(JSON.stringify(withOther(JSON.parse(text) as Json, steps, other))));

/** Opens a file as the app does: bytes on the disk, text, diagram. What it was, and why not. */
async function open(bytes: Uint8Array): Promise<{ readonly opened: boolean; readonly why: string }> {
  writeFileSync(FILE, bytes);
  const read = await readDiagramFile(FILE);
  if (read.state === 'failed') return { opened: false, why: read.detail };
  const parsed = parseDiagram(read.text);
  if (!parsed.ok) return { opened: false, why: parsed.message };
  const again = parseDiagram(formatDiagram(parsed.diagram));
  expect(again.ok && formatDiagram(again.diagram)).toBe(formatDiagram(parsed.diagram));
  return { opened: true, why: '' };
}

describe('opening what is not quite a diagram', () => {
  it('gives a correct diagram or a clear reason, and harms nothing', { timeout: 900_000 }, async () => {
    let opened = 0;
    const builtIn = Object.getOwnPropertyNames(Object.prototype).length;
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, contradicting), async (bytes) => {
        const result = await open(bytes);
        if (result.opened) opened++;
        else expect(result.why.trim()).not.toBe('');
        expect('polluted' in {}).toBe(false);
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(builtIn);
      }),
      { numRuns: COUNTS.fuzzed },
    );
    expect(opened).toBeGreaterThan(0);
    say(`${COUNTS.fuzzed} damaged files opened: ${opened} were still diagrams, the others said why, 0 crashes`);
  });
});
