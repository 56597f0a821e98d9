import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import shipped from 'virtual:parapet-catalog';
import { afterEach, describe, expect, it } from 'vitest';
import { servicesText, serviceText } from '../../../cli/catalogText.ts';
import { painter } from '../../../cli/paint.ts';
import { readOwnCatalogFolder } from '../../../electron/files/readCatalogFolder.ts';
import { type CatalogFile, parseCatalog } from '../../../shared/catalog/parse.ts';
import { findFlaws } from '../../../shared/catalog/quality.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { iconFileName } from '../../../shared/export/icon.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedIconFiles } from '../../support/shipped.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../docs/own-catalog-example');
const example = (await readOwnCatalogFolder(EXAMPLE)).files;

function withOwn(own: readonly CatalogFile[]) {
  const parsed = parseCatalog(own, shipped);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.catalog;
}

const problemsOf = (own: readonly CatalogFile[]) => {
  const parsed = parseCatalog(own, shipped);
  return parsed.ok ? [] : parsed.problems.map(({ file, path: at, message }) => `${file} ${at}: ${message}`);
};

function reportOn(own: readonly CatalogFile[], resources: readonly object[], flows: readonly object[] = []) {
  const parsed = parseDiagram(JSON.stringify({ format: 'parapet', version: 1, resources, flows }));
  if (!parsed.ok) throw new Error(parsed.message);
  return validate(parsed.diagram, withOwn(own), '2026-11-22');
}

