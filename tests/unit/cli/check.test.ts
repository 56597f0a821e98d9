import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GitAnswer } from '../../../cli/io.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { CSV_HEADER, csvRows } from '../../../shared/export/csv.ts';
import { toHtml } from '../../../shared/export/html/toHtml.ts';
import { toJsonReport } from '../../../shared/export/json.ts';
import { toMarkdown } from '../../../shared/export/markdown.ts';
import { joinSarif, toSarifPart } from '../../../shared/export/sarif.ts';
import { standardsOf } from '../../../shared/validate/standards.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';
import { runIn, TODAY } from './fakeIo.ts';

const catalog = await shippedCatalog();
const samples = Object.fromEntries(
  samplePaths().map((file) => [`designs/${path.basename(file)}`, readFileSync(file, 'utf8')]),
);
const stream = (...names: readonly string[]) =>
  JSON.stringify({
    format: 'parapet',
    version: 1,
    resources: names.map((name) => ({ id: name, service: 'kinesis-data-streams', name })),
  });
const FILES = {
  ...samples,
  'designs/zz.parapet': '{',
  'one.parapet': stream('one'),
  'two.parapet': stream('one', 'two'),
};
const check = (...args: readonly string[]) => runIn({ files: FILES }, 'check', ...args);
const withBaseline = (text: string, ...args: readonly string[]) =>
  runIn({ files: { ...FILES, 'ci/baseline.json': text } }, 'check', ...args, '--baseline', 'ci/baseline.json');

/** What the exports are made of, for every sample. */
const inputs = Object.entries(samples).map(([name, text]) => {
  const parsed = parseDiagram(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const report = validate(parsed.diagram, catalog, TODAY);
  return { diagram: parsed.diagram, catalog, report, date: TODAY, standard: null, file: { name, text } };
});

describe('check of a folder', () => {
  it('streams the SARIF log that joins all files, byte for byte, with the broken one as a notification', async () => {
    const { out } = await check('designs', '--format', 'sarif');
    const { problem } = JSON.parse((await check('designs/zz.parapet', '--format', 'json')).out).files[0];
    const unread = [{ file: 'designs/zz.parapet', message: problem.message }];
    const parts = inputs.map((input) => toSarifPart(input));
    expect(out).toBe(joinSarif(parts, { catalog, date: TODAY, unread }));
    const none = await check('designs/zz.parapet', '--format', 'sarif');
    expect(none.out).toBe(joinSarif([], { catalog, date: TODAY, unread }));
  });

  it('gives one table with one heading', async () => {
    const { out } = await check('designs', '--format', 'csv');
    expect(out).toBe(CSV_HEADER + inputs.map(csvRows).join(''));
  });

  it('streams the JSON of one run on all files, byte for byte, with the broken one among them', async () => {
    const { code, out } = await check('designs', '--format', 'json', '--standard', 'fsbp');
    expect(code).toBe(3);
    const all = inputs.map(({ diagram, report, file }) => ({ file: file.name, diagram, report }));
    const { problem } = JSON.parse(out).files.at(-1);
    expect(problem.reason).toBe('notJson');
    const fsbp = standardsOf(catalog).find(({ id }) => id === 'fsbp');
    const whole = toJsonReport([...all, { file: 'designs/zz.parapet', problem }], catalog, TODAY, fsbp);
    expect(out).toBe(`${JSON.stringify(whole, null, 2)}\n`);
  });

  it('gives valid JSON without any file, and without any that could be read', async () => {
    const broken = await check('designs/zz.parapet', '--format', 'json');
    expect(JSON.parse(broken.out)).toMatchObject({ findings: [], summary: { gap: 0 } });
    expect(broken.out).toBe(`${JSON.stringify(JSON.parse(broken.out), null, 2)}\n`);
    const none = await check('nothing-here', '--format', 'json');
    expect(none).toMatchObject({ code: 3, err: expect.stringContaining('nothing-here: there is no diagram') });
    expect(none.out).toBe(`${JSON.stringify(JSON.parse(none.out), null, 2)}\n`);
  });

  it('says the same with threads as without, and adds up at the end of the text', async () => {
    const alone = await check('designs', '--jobs', '1');
    const together = await check('designs', '--jobs', '3');
    expect(together).toMatchObject({ out: alone.out, err: alone.err, code: alone.code, threads: 3 });
    expect(alone.out).toMatch(/\n4 diagrams · 1 could not be checked · \d+ gaps: /);
  });

  it('shows progress on many files only, and clears it before it says anything', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`m/${i}.parapet`, stream('one')]));
    const { shown, threads } = await runIn({ files: many }, 'check', 'm');
    expect(threads).toBe(2);
    expect(shown).toContain('20 of 40 diagrams');
    expect(shown.at(-1)).toBe('');
    expect((await check('designs')).shown).toEqual([]);
  });

  it('is covered once by all shards together', async () => {
    const files: string[] = [];
    for (const i of [1, 2, 3]) {
      const { out } = await check('designs', '--format', 'json', '--shard', `${i}/3`);
      files.push(...JSON.parse(out).files.map(({ file }: { file: string }) => file));
    }
    expect(files.sort()).toEqual([...Object.keys(samples), 'designs/zz.parapet'].sort());
    for (const wrong of ['0/3', '4/3', '1', 'a/b']) expect((await check('designs', '--shard', wrong)).code).toBe(2);
  });
});

