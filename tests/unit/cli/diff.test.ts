import { describe, expect, it } from 'vitest';
import type { GitAnswer } from '../../../cli/io.ts';
import { runIn } from './fakeIo.ts';

const file = (...resources: readonly object[]) => JSON.stringify({ format: 'parapet', version: 1, resources });
const bucket = (answers: object, name = 'raw') => ({ id: 'b', service: 's3', name, answers });
const stream = { id: 'k', service: 'kinesis-data-streams', name: 'events' };
const BEFORE = file(bucket({}), { id: 'gone', service: 'sqs', name: 'old queue' });
const AFTER = file(bucket({ encryption: 'sse-kms' }, 'landing'), stream);
const GONE = file({ id: 'q', service: 'sqs', name: 'only here' });
const FILES = { 'before.parapet': BEFORE, 'after.parapet': AFTER };

/** A repository at /here whose commit abc has before.parapet as design.parapet, and old/gone.parapet, which is deleted. */
const git = ([verb = '', ...rest]: readonly string[]): GitAnswer => {
  const word = rest.join(' ');
  const [, place] = /abc:(?:\.\/)?(.*)$/.exec(word) ?? [];
  const blob = place === 'design.parapet' ? BEFORE : place === 'old/gone.parapet' ? GONE : null;
  if (place !== undefined && blob === null) return { ok: false, why: 'no' };
  if (verb === 'show') return { ok: true, stdout: blob ?? '' };
  if (word.includes('--diff-filter=D')) return { ok: true, stdout: 'old/gone.parapet\0node_modules/x/y.parapet\0' };
  if (word.includes('--show-prefix')) return { ok: true, stdout: '' };
  if (verb === 'rev-parse' && word.includes('nowhere')) return { ok: false, why: 'unknown' };
  if (verb === 'rev-parse') return { ok: true, stdout: word.includes('toplevel') ? '/here\n' : 'abc\n' };
  return { ok: true, stdout: verb === 'diff' ? 'design.parapet\0new.parapet\0' : verb === 'merge-base' ? 'abc\n' : '' };
};
const world = { files: { ...FILES, 'design.parapet': AFTER, 'new.parapet': file(stream) }, git };
const diff = (...args: readonly string[]) => runIn(world, 'diff', ...args);