const exampleService = example.find(({ path: at }) => at === 'services/feature-store.json')?.content as object;
const ownService = (more: object): CatalogFile => ({
  path: 'services/mine.json',
  content: { ...exampleService, ...more },
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files: path → text, or null for a folder. */
function folderWith(files: Readonly<Record<string, string | Uint8Array | null>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'parapet-own-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    const at = path.join(root, name);
    mkdirSync(text === null ? at : path.dirname(at), { recursive: true });
    if (text !== null) writeFileSync(at, text);
  }
  return root;
}

/** What reading a folder with these files says is wrong, as one line each. */
async function readingProblems(files: Readonly<Record<string, string | Uint8Array | null>>) {
  const { problems } = await readOwnCatalogFolder(folderWith(files));
  return problems.map(({ file, path: at, message }) => `${file} ${at}: ${message}`);
}

const override = (...overrides: readonly object[]): CatalogFile => ({
  path: 'overrides/mine.json',
  content: { overrides },
});

describe('an own catalog', () => {
  it('adds a service, a pair and a control of its own, and has no flaw in the example of the docs', () => {
    const report = reportOn(
      example,
      [
        { id: 'fn', service: 'lambda' },
        { id: 'features', service: 'feature-store', answers: { singleSignOn: false } },
        { id: 'bucket', service: 's3' },
      ],
      [{ id: 'write', from: 'fn', to: 'features', answers: { secretStorage: 'inline' } }],
    );
    const gaps = report.findings.filter(({ outcome }) => outcome === 'gap').map(({ key }) => key);
    expect(gaps).toContain('feature-store.single-sign-on@features');
    expect(gaps).toContain('flow.secret@write');
    expect(gaps).toContain('acme.bucket-outside-account@bucket');
    const flaws = new Set(findFlaws(withOwn([])).map(({ where }) => where));
    expect(findFlaws(withOwn(example)).filter(({ where }) => !flaws.has(where))).toEqual([]);
  });

  it('changes a severity and switches a control off, and says so with the reason', () => {
    const resources = [
      { id: 'stream', service: 'kinesis-data-streams' },
      { id: 'fn', service: 'lambda' },
    ];
    const report = reportOn(example, resources);
    const stream = report.findings.find(({ key }) => key === 'kinesis-data-streams.encrypt-at-rest@stream');
    expect(stream?.compiled.control.severity).toBe('critical');
    expect(stream?.compiled.override?.reason).toBe('Our streams carry personal data.');
    const onFunction = (own: readonly CatalogFile[]) =>
      reportOn(own, resources)
        .elements.get('fn')
        ?.assessments.map(({ compiled }) => compiled.control.id) ?? [];
    expect(onFunction([])).toContain('lambda.code-signing');
    expect(onFunction(example)).not.toContain('lambda.code-signing');
    expect(
      withOwn(example)
        .overrides.map(({ control }) => control)
        .sort(),
    ).toEqual(['kinesis-data-streams.encrypt-at-rest', 'lambda.code-signing']);
  });

  it('changes a severity for all pairs, also where a pair has one of its own', () => {
    const catalog = withOwn([
      override({ control: 'flow.role', severity: 'info', reason: 'Roles are reviewed elsewhere.' }),
    ]);
    const found = catalog.pairs.flatMap(({ entry }) =>
      entry.controls.filter(({ control }) => control.id === 'flow.role').map(({ control }) => control.severity),
    );
    expect(new Set(found)).toEqual(new Set(['info']));
  });

  it('is refused with file, path and the value that is there', () => {
    expect(problemsOf([override({ control: 's3.versioning', severity: 'urgent', reason: 'x' })])).toEqual([
      expect.stringMatching(/^overrides\/mine\.json overrides\.0\.severity: .*critical.*; it is "urgent"$/),
    ]);
    expect(problemsOf([override({ control: 's3.nothing', off: true, reason: 'x' })])).toEqual([
      'overrides/mine.json overrides.0.control: unknown control "s3.nothing"',
    ]);
    expect(problemsOf([override({ control: 's3.versioning', off: true })])[0]).toContain('reason');
    expect(problemsOf([override({ control: 's3.versioning', reason: 'x' })])[0]).toContain(
      'needs either severity or off',
    );
    const addition = (content: object): CatalogFile => ({ path: 'additions/a.json', content });
    expect(problemsOf([addition({ service: 'quantum-queue' })])).toEqual([
      'additions/a.json service: unknown service "quantum-queue"',
    ]);
    const versioning = { id: 'versioning', type: 'boolean', label: 'Again' };
    expect(problemsOf([addition({ service: 's3', properties: [versioning] })])).toEqual([
      'additions/a.json properties.0.id: "s3" already has a property "versioning"',
    ]);
    expect(problemsOf([addition({ service: 's3', boundary: 'vpc' })])[0]).toContain('needs either service or boundary');
  });

  it('that is not there, or is empty, is a problem and not an empty catalog', async () => {
    const gone = await readOwnCatalogFolder(path.join(EXAMPLE, 'no-such-folder'));
    expect(gone.problems[0]?.message).toContain('cannot be read');
    const empty = await readOwnCatalogFolder(path.join(EXAMPLE, 'services'));
    expect(empty.problems[0]?.message).toContain('no JSON file in any of services, boundaries');
  });
});

describe('a clash of an own catalog with the one that ships', () => {
  const shippedValue = (id: string) => shipped.services.find(({ value }) => value.id === id)?.value;

  it('is said once, at the own file, with what to do instead', () => {
    const there = 'is already in the catalog that ships';
    expect(problemsOf([{ path: 'services/s3.json', content: shippedValue('s3') }])).toEqual([
      `services/s3.json id: the service "s3" ${there}: use additions/ to add to it`,
    ]);
    expect(problemsOf([ownService({ id: 's3' })])).toEqual([
      `services/mine.json id: the service "s3" ${there}: use additions/ to add to it`,
    ]);
    const topic = shipped.topics[0]?.value;
    expect(problemsOf([{ path: 'flow-controls/x.json', content: topic }])).toEqual([
      `flow-controls/x.json id: the flow topic "${topic?.id}" ${there}: give yours another id`,
    ]);
    const control = shippedValue('s3')?.controls[0];
    expect(problemsOf([{ path: 'additions/x.json', content: { service: 's3', controls: [control] } }])).toEqual([
      `additions/x.json controls.0.id: the control "${control?.id}" ${there}: use overrides/ to change its severity or to switch it off`,
    ]);
    const flows = shipped.flows.find(({ value }) => value.from === 'lambda')?.value;
    const pair = problemsOf([{ path: 'flows/x.json', content: { from: 'lambda', flows: [flows?.flows[0]] } }]);
    expect(pair).toEqual([
      `flows/x.json flows.0: the pair "lambda → ${flows?.flows[0]?.to}" ${there}: rules can be added only for pairs that have none`,
    ]);
  });

  it('with another own file names that file', () => {
    const again = [ownService({}), { path: 'services/other.json', content: exampleService }];
    expect(problemsOf(again)).toEqual([
      'services/other.json id: the service "feature-store" is already in services/mine.json',
    ]);
  });

  it('that only shows in a file that ships is a problem of the own file it comes from', () => {
    // Rules for any service read the first property of a name: one of another type does not go with them.
    const properties = [{ id: 'keyPolicy', type: 'date', label: 'Key policy since' }];
    const addition = { path: 'additions/a.json', content: { service: 'active-directory', properties } };
    const harmless = override({ control: 's3.versioning', off: true, reason: 'x' });
    expect(problemsOf([harmless, addition])).toEqual([
      expect.stringMatching(
        /^additions\/a\.json : does not go with the catalog that ships: there, \S+\.json \S+ .*keyPolicy/,
      ),
    ]);
  });
});

describe('the folder of an own catalog', () => {
  const good = { 'names/x.json': JSON.stringify({ names: [] }) };

  it('has a problem for every file that lies where nobody reads it', async () => {
    const problems = await readingProblems({
      ...good,
      'service/a.json': '{}',
      'service/b.json': '{}',
      'rules/c.json': '{}',
      'services/other.yaml': 'id: x',
      'services/upper.JSON': '{}',
      'services/sub/deep.json': '{}',
      'stray.json': '{}',
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^rules\/ : holds JSON, but no catalog has a folder of this name.*; a catalog has services,/,
      ),
      'service/ : holds JSON, but no catalog has a folder of this name, so nothing in it is read: did you mean "services"?',
      'services/other.yaml : is not read: the files of a catalog are JSON and their names end in .json',
      'services/sub/deep.json : is too deep, so it is not read: put it into services/ itself',
      'services/upper.JSON : is not read: the files of a catalog are JSON and their names end in .json',
      expect.stringMatching(/^stray\.json : is in no folder/),
    ]);
  });

  it('may have what people and tools lay beside a catalog', async () => {
    const beside = {
      'README.md': 'x',
      LICENSE: 'x',
      '.gitignore': 'x',
      '.git/config.json': '{}',
      'services/README.md': 'x',
      'services/.DS_Store': 'x',
      'package.json': '{}',
      'node_modules/a/package.json': '{}',
      'schema/service.schema.json': '{}',
      'docs/notes.txt': 'x',
      'docs/deep/er/still/a.json': '{}',
      notes: null,
    };
    expect(await readingProblems({ ...good, ...beside })).toEqual([]);
  });

  it('says in sentences what cannot be read, with line and column for what is not JSON', async () => {
    const problems = await readingProblems({
      'services/broken.json': '{\n  "id": "x",\n  "name" "y"\n}',
      'services/cut.json': '{ "id": ',
      'services/folder.json': null,
      'services/latin.json': new Uint8Array([0x22, 0xe4, 0x22]),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^services\/broken\.json line 3, column 10: is not JSON: \S/),
      expect.stringMatching(/^services\/cut\.json line 1, column 9: is not JSON: \S/),
      'services/folder.json : cannot be read: it is a folder. Put a file there',
      'services/latin.json : cannot be read: it is not UTF-8. Save it as UTF-8 text',
    ]);
    const [file] = (await readOwnCatalogFolder(path.join(folderWith(good), 'names/x.json'))).problems;
    expect(file?.message).toBe('the folder cannot be read: it is a file. Name the folder it is in');
    const [gone] = (await readOwnCatalogFolder('/nope')).problems;
    expect(gone?.message).toBe('the folder cannot be read: there is none. Check the path');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not be read', async () => {
    const root = folderWith({ ...good, services: null });
    chmodSync(path.join(root, 'services'), 0);
    const { problems } = await readOwnCatalogFolder(root);
    chmodSync(path.join(root, 'services'), 0o700);
    expect(problems).toEqual([
      { file: 'services', path: '', message: 'the folder cannot be read: you may not read it. Check its permissions' },
    ]);
  });
});

