import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { validLog } from '../../support/officialSarif.ts';
import { samplePaths } from '../../support/shipped.ts';
import { runIn } from './fakeIo.ts';

const UNTIDY = '{"format":"parapet","version":1,"resources":[{"id":"k","service":"kinesis-data-streams"}]}';
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(samplePaths().map((file) => [`designs/${path.basename(file)}`, readFileSync(file, 'utf8')])),
  'untidy.parapet': UNTIDY,
  'broken.parapet': '{',
};
type Format = 'json' | 'sarif';
const NAMES = ['designs', 'untidy.parapet'];

const checked = (names: readonly string[], format: Format, ...args: readonly string[]) =>
  runIn({ files: FILES }, 'check', ...names, '--format', format, ...args);
const shard = async (format: Format, index: number, names = NAMES) =>
  (await checked(names, format, '--shard', `${index}/2`)).out;
const merge = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  runIn({ files }, 'merge-reports', ...args);

describe.each(['json', 'sarif'] as const)('parapet merge-reports of %s', (format) => {
  it('gives the report and the exit code of one run, byte for byte, whatever the order of the files', async () => {
    const shards = { [`1.${format}`]: await shard(format, 1), [`2.${format}`]: await shard(format, 2) };
    const [one = '', two = ''] = Object.keys(shards);
    const whole = await checked(NAMES, format);
    const there = await merge(shards, one, two, '--format', format);
    expect(there).toMatchObject({ code: whole.code, out: whole.out, err: '' });
    expect((await merge(shards, two, one, '--format', format)).out).toBe(whole.out);
    const named = await merge(shards, one, two, '--output', `all.${format}`);
    expect(named.written).toEqual({ [`all.${format}`]: whole.out });
    const { out } = await merge(shards, one, two);
    expect(out).toMatch(/\n\n5 diagrams · \d+ gaps: .* · 2 accepted\n$/);
    expect(out.split('\n')).toHaveLength(8);
  });

  it('tells of a file that could not be checked, and ends with 3', async () => {
    const names = ['untidy.parapet', 'broken.parapet'];
    const shards = { '1.x': await shard(format, 1, names), '2.x': await shard(format, 2, names) };
    const { code, out } = await merge(shards, '1.x', '2.x', '--format', format);
    expect(code).toBe(3);
    expect(out).toBe((await checked(names.toReversed(), format)).out);
    expect((await merge(shards, '1.x', '2.x')).out).toMatch(/^broken\.parapet {2}The file is not JSON/);
  });

  it('fails for gaps at or above the threshold, and not for those that a baseline has', async () => {
    const out = await shard(format, 1, ['untidy.parapet']);
    const files = { '1.x': out };
    expect((await merge(files, '1.x')).code).toBe(1);
    expect((await merge(files, '1.x', '--fail-on', 'critical')).code).toBe(0);
    const { written } = await checked(['untidy.parapet'], format, '--baseline', 'b.json', '--update-baseline');
    const world = { files: { ...FILES, 'b.json': String(written['b.json']) } };
    const known = await runIn(world, 'check', 'untidy.parapet', '--baseline', 'b.json', '--format', format);
    expect((await merge({ '1.x': known.out }, '1.x')).code).toBe(0);
  });

  it('ends with 2 for reports that share a file, and 3 for one that is cut off, spoilt or missing', async () => {
    const out = await shard(format, 1);
    const cut = out.slice(0, out.length / 2);
    const spoilt = out.replaceAll('"severity": "high"', '"severity": "awful"');
    const files = { '1.x': out, '2.x': out, 'cut.x': cut, 'spoilt.x': spoilt, 'empty.x': ' \n' };
    expect(await merge(files, '1.x', '2.x')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^The reports do not belong together\. ".*" is in more than one of them\.\n$/),
    });
    for (const [name, why] of [
      ['cut.x', /^cut\.x: It is no JSON, or cut off: /],
      ['spoilt.x', /^spoilt\.x: It is damaged or of another version of Parapet: \S+severity /],
      ['empty.x', /^empty\.x: It is empty\.\n$/],
      ['missing.x', /^missing\.x: could not be read: ENOENT/],
      ['nothing', /^nothing: there is no report\. /],
    ] as const) {
      const done = await merge(files, '1.x', name, '--output', 'all.json');
      expect(done).toMatchObject({ code: 3, out: '', written: {}, err: expect.stringMatching(why) });
    }
  });
});

describe('parapet merge-reports', () => {
  it('writes a valid SARIF log, with the files that are clean', async () => {
    const out = await shard('sarif', 1, ['untidy.parapet', 'designs']);
    const { out: text } = await merge({ '1.x': out }, '1.x', '--format', 'sarif');
    expect(validLog(text).runs[0].results.length).toBeGreaterThan(0);
  });

  it('refuses what is of two kinds, of another kind than asked for, or of another program', async () => {
    const files = {
      '1.json': await shard('json', 1),
      '2.sarif': await shard('sarif', 2),
      'other.sarif': '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Other"}}}]}',
      'object.json': '{}',
      'list.json': '[]',
      'null.json': 'null',
    };
    const said = async (...args: readonly string[]) => {
      const { code, out, err } = await merge(files, ...args);
      expect(out).toBe('');
      return `${code} ${err}`;
    };
    expect(await said('1.json', '2.sarif')).toBe(
      '2 The reports do not belong together. Some are JSON, some are SARIF.\n',
    );
    expect(await said('1.json', '--format', 'sarif')).toBe('2 Reports in json make text or json, not sarif.\n');
    expect(await said('2.sarif', '--output', 'all.json')).toBe('2 Reports in sarif make text or sarif, not json.\n');
    expect(await said('other.sarif')).toBe('3 other.sarif: It is a SARIF log of Other, not of Parapet.\n');
    for (const name of ['object.json', 'list.json', 'null.json']) {
      expect(await said(name)).toBe(
        `3 ${name}: It is no report of "parapet check --format json" or "--format sarif".\n`,
      );
    }
  });

  it('says when there is no room, and leaves nothing behind', async () => {
    const done = await merge({ '1.x': await shard('json', 1) }, '1.x', '--output', '/full/all.json');
    expect(done).toMatchObject({ code: 3, written: {}, err: expect.stringContaining('could not be written: ENOSPC') });
  });
});