describe('parapet diff', () => {
  it('ends with 1 for gaps that opened, and tells elements and gaps apart', async () => {
    const { code, out } = await diff('before.parapet', 'after.parapet');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^before\.parapet → after\.parapet\n\d+ gaps opened, \d+ closed, \d+ as before · 1 element added, 1 removed, 1 changed\n/,
    );
    expect(out).toContain('kinesis-data-streams.encrypt-at-rest (the element is new)');
    expect(out).toContain('ADDED (1)\n  events (kinesis-data-streams)');
    expect(out).toContain('REMOVED (1)\n  old queue (sqs)');
    expect(out).toContain('Name: raw → landing');
  });

  it('ends with 0 when nothing opened at or above the threshold, and when nothing changed', async () => {
    expect((await diff('after.parapet', 'before.parapet', '--fail-on', 'critical')).code).toBe(0);
    const { code, out } = await diff('after.parapet', 'after.parapet');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^after\.parapet\n0 gaps opened, 0 closed, \d+ as before · 0 elements added, 0 removed, 0 changed\n$/,
    );
  });

  it('says the same as JSON and as Markdown', async () => {
    const { out } = await diff('before.parapet', 'after.parapet', '--format', 'json');
    const [comparison] = JSON.parse(out).comparisons;
    expect(comparison).toMatchObject({
      before: 'before.parapet',
      added: [{ name: 'events' }],
      removed: [{ name: 'old queue' }],
    });
    const markdown = (await diff('before.parapet', 'after.parapet', '--format', 'markdown')).out;
    expect(markdown).toContain(`### Gaps opened (${comparison.opened.length})`);
    for (const { control } of comparison.opened) expect(markdown).toContain(`\`${control}\``);
  });

  it('takes a file as it was in a git revision', async () => {
    const { out } = await diff('main:design.parapet', 'design.parapet', '--format', 'json');
    const files = JSON.parse((await diff('before.parapet', 'after.parapet', '--format', 'json')).out);
    expect(JSON.parse(out).comparisons[0]).toEqual({
      ...files.comparisons[0],
      before: 'main:design.parapet',
      after: 'design.parapet',
    });
  });

  it('compares every diagram that changed since a revision with what it was, a new one with nothing', async () => {
    const { out } = await diff(
      'design.parapet',
      'new.parapet',
      'after.parapet',
      '--changed-since',
      'main',
      '--format',
      'json',
    );
    const { comparisons } = JSON.parse(out);
    expect(comparisons.map(({ after }: { after: string }) => after)).toEqual(['design.parapet', 'new.parapet']);
    expect(comparisons[0].removed).toHaveLength(1);
    expect(comparisons[1]).toMatchObject({ unchanged: 0, added: [{ name: 'events' }], removed: [] });
  });

  it('tells of diagrams that are new or deleted since a revision, the deleted ones last', async () => {
    const since = ['design.parapet', 'new.parapet', 'old', '--changed-since', 'main'];
    const { code, out } = await diff(...since, '--format', 'json');
    expect(code).toBe(1);
    const told = JSON.parse(out).comparisons.map(({ diagram, after }: Record<string, string>) => `${diagram} ${after}`);
    expect(told).toEqual(['changed design.parapet', 'added new.parapet', 'deleted old/gone.parapet']);
    const overview = '3 diagrams: 1 added, 1 deleted, 1 changed\n\n';
    expect((await diff(...since)).out.startsWith(overview)).toBe(true);
    const markdown = (await diff(...since, '--format', 'markdown')).out;
    expect(markdown.startsWith(overview)).toBe(true);
    expect(markdown).toContain('\n## old/gone.parapet (deleted diagram)\n');
    expect(markdown).toContain('- removed **only here** (sqs)');
  });

  it('takes the name of a deleted diagram, for which nothing fails', async () => {
    const { code, out, err } = await diff('old/gone.parapet', '--changed-since', 'main');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^old\/gone\.parapet \(deleted diagram\)\n0 gaps opened/);
  });

  it.each([
    ['main:new.parapet', 'new.parapet', 'added', '"events"'],
    ['main:old/gone.parapet', 'old/gone.parapet', 'deleted', '"only here"'],
  ])('of %s and %s says that the diagram was %s', async (before, after, diagram, name) => {
    const { out } = await diff(before, after, '--format', 'json');
    const [comparison] = JSON.parse(out).comparisons;
    expect(comparison.diagram).toBe(diagram);
    expect(JSON.stringify(comparison[diagram === 'added' ? 'added' : 'removed'])).toContain(name);
  });

  it('draws both states, named in the picture, and links pictures in Markdown', async () => {
    const two = ['design.parapet', 'new.parapet', '--changed-since', 'main'];
    const { written } = await diff(...two, '--format', 'markdown,svg', '--output', 'out');
    expect(Object.keys(written).sort()).toEqual([
      'out/comparison.md',
      'out/design.comparison.svg',
      'out/new.comparison.svg',
    ]);
    expect(written['out/design.comparison.svg']).toContain('<title>Removed</title>');
    expect(written['out/comparison.md']).toContain('](<design.comparison.svg>)');
    const url = ['--picture-url', 'https://pictures.example/a%20b'];
    const there = await diff(...two, '--format', 'markdown,svg', '--output', 'out', ...url);
    expect(there.written['out/comparison.md']).toContain('](<https://pictures.example/a%20b/new.comparison.svg>)');
    const one = await diff('main:design.parapet', 'design.parapet', '--output', 'both.svg');
    expect(Object.keys(one.written)).toEqual(['both.svg']);
  });

  it.each([
    [['--format', 'svg,markdown'], 'Several formats need a folder'],
    [['--format', 'svg', '--output', 'before.parapet', '--force'], 'This is the diagram itself'],
    [['--picture-url', 'file:///etc'], 'Use the address of a folder'],
  ])('refuses %j and writes nothing', async (options, words) => {
    const { code, err, out, written } = await diff('before.parapet', 'after.parapet', ...options);
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: {} });
    expect(err).toContain(words);
  });

  it.each([
    [['before.parapet'], 2, 'Name two diagrams'],
    [['a', 'b', 'c'], 2, 'Name two diagrams'],
    [['main:no.parapet', 'after.parapet'], 3, 'There is no "no.parapet" in revision main'],
    [['nowhere:design.parapet', 'after.parapet'], 3, 'git knows no such revision'],
    [['missing.parapet', 'after.parapet'], 3, 'no such file'],
    [['--changed-since', 'nowhere'], 2, 'git knows no such revision'],
  ])('says what is wrong with %j and ends with %i', async (args, code, words) => {
    const did = await diff(...args);
    expect({ code: did.code, out: did.out }).toEqual({ code, out: '' });
    expect(did.err).toContain(words);
  });
});