describe('check --output', () => {
  it('writes several formats at once: what all diagrams share as one file, and a page for each', async () => {
    const { code, out, written } = await check(
      'designs',
      '--format',
      'text,json',
      '--format',
      'svg',
      '--output',
      'rep',
    );
    expect({ code, out }).toEqual({ code: 3, out: '' });
    const pages = Object.keys(samples).map((file) => `rep/${file.replace('.parapet', '.svg')}`);
    expect(Object.keys(written).sort()).toEqual([...pages, 'rep/parapet.json', 'rep/parapet.txt'].sort());
    expect(written['rep/parapet.json']).toBe((await check('designs', '--format', 'json')).out);
  });

  it('links the picture in Markdown to the one beside it, and gives each diagram an HTML page', async () => {
    const { written } = await check('designs', '--format', 'svg,markdown,html', '--output', 'rep/');
    for (const { file, ...input } of inputs) {
      const picture = file.name.replace('.parapet', '.svg');
      expect(written['rep/parapet.md']).toContain(toMarkdown({ file, ...input }, { picture }));
      expect(written[`rep/${file.name.replace('.parapet', '.html')}`]).toBe(toHtml({ file, ...input }, shippedIcons()));
    }
    const alone = await check('one.parapet', '--format', 'markdown');
    expect(alone.out).toMatch(/^# /);
    expect(alone.out).not.toContain('![');
  });

  it('says of a picture that is too large to be a PNG what to do, and writes the others', async () => {
    const wide = JSON.stringify({
      format: 'parapet',
      version: 1,
      resources: [
        { id: 'a', service: 's3', position: { x: 0, y: 0 } },
        { id: 'b', service: 's3', position: { x: 100_000, y: 100_000 } },
      ],
    });
    const files = { ...FILES, 'wide.parapet': wide };
    const args = ['--format', 'png', '--output', 'out', '--scale', '1'] as const;
    const { code, err, written } = await runIn({ files }, 'check', 'one.parapet', 'wide.parapet', ...args);
    expect(code).toBe(3);
    expect(err).toMatch(
      /out\/wide\.png: could not be written: the PNG would have .* pixels; use a smaller --scale or SVG\./,
    );
    expect(Object.keys(written)).toEqual(['out/one.png']);
    const exported = await runIn({ files }, 'export', 'wide.parapet', '--format', 'png', '--output', 'w.png');
    expect(exported).toMatchObject({
      code: 3,
      written: {},
      err: expect.stringContaining('w.png: could not be written'),
    });
    const several = ['--format', 'png,svg,pdf', '--tiles', 'full', '--output', 'out'] as const;
    const some = await runIn({ files }, 'export', 'wide.parapet', ...several);
    expect(some.code).toBe(3);
    expect(Object.keys(some.written)).toEqual(['out/wide.svg']);
    expect(some.err).toMatch(
      /out\/wide\.pdf: could not be written: the picture would take \d+ sheets, and 100 are the most/,
    );
  });

  it('takes a file for one format', async () => {
    const { code, out, written } = await check('one.parapet', '--format', 'json', '--output', 'deep/report.json');
    expect({ code, out, names: Object.keys(written) }).toEqual({ code: 1, out: '', names: ['deep/report.json'] });
  });

  it.each([
    ['several formats on standard output', ['--format', 'json,text']],
    ['several formats into what looks like a file of one', ['--format', 'json,svg', '--output', 'report.json']],
    ['pages of several diagrams on standard output', ['--format', 'svg']],
    ['a file that exists', ['--output', 'two.parapet.bak']],
    ['a diagram', ['--format', 'json', '--output', 'one.parapet', '--force']],
    ['a new diagram', ['--format', 'json', '--output', 'new.parapet']],
  ])('refuses %s, and writes nothing', async (_, args) => {
    const files = { ...FILES, 'two.parapet.bak': 'mine' };
    const { code, out, written, err } = await runIn({ files }, 'check', 'one.parapet', 'two.parapet', ...args);
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: {} });
    expect(err).not.toBe('');
  });

  it('replaces a file that exists when it is told to', async () => {
    const files = { ...FILES, 'r.json': 'old' };
    const args = ['check', 'one.parapet', '--format', 'json', '--output', 'r.json'] as const;
    expect((await runIn({ files }, ...args)).err).toBe(
      'r.json: It exists already; --force replaces it. Nothing was written.\n',
    );
    expect((await runIn({ files }, ...args, '--force')).written['r.json']).toContain('parapet-report');
  });

  it('ends with 3 and a word when there is no room, and still judges the rest', async () => {
    const { code, err } = await check('one.parapet', '--format', 'json', '--output', '/full/r.json');
    expect(code).toBe(3);
    expect(err).toContain('/full/r.json: could not be written: ENOSPC');
  });
});

