import { expect, it } from 'vitest';
import { z } from 'zod';
import { ALL_CHANNELS, EVENTS } from '../../../shared/ipc/channels.ts';
import { calls, events, MAX_EXPORT_BYTES, MAX_FILE_BYTES } from '../../../shared/ipc/contract.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Formats whose pattern fixes the length. */
const SHORT = ['uuid'];
/** The contents of an own catalog's files, which its reader bounds and `parseCatalog` judges; bytes (below). */
const OPAQUE = ['out.catalog:choose', 'out.catalog:read', 'out.app:start', 'in.file:export'];

/** Places of a schema where something may be of any size, or have parts that nobody named. */
function unbounded(node: unknown, place: string): readonly string[] {
  if (!isNode(node)) return [];
  const isBounded = 'maxLength' in node || 'enum' in node || 'const' in node || SHORT.includes(String(node.format));
  const faults = [
    ...(node.type === 'string' && !isBounded ? [`${place}: string`] : []),
    ...(node.type === 'array' && !('maxItems' in node) && !('prefixItems' in node) ? [`${place}: array`] : []),
    ...(node.type === 'object' && node.additionalProperties !== false ? [`${place}: object`] : []),
  ];
  const inside = Object.entries(node).flatMap(([key, value]) => unbounded(value, `${place}.${key}`));
  return [...faults, ...inside];
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

/** Schemas that say nothing at all (`unknown`, a class, nothing). */
const opaque = (node: unknown): boolean =>
  isNode(node) && ((!Array.isArray(node) && Object.keys(node).length === 0) || Object.values(node).some(opaque));

it.each(ALL_CHANNELS)('%s limits what goes in and what comes out', (channel) => {
  expect(unbounded(schemaOf(calls[channel].in, 'input'), 'in')).toEqual([]);
  expect(unbounded(schemaOf(calls[channel].out, 'output'), 'out')).toEqual([]);
});

it.each(EVENTS)('%s limits what the page is told', (event) => {
  expect(unbounded(schemaOf(events[event], 'output'), 'event')).toEqual([]);
});

it('nothing but what is named here is left to others to check', () => {
  const places = ALL_CHANNELS.flatMap((channel) => [
    ...(opaque(schemaOf(calls[channel].in, 'input')) ? [`in.${channel}`] : []),
    ...(calls[channel].out instanceof z.ZodVoid
      ? []
      : opaque(schemaOf(calls[channel].out, 'output'))
        ? [`out.${channel}`]
        : []),
  ]);
  expect(places.sort()).toEqual(OPAQUE.sort());
  expect(EVENTS.filter((event) => opaque(schemaOf(events[event], 'output')))).toEqual([]);
});

it('an export has a limit in text and in bytes', () => {
  const wish = (content: unknown) => [{ suggestedName: 'a', extension: 'png', mimeType: 'image/png', content }];
  const fits = (content: unknown) => calls['file:export'].in.safeParse(wish(content)).success;
  expect(fits(new Uint8Array(MAX_EXPORT_BYTES))).toBe(true);
  expect(fits(new Uint8Array(MAX_EXPORT_BYTES + 1))).toBe(false);
  expect(fits('x'.repeat(MAX_EXPORT_BYTES + 1))).toBe(false);
  expect(fits({ byteLength: 1 })).toBe(false);
});

it('a diagram has a limit, and its id is no path', () => {
  const fits = (text: string, id = '7b8b6f0e-6b0a-4a53-9d2c-0f6f6f1d9a01') =>
    calls['file:save'].in.safeParse([{ id, text }]).success;
  expect(fits('{}')).toBe(true);
  expect(fits('x'.repeat(MAX_FILE_BYTES + 1))).toBe(false);
  expect(fits('{}', '/etc/passwd')).toBe(false);
});

it.each(['../sh', 'a/b', 'PNG', '', 'p ng', 'x'.repeat(13)])('an export has no extension such as %j', (extension) => {
  const wish = { suggestedName: 'a', extension, mimeType: 'text/plain', content: '' };
  expect(calls['file:export'].in.safeParse([wish]).success).toBe(false);
});