describe('a text of an own catalog', () => {
  it('may not hold characters that a terminal acts on, and messages write them out', () => {
    for (const bad of ['a\u001b[31m', 'a\u0000', 'a\u202eb', 'a\u2066b', 'a\u009b', 'a\nb']) {
      const [problem = '', ...more] = problemsOf([ownService({ name: bad })]);
      expect(more).toEqual([]);
      expect(problem).toMatch(/^services\/mine\.json name: may not hold control characters, nor those that change/);
      expect(problem).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }
    expect(problemsOf([ownService({ summary: 'One line.\nAnother.' })])).toEqual([]);
    expect(problemsOf([ownService({ summary: 'One.\u001bc' })])).toHaveLength(1);
    const inKey = problemsOf([ownService({ 'x\u202e': 1 })]);
    expect(inKey).toEqual([expect.stringContaining('unknown key "x\\u202e"')]);
  });

  it('reaches a terminal without them even if a catalog were built in another way', () => {
    const catalog = withOwn([]);
    const entry = catalog.services.get('s3');
    if (!entry) throw new Error('no s3');
    const bad = { ...entry, service: { ...entry.service, name: 'S\u001b[31m\u202e3', summary: 'a\u0000b' } };
    const plain = painter(false);
    const text = serviceText(bad, plain) + servicesText({ ...catalog, services: new Map([['s3', bad]]) }, plain);
    expect(text).toContain('S\ufffd[31m\ufffd3');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  });

  it('has a length that fits where it is shown', () => {
    const of = (length: number) => 'x'.repeat(length);
    expect(problemsOf([ownService({ name: of(80), shortName: of(32) })])).toEqual([]);
    const [name, shortName] = problemsOf([ownService({ name: of(81), shortName: of(33) })]);
    expect(name).toContain('services/mine.json name: must have at most 80 characters, and has 81;');
    expect(shortName).toContain('shortName: must have at most 32 characters, and has 33;');
    const control = (exampleService as { controls: object[] }).controls[0];
    const texts = { title: of(121), gap: of(1001), why: of(1001), remediation: of(1001) };
    const problems = problemsOf([ownService({ controls: [{ ...control, ...texts }] })]);
    expect(problems.map((each) => each.slice(0, each.indexOf(',')))).toEqual([
      'services/mine.json controls.0.title: must have at most 120 characters',
      'services/mine.json controls.0.gap: must have at most 1000 characters',
      'services/mine.json controls.0.why: must have at most 1000 characters',
      'services/mine.json controls.0.remediation: must have at most 1000 characters',
    ]);
  });
});