describe('check --baseline', () => {
  it('fails for new gaps only, once it has been written', async () => {
    const made = await runIn(
      { files: FILES },
      'check',
      'one.parapet',
      '--baseline',
      'ci/baseline.json',
      '--update-baseline',
    );
    expect(made.code).toBe(0);
    const text = String(made.written['ci/baseline.json']);
    expect(Object.keys(JSON.parse(text).files)).toEqual(['../one.parapet']);
    const same = await withBaseline(text, 'one.parapet');
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toMatch(/gaps? of the baseline not shown/);
    const verbose = await withBaseline(text, 'one.parapet', '--verbose');
    expect(verbose.out).toContain('(known)');
    const moved = await withBaseline(
      text.replaceAll('../one.parapet', '../two.parapet'),
      'two.parapet',
      '--format',
      'json',
    );
    expect(moved.code).toBe(1);
    const findings: { baseline?: string; outcome: string; element: { id: string } }[] = JSON.parse(moved.out).findings;
    for (const { baseline, outcome, element } of findings) {
      expect(baseline).toBe(outcome !== 'gap' ? undefined : element.id === 'one' ? 'known' : 'new');
    }
  });

  it('reports entries that are no gaps any more, and takes them out when it is updated', async () => {
    const text = JSON.stringify({
      format: 'parapet-baseline',
      version: 1,
      files: { '../one.parapet': ['gone.control@one'], '../gone.parapet': ['a@b'], '../two.parapet': ['kept@x'] },
    });
    const { err, code } = await withBaseline(text, 'one.parapet');
    expect(code).toBe(1);
    expect(err).toContain('2 no gaps any more');
    expect(err).toContain('one.parapet: gone.control@one');
    expect(err).toContain('../gone.parapet: the file is gone');
    const { written } = await withBaseline(text, 'one.parapet', '--update-baseline');
    const next = JSON.parse(String(written['ci/baseline.json']));
    expect(Object.keys(next.files)).toEqual(['../one.parapet', '../two.parapet']);
    expect(next.files['../one.parapet']).not.toContain('gone.control@one');
  });

  it('ends with 3 when it is missing or is none, and with 2 when there is nothing to update', async () => {
    expect((await check('one.parapet', '--baseline', 'no.json')).err).toContain('--update-baseline makes it');
    expect((await withBaseline('{}', 'one.parapet')).code).toBe(3);
    expect((await check('one.parapet', '--update-baseline')).code).toBe(2);
  });
});

describe('check --changed-since', () => {
  const git =
    (changed: string, others = '') =>
    ([verb = '', ...rest]: readonly string[]): GitAnswer => {
      if (rest.some((word) => word.startsWith('nowhere'))) return { ok: false, why: 'fatal' };
      const answers: Record<string, string> = { diff: changed, 'ls-files': others, 'merge-base': 'abc\n' };
      return { ok: true, stdout: answers[verb] ?? (rest.includes('--show-toplevel') ? '/here\n' : 'abc\n') };
    };
  const since = (world: ReturnType<typeof git>, revision = 'main') =>
    runIn(
      { files: FILES, git: world },
      'check',
      'one.parapet',
      'two.parapet',
      '--changed-since',
      revision,
      '--format',
      'json',
    );

  it('checks only what git says has changed, and what git does not follow yet', async () => {
    const names = async (world: ReturnType<typeof git>) =>
      JSON.parse((await since(world)).out).files.map(({ file }: { file: string }) => file);
    expect(await names(git('two.parapet\0other.txt\0'))).toEqual(['two.parapet']);
    expect(await names(git('', 'one.parapet\0'))).toEqual(['one.parapet']);
  });

  it('ends with 0 and a word when no diagram has changed', async () => {
    expect(await since(git(''))).toMatchObject({ code: 0, err: 'No diagram has changed since main.\n' });
  });

  it('ends with 2 for a revision that git does not know, and where there is no git', async () => {
    expect(await since(git(''), 'nowhere')).toMatchObject({ code: 2, out: '' });
    const { code, err } = await check('one.parapet', '--changed-since', 'main');
    expect(code).toBe(2);
    expect(err).toContain('git is not installed');
  });
});

describe('check --quiet and --verbose', () => {
  it('quiet says nothing of what does not fail, verbose also says sources and decisions', async () => {
    expect(await check('one.parapet', '--quiet', '--fail-on', 'critical')).toMatchObject({ code: 0, out: '' });
    const quiet = await check('one.parapet', '--quiet');
    expect(quiet.out).not.toContain('NOT ANSWERED');
    const verbose = await check('designs/clickstream-iot.parapet', '--verbose');
    expect(verbose.out).toContain('https://docs.aws.amazon.com/');
    expect(verbose.out).toMatch(/\nDECISIONS \(\d+\)\n/);
    expect((await check('designs/clickstream-iot.parapet')).out).toMatch(/\n\d+ decisions?: \d+ in force/);
    expect((await check('one.parapet', '--quiet', '--verbose')).code).toBe(2);
  });
});
