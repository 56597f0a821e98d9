import { describe, expect, it } from 'vitest';
import type { GitAnswer } from '../../../cli/io.ts';
import { runIn } from './fakeIo.ts';

const file = (...resources: readonly object[]) => JSON.stringify({ format: 'parapet', version: 1, resources });
const bucket = (answers: object, name = 'raw') => ({ id: 'b', service: 's3', name, answers });
const stream = { id: 'k', service: 'kinesis-data-streams', name: 'events' };
const BEFORE = file(bucket({}), { id: 'gone', service: 'sqs', name: 'old queue' });
const AFTER = file(bucket({ encryption: 'sse-kms' }, 'landing'), stream);
const FILES = { 'before.parapet': BEFORE, 'after.parapet': AFTER };

/** A repository at /here whose commit abc has before.parapet as design.parapet. */
const git = ([verb = '', ...rest]: readonly string[]): GitAnswer => {
  const word = rest.join(' ');
  if (verb === 'show')
    return word.endsWith('abc:design.parapet') ? { ok: true, stdout: BEFORE } : { ok: false, why: 'no' };
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
