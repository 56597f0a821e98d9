import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import type { Scope } from '../../../shared/export/svg/options.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';
import { runIn, TODAY } from './fakeIo.ts';

const catalog = await shippedCatalog();
const [sample = ''] = samplePaths().map((file) => readFileSync(file, 'utf8'));

const NAMES = JSON.stringify({
  format: 'parapet',
  version: 1,
  boundaries: [
    { id: 'v', kind: 'vpc', name: 'shared' },
    { id: 'w', kind: 'vpc', name: 'Other' },
  ],
  resources: [
    { id: 'a', service: 's3', name: 'raw' },
    { id: 'b', service: 's3', name: 'raw' },
    { id: 'c', service: 'kms', name: 'shared' },
    { id: 'd', service: 'kms', name: 'one, two' },
    { id: 'e', service: 'kms', name: 'all' },
    { id: 'raw', service: 'kms', name: '\u001b[31mhostile' },
  ],
  flows: [{ id: 'f', from: 'a', to: 'd', label: 'copy' }],
});

const FILES = { 'design.parapet': sample, 'names.parapet': NAMES, 'empty.parapet': '{"format":"parapet","version":1}' };
const exported = (file: string, ...args: readonly string[]) =>
  runIn({ files: FILES }, 'export', `${file}.parapet`, '--output', '-', ...args);

/** The picture that the app draws of a part. */
function picture(file: 'design' | 'names', scope: Scope): string {
  const parsed = parseDiagram(FILES[`${file}.parapet`]);
  if (!parsed.ok) throw new Error(parsed.message);
  const report = validate(parsed.diagram, catalog, TODAY);
  const input = { diagram: parsed.diagram, report, catalog, date: TODAY, icons: shippedIcons() };
  return exportSvg({ ...input, scope });
}

describe('parapet export --scope', () => {
  const { boundaries, resources, flows } = JSON.parse(sample);
  const [{ id: boundary, name: boundaryName }] = boundaries.slice(2);
  const [first, second] = resources;

  it('shows one boundary, by id or by name in whatever case, as the app does', async () => {
    const wanted = picture('design', { kind: 'boundary', id: boundary });
    for (const word of [boundary, boundaryName, boundaryName.toUpperCase()]) {
      expect(await exported('design', '--scope', word)).toMatchObject({ code: 0, out: wanted });
    }
  });

  it('shows a list of elements with commas or by naming the option again, as the app shows what is selected', async () => {
    const ids = [first.id, second.id, flows[0].id];
    const wanted = picture('design', { kind: 'elements', ids });
    expect((await exported('design', '--scope', ids.join(', '))).out).toBe(wanted);
    const again = ['--scope', first.name, '--scope', second.name, '--scope', flows[0].id];
    expect((await exported('design', ...again)).out).toBe(wanted);
  });

  it('shows everything for "all", also where an element is called that; its id leads to it', async () => {
    const whole = (await exported('names')).out;
    expect(whole).toContain('parapet-diagram');
    expect((await exported('names', '--scope', 'all')).out).toBe(whole);
    expect((await exported('names', '--scope', 'e')).out).toBe(picture('names', { kind: 'elements', ids: ['e'] }));
  });

  it('takes a name with a comma as it is, and an id before a name', async () => {
    const two = await exported('names', '--scope', 'one, two');
    expect(two.out).toBe(picture('names', { kind: 'elements', ids: ['d'] }));
    expect((await exported('names', '--scope', 'raw')).out).toBe(picture('names', { kind: 'elements', ids: ['raw'] }));
    expect((await exported('names', '--scope', 'copy')).out).toBe(picture('names', { kind: 'elements', ids: ['f'] }));
  });

  it('ends with 2 for a name of several, and lists them with their ids, whatever they are called', async () => {
    expect(await exported('names', '--scope', 'shared')).toEqual(
      expect.objectContaining({
        code: 2,
        out: '',
        err:
          'names.parapet: 2 elements are called "shared". Name one by its id:\n' +
          '  boundary shared (vpc), id v\n  resource shared (kms), id c\n',
      }),
    );
    expect((await exported('names', '--scope', 'RAW')).err).toMatch(/resource raw \(s3\), id a\n.*, id b\n$/);
  });

  it('ends with 2 for a name of none, and lists those that are like it, or all', async () => {
    const like = await exported('names', '--scope', 'v,sha');
    expect(like).toMatchObject({ code: 2, out: '' });
    expect(like.err).toBe(
      'names.parapet: No element has the name or the id "sha". There are:\n' +
        '  boundary shared (vpc), id v\n  resource shared (kms), id c\n',
    );
    const { err } = await exported('names', '--scope', 'nothing');
    expect(err.split('\n')).toHaveLength(11);
    expect(err).toContain('resource \uFFFD[31mhostile (kms), id raw\n');
    expect((await exported('empty', '--scope', 'x')).err).toBe(
      'empty.parapet: No element has the name or the id "x". There are none.\n',
    );
    expect((await exported('design', '--scope', 'nothing')).err).toMatch(/\n {2}… and \d+ more\n$/);
  });

  it('is refused for formats that would tell of the whole diagram', async () => {
    const { code, err, written } = await runIn(
      { files: FILES },
      'export',
      'design.parapet',
      '--format',
      'svg,html,json',
      '--output',
      'out',
      '--scope',
      boundary,
    );
    expect({ code, written }).toEqual({ code: 2, written: {} });
    expect(err).toBe('--scope is for svg, png, pdf; html, json would tell of the whole diagram.\n');
  });
});

describe('the format of an output', () => {
  it('follows from the name of the file, unless it is asked for', async () => {
    const of = async (...args: readonly string[]) =>
      Object.values((await runIn({ files: FILES }, ...args)).written).map((data) => String(data).slice(0, 10));
    expect(await of('export', 'names.parapet', '--output', 'a.SARIF')).toEqual(['{\n  "$sche']);
    expect(await of('export', 'names.parapet', '--output', 'a.strange')).toEqual(['<?xml vers']);
    expect(await of('export', 'names.parapet', '--output', 'a.svg', '--format', 'markdown')).toEqual(['# Untitled']);
    expect(await of('check', 'names.parapet', '--output', 'a.json')).toEqual(['{\n  "forma']);
    expect(await of('check', 'names.parapet', '--output', 'a.txt')).toEqual(['names.para']);
  });
});
