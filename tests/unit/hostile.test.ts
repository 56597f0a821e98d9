import { DOMParser } from '@xmldom/xmldom';
import { afterEach, describe, expect, it } from 'vitest';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import { HOSTILE_FILE, NAMES, TURNED } from '../support/hostileFile.ts';
import { runIn } from './cli/fakeIo.ts';

// One document that means harm, through each command and format. Goldens of each export are in tests/unit/export, the
// app itself is in tests/e2e/ui/hostile.spec.ts.

const SECOND = HOSTILE_FILE.replaceAll('"blockPublicAccess":"none"', '"blockPublicAccess":"all"');
const EVIL = 'evil\u001B[31m\u202E.parapet';
const FILES = {
  [EVIL]: HOSTILE_FILE,
  'broken\u001B[2J.parapet': '{',
  'hostile.parapet': HOSTILE_FILE,
  'second.parapet': SECOND,
};
const parapet = (...args: readonly string[]) => runIn({ files: FILES }, ...args);

/** What a terminal acts on, and what turns the words that follow. */
const ACTIVE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const lines = (text: string) => text.split(/\r?\n/);

async function written(format: string): Promise<string> {
  const { written: files, err } = await parapet('export', 'hostile.parapet', '--format', format, '--output', 'out/');
  expect(err).toMatch(/^out\/hostile\.\w+: written\n$/);
  const [content] = Object.values(files);
  return String(content);
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((globalThis as { harmed?: string }).harmed).toBeUndefined();
});

describe('the terminal', () => {
  it.each([
    ['check', 'hostile.parapet'],
    ['check', 'hostile.parapet', '--verbose'],
    ['check', EVIL, 'broken\u001B[2J.parapet', 'missing\u001B[2J.parapet'],
    ['fmt', '--check', EVIL],
    ['export', EVIL, '--output', `${EVIL}.svg`],
    ['diff', EVIL, 'second.parapet'],
    ['check', 'hostile.parapet', '--catalog', 'none\u001b[31m'],
    ['diff', 'hostile.parapet', 'second.parapet'],
    ['explain', 'hostile.parapet', 's3.block-public-access@constructor'],
    ['explain', 'hostile.parapet', 's3.block-public-access'],
    ['export', 'hostile.parapet', '--scope', 'nobody', '--output', 'a.svg'],
  ])('shows nothing that it would act on, of parapet %s %s %s', async (...args) => {
    const { out, err } = await parapet(...args);
    expect(`${out}${err}`).not.toBe('');
    expect(lines(`${out}${err}`).filter((line) => ACTIVE.test(line))).toEqual([]);
  });
});

describe('a file that is written', () => {
  it.each(['csv', 'markdown', 'html', 'svg', 'sarif'])('has nothing hidden in its %s', async (format) => {
    const text = await written(format);
    expect(lines(text).filter((line) => ACTIVE.test(line.replaceAll('\t', ' ')))).toEqual([]);
    expect(text).toMatch(/\\?_\\?_proto/);
  });

  it('is data in JSON: names as they are, control characters escaped', async () => {
    const text = await written('json');
    expect([...text].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
    for (const name of [NAMES.svg, NAMES.control, TURNED]) expect(text).toContain(JSON.stringify(name));
  });

  it('runs nothing and loads nothing as SVG', async () => {
    const root = new DOMParser().parseFromString(await written('svg'), 'image/svg+xml').documentElement;
    const all = [...(root?.getElementsByTagName('*') ?? [])];
    expect(all.length).toBeGreaterThan(100);
    const harmful = all.flatMap((element) => [
      ...(/^(script|foreignObject|iframe|animate|set|a)$/i.test(element.localName ?? '') ? [element.localName] : []),
      ...[...element.attributes].filter(
        ({ name, value }) => /^on/i.test(name) || (/href|src/i.test(name) && !/^(#|data:image\/svg\+xml)/.test(value)),
      ),
    ]);
    expect(harmful).toEqual([]);
  });

  it('has no markup of a name in its HTML', async () => {
    const html = await written('html');
    for (const name of [NAMES.script, NAMES.svg, NAMES.image]) expect(html).not.toContain(name);
    expect(html.match(/<script[\s>]/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;');
  });

  it('calculates nothing in a spreadsheet, and leads nowhere in Markdown', async () => {
    const cells = (await written('csv')).split(/[;,\n]/);
    expect(cells.filter((cell) => /^"?\s*[=+\-@]/.test(cell))).toEqual([]);
    const markdown = await written('markdown');
    expect(markdown).not.toMatch(/[^\\]\]\((?!<?https:\/\/docs\.)/);
    expect(markdown).not.toContain(NAMES.script);
  });
});

describe('a file that is read', () => {
  const file = (inside: string) => `{"format":"parapet","version":1,${inside}}`;

  it.each([
    [
      'a deep list',
      file(`"resources":[{"id":"a","service":"s3","answers":{"x":${'['.repeat(5000)}${']'.repeat(5000)}}}]`),
    ],
    ['a deep object', file(`"x":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)],
    ['a number beyond all', file('"resources":[{"id":"a","service":"s3","position":{"x":1e999,"y":0}}]')],
    ['a huge number', file('"resources":[{"id":"a","service":"s3","position":{"x":1e300,"y":0}}]')],
    ['a size of none', file('"boundaries":[{"id":"a","kind":"vpc","size":{"width":-1,"height":0}}]')],
    ['a prototype at the top', file('"__proto__":{"harmed":"top"}')],
    ['a prototype in an element', file('"resources":[{"id":"a","service":"s3","__proto__":{"harmed":"element"}}]')],
    ['a prototype in answers', file('"resources":[{"id":"a","service":"s3","answers":{"__proto__":"x"}}]')],
    ['a constructor at the top', file('"constructor":{"prototype":{"harmed":"top"}}')],
    ['a list for a name', file('"name":["a"]')],
  ])('is refused with a reason for %s', (_what, text) => {
    const parsed = parseDiagram(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.message.length).toBeGreaterThan(10);
  });

  it('is refused for a key that is there twice, with the place of the second, however it is written', () => {
    const twice = [
      file('"name":"first",\n "n\\u0061me":"last"'),
      file('\n "resources":[{"id":"a","id":"b","service":"s3"}]'),
    ];
    expect(twice.map((text) => parseDiagram(text))).toMatchObject([
      { reason: 'invalid', problems: [{ where: 'line 2, column 2', message: 'the key "name" is there twice' }] },
      { reason: 'invalid', problems: [{ where: 'line 2, column 25', message: 'the key "id" is there twice' }] },
    ]);
    // The same key in two objects is nothing odd.
    expect(parseDiagram(file('"resources":[{"id":"a","service":"s3"},{"id":"b","service":"s3"}]')).ok).toBe(true);
  });

  it('keeps names as they are, whatever they are', () => {
    const parsed = parseDiagram(HOSTILE_FILE);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parseDiagram(formatDiagram(parsed.diagram))).toEqual(parsed);
    expect(parsed.diagram.resources.map(({ name }) => name)).toEqual(
      expect.arrayContaining([NAMES.svg, NAMES.path, NAMES.prototype, NAMES.template, NAMES.link, NAMES.control]),
    );
  });
});
