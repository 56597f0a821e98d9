import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rename } from '../../../shared/diagram/edit/answer.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { syntaxErrorOffset } from '../../../shared/diagram/jsonSyntax.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';

const file = (parts: object) => JSON.stringify({ format: 'parapet', version: 1, ...parts });
const resource = (id: string, more: object = {}) => ({ id, service: 's3', ...more });

/** Where each problem is, or why the file is refused at all. */
function refusal(text: string) {
  const parsed = parseDiagram(text);
  if (parsed.ok) throw new Error('was opened');
  return { ...parsed, where: parsed.problems.map((problem) => problem.where) };
}

describe('a file that cannot be opened says why and where', () => {
  it('when it is not JSON, with line and column', () => {
    const { reason, message, where } = refusal('{\n  "format": "parapet",\n  "version": 1,,\n}');
    expect(reason).toBe('notJson');
    expect(where).toEqual(['line 3, column 16']);
    expect(message).toContain('line 3, column 16');
  });

  it.each([
    ['{"a": foo}', 'line 1, column 7'],
    ['{\n  "a": 1,\n  "b": tru\n}', 'line 3, column 8'],
    ['\n\n<html></html>', 'line 3, column 1'],
    ['{"a": [1, 2, {"b": "x\\"y"}, +3]}', 'line 1, column 29'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ["{'a': 1}", 'line 1, column 2'],
    ['{"a": 1} trailing', 'line 1, column 10'],
    ['{"a": "never closed', 'line 1, column 20'],
  ])('when it is not JSON, even if the engine keeps the place to itself: %s', (text, where) => {
    expect(refusal(text).where).toEqual([where]);
  });

  it('at the very place where a character was damaged', () => {
    const start = '{"format": "parapet", "version": 1, "list": [1, true, null, "text", -2.5e3], "deep": {"a": {}}}';
    fc.assert(
      fc.property(fc.nat(start.length - 1), (cut) => {
        const text = `${start.slice(0, cut)}\u0001${start.slice(cut)}`;
        expect(syntaxErrorOffset(start)).toBe(start.length);
        const found = syntaxErrorOffset(text);
        // A damaged word is reported where it begins; inside a string the character is not looked at.
        expect(found <= cut || found === text.length).toBe(true);
      }),
    );
  });

  it('when it breaks off in the middle, with its last line', () => {
    expect(refusal('{\n  "format": "parapet",\n').where).toEqual(['line 3, column 1']);
  });

  it('when it is empty', () => {
    expect(refusal('')).toMatchObject({ reason: 'notJson', where: ['line 1, column 1'] });
  });

  it.each(['[]', 'null', '3', '"parapet"', '{}', '{"format":"drawio","version":1}'])(
    'when it is JSON but no diagram: %s',
    (text) => expect(refusal(text)).toMatchObject({ reason: 'notParapet' }),
  );

  it('when a newer Parapet wrote it, with both versions', () => {
    const { reason, message } = refusal('{"format":"parapet","version":7,"anything":{}}');
    expect(reason).toBe('newerVersion');
    expect(message).toMatch(/version 7.*up to 1/);
  });

  it.each([0, -1, 1.5, '1', null, undefined])('when its version is %s', (version) => {
    expect(refusal(file({ version }))).toMatchObject({ reason: 'invalid', where: ['version'] });
  });

  it.each(['boundaries', 'resources', 'flows'])('when an answer of its %s has a key that cannot be kept', (list) => {
    const answered = (key: string) => `{"id":"a","service":"s3","kind":"vpc","answers":{"${key}":"x"}}`;
    const text = (key: string) => `{"format":"parapet","version":1,"${list}":[${answered(key)}]}`;
    expect(refusal(text('__proto__')).problems).toContainEqual({
      where: `${list}[0].answers`,
      message: 'has the key "__proto__", which cannot be kept',
    });
  });

  it('but keeps answers that are called like something every object has', () => {
    const answers = { constructor: 'x', toString: 'y', hasOwnProperty: 'z' };
    const parsed = parseDiagram(file({ resources: [resource('a', { answers })] }));
    expect(parsed.ok && JSON.parse(formatDiagram(parsed.diagram)).resources[0].answers).toEqual(answers);
  });

  it('when a flow ends nowhere, at a boundary, or where it began', () => {
    const flows = [
      { id: 'f1', from: 'a', to: 'gone' },
      { id: 'f2', from: 'v', to: 'a' },
      { id: 'f3', from: 'a', to: 'a' },
    ];
    const { where, problems } = refusal(
      file({ resources: [resource('a')], boundaries: [{ id: 'v', kind: 'vpc' }], flows }),
    );
    expect(where).toEqual(['flows[0].to', 'flows[1].from', 'flows[2]']);
    expect(problems[0]?.message).toContain('"gone"');
    expect(problems[1]?.message).toContain('a boundary');
  });

  it('when two elements have the same id, with both places', () => {
    const { problems } = refusal(file({ resources: [resource('a'), resource('b'), resource('a')] }));
    expect(problems).toEqual([{ where: 'resources[2].id', message: 'the id "a" is already used at resources[0].id' }]);
  });

  it('when boundaries contain each other in a circle, or something is in no boundary of the file', () => {
    const boundaries = [
      { id: 'v', kind: 'vpc', inside: 'w' },
      { id: 'w', kind: 'vpc', inside: 'v' },
    ];
    expect(refusal(file({ boundaries, resources: [resource('a', { inside: 'x' })] })).where).toEqual([
      'boundaries[0].inside',
      'boundaries[1].inside',
      'resources[0].inside',
    ]);
  });

  it('when values have the wrong type, every one of them', () => {
    const resources = [
      { id: 7, service: 's3' },
      { id: 'b', service: 's3', answers: { a: 3 } },
      { id: 'c', service: 's3', colour: 'red' },
      { id: 'd', service: 's3', position: { x: 'left', y: 0 } },
      { id: 'e' },
    ];
    const { where, problems } = refusal(file({ resources }));
    expect(where).toEqual([
      'resources[0].id',
      'resources[1].answers.a',
      'resources[2]',
      'resources[3].position.x',
      'resources[4].service',
    ]);
    expect(problems[2]?.message).toContain('"colour"');
  });

  it('when a name has 10,000 characters, without repeating them', () => {
    const { problems, message } = refusal(file({ resources: [resource('a', { name: '<script>'.repeat(1250) })] }));
    expect(problems).toEqual([{ where: 'resources[0].name', message: 'is longer than 200 characters' }]);
    expect(message.length).toBeLessThan(200);
  });

  it('when a position is beyond what a canvas can show, or no number', () => {
    const at = (x: unknown) => refusal(file({ resources: [resource('a', { position: { x, y: 0 } })] })).where;
    expect(at(1e9)).toEqual(['resources[0].position.x']);
    expect(at(null)).toEqual(['resources[0].position.x']);
  });

  it('when it is nested far too deep', () => {
    expect(refusal(`${'['.repeat(200_000)}`).reason).toBe('notJson');
  });
});

describe('a file that someone wrote by hand', () => {
  it('opens with ids, services and ends alone, and everything gets a place of its own', () => {
    const parsed = parseDiagram(
      file({ resources: [resource('a'), resource('b')], flows: [{ id: 'f', from: 'a', to: 'b' }] }),
    );
    if (!parsed.ok) throw new Error(parsed.message);
    const [first, second] = parsed.diagram.resources;
    expect(first?.position).not.toEqual(second?.position);
    expect(parsed.diagram).toMatchObject({ name: '', boundaries: [], suppressions: [], texts: [] });
  });

  it('keeps services, kinds and answers that no catalog knows', () => {
    const text = file({
      resources: [{ id: 'a', service: 'quantum-queue', answers: { spin: 'up' } }],
      boundaries: [{ id: 'b', kind: 'moon-base', answers: {} }],
    });
    const parsed = parseDiagram(text);
    expect(parsed.ok && parsed.diagram.resources[0]).toMatchObject({
      service: 'quantum-queue',
      answers: { spin: 'up' },
    });
    expect(parsed.ok && parsed.diagram.boundaries[0]).toMatchObject({ kind: 'moon-base' });
  });

  it('opens with the byte order mark that some editors write', () => {
    expect(parseDiagram(`\uFEFF${file({})}`).ok).toBe(true);
  });

  it('keeps markup in names as plain text', () => {
    const parsed = parseDiagram(file({ resources: [resource('a', { name: '<script>alert(1)</script>' })] }));
    expect(parsed.ok && parsed.diagram.resources[0]?.name).toBe('<script>alert(1)</script>');
  });
});

describe('format version 1', () => {
  const frozen = readFileSync(path.join(import.meta.dirname, '../../cases/version-1.parapet'), 'utf8');

  it('opens the way it did on the day it was fixed', () => {
    const parsed = parseDiagram(frozen);
    if (!parsed.ok) throw new Error(parsed.message);
    const { diagram } = parsed;
    expect(diagram.name).toBe('Every field of version 1');
    expect(diagram.boundaries.map(({ kind }) => kind)).toEqual(['vpc', 'private-subnet']);
    expect(diagram.resources.map(({ answers }) => answers)).toEqual([
      { encryption: 'sse-kms', versioning: true, tags: ['raw', 'gold'] },
      {},
    ]);
    expect(diagram.suppressions[0]).toMatchObject({ kind: 'riskAccepted', expiresOn: '2027-11-21', facts: '1a2b3c4d' });
  });

  it('is written today as it was then', () => {
    const parsed = parseDiagram(frozen);
    expect(parsed.ok && formatDiagram(parsed.diagram)).toBe(frozen);
  });
});

it.each(['   ', '\t\n', '\u200B\u2060', '\uFEFF', '\u3164', '\u00AD \u2800'])(
  'a name that nobody would see is none: %j',
  (name) => {
    const parsed = parseDiagram(
      file({
        name,
        resources: [resource('a', { name }), resource('b')],
        flows: [{ id: 'f', from: 'a', to: 'b', label: name }],
      }),
    );
    if (!parsed.ok) throw new Error(parsed.message);
    const { resources, flows } = parsed.diagram;
    expect([parsed.diagram.name, resources[0]?.name, flows[0]?.label]).toEqual(['', '', '']);
    expect(rename(parsed.diagram, 'a', name)).toBe(parsed.diagram);
    expect(rename(parsed.diagram, 'a', ' \u3164raw')).not.toBe(parsed.diagram);
  },
);