describe('an icon of an own catalog', () => {
  const shipping = [...new Set([...shipped.services, ...shipped.boundaries].map(({ value }) => value.icon))];

  it('is one that ships', () => {
    expect(problemsOf([ownService({ icon: shipping[0] })])).toEqual([]);
    for (const icon of ['aws:Nope', 'tabler:no-such-thing']) {
      expect(problemsOf([ownService({ icon })])).toEqual([
        expect.stringContaining(`services/mine.json icon: there is no icon "${icon}"`),
      ]);
    }
  });

  it('is in the list of the documentation, which is that of the files', () => {
    expect(shipping.map(iconFileName).sort()).toEqual(Object.keys(shippedIconFiles()).sort());
    const guide = readFileSync(path.join(EXAMPLE, '../own-catalog.md'), 'utf8');
    const listed = [...guide.slice(guide.indexOf('## Icons')).matchAll(/`([A-Za-z0-9:-]+)`/g)].map((match) => match[1]);
    expect(listed.filter((name) => name !== 'icon').sort()).toEqual(shipping.sort());
  });
});

describe('an override to the severity that a control has', () => {
  const flawsOf = (own: readonly CatalogFile[]) =>
    findFlaws(withOwn(own)).map(({ where, message }) => `${where}: ${message}`);

  it('is a flaw and no change', () => {
    const control = shipped.services.find(({ value }) => value.id === 's3')?.value.controls[0];
    const same = [override({ control: control?.id, severity: control?.severity, reason: 'x' })];
    expect(withOwn(same).overrides).toEqual([]);
    expect(flawsOf(same)).toEqual([
      `${control?.id}: the override to ${control?.severity} changes nothing: that is its severity already`,
    ]);
  });

  it('is a change where a pair of services has another', () => {
    const [need] = shipped.flows.flatMap(({ value }) =>
      value.flows.flatMap(({ requires }) => requires.filter(({ severity }) => severity !== undefined)),
    );
    const control = shipped.topics.flatMap(({ value }) => value.controls).find(({ id }) => id === need?.control);
    expect(control?.severity).not.toBe(need?.severity);
    const own = [override({ control: control?.id, severity: control?.severity, reason: 'x' })];
    expect(withOwn(own).overrides).toHaveLength(1);
    expect(flawsOf(own)).toEqual([]);
  });
});

it('a snippet of an own control that sets something else than the control names is a flaw', () => {
  const model = shipped.services.find(({ value }) => value.id === 's3')?.value.controls[0];
  const fix = { label: 'Set it', set: {}, terraform: 'resource "aws_sqs_queue" "queue" {\n  name = "QUEUE-NAME"\n}' };
  const control = { ...model, id: 'acme.snippet', where: { terraform: ['aws_s3_bucket.bucket'] }, fix };
  const own = { path: 'additions/a.json', content: { service: 's3', controls: [control] } };
  expect(findFlaws(withOwn([own])).filter(({ where }) => where === 'acme.snippet')).toEqual([
    {
      where: 'acme.snippet',
      message: 'its Terraform snippet sets aws_sqs_queue, which `where` does not name',
    },
  ]);
});
