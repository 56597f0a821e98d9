import { describe, expect, it } from 'vitest';
import { readCatalogFolder } from '../../../electron/files/readCatalogFolder.ts';
import { type CatalogFile, parseCatalog } from '../../../shared/catalog/parse.ts';
import { DATA } from '../../support/catalog.ts';
import { aControl } from '../../support/control.ts';

type Json = Record<string, unknown>;

const control = (id: string, more: Json = {}): Json =>
  aControl(id, {
    satisfiedWhen: { fact: 'encryption', equals: 'kms' },
    examples: { satisfied: [{ encryption: 'kms' }], gap: [{ encryption: 'none' }] },
    ...more,
  });

const service = (id: string, more: Json = {}): CatalogFile => ({
  path: `services/${id}.json`,
  content: {
    id,
    name: id,
    shortName: id,
    group: 'store',
    icon: 'tabler:box',
    placement: 'regional',
    summary: 'A thing.',
    properties: [
      {
        id: 'encryption',
        label: 'Encryption',
        type: 'choice',
        options: [
          { value: 'none', label: 'None' },
          { value: 'kms', label: 'KMS' },
        ],
      },
      { id: 'public', label: 'Public', type: 'boolean' },
    ],
    controls: [control(`${id}.encrypt`)],
    ...more,
  },
});

/** `file path` of every problem, and all messages in one text. */
function problemsOf(files: readonly CatalogFile[]) {
  const parsed = parseCatalog(files);
  if (parsed.ok) throw new Error('has no problem');
  return {
    where: parsed.problems.map(({ file, path }) => `${file} ${path}`),
    text: parsed.problems.map(({ message }) => message).join('\n'),
  };
}

describe('a catalog', () => {
  it('of sound files has no problem', () => {
    expect(parseCatalog([service('store')]).ok).toBe(true);
  });

  it('reports every wrong shape in every file, each with file and path', () => {
    const { where } = problemsOf([
      service('one', { group: 'nowhere', colour: 'red' }),
      service('two', { controls: [control('two.encrypt', { severity: 'awful', remediation: '' })] }),
      { path: 'boundaries/vpc.json', content: [] },
      { path: 'flows/one.json', content: { from: 'one', flows: [] } },
      { path: 'sevices/typo.json', content: {} },
    ]);
    expect(where).toEqual([
      'boundaries/vpc.json ',
      'flows/one.json flows',
      'services/one.json group',
      'services/one.json ',
      'services/two.json controls.0.severity',
      'services/two.json controls.0.remediation',
      'sevices/typo.json ',
    ]);
  });

  it('says in words what is wrong with a shape, and what is there', () => {
    const parsed = parseCatalog([
      service('one', {
        id: undefined,
        name: '',
        summary: 5,
        group: 'nowhere',
        colour: 'red',
        properties: [
          { id: 'a', label: 'A', type: 'number' },
          { id: 'b', label: 'B', type: 'choice', options: [] },
        ],
        controls: [
          control('one.all', {
            satisfiedWhen: {
              all: [
                { fact: 'x', equals: true },
                { fact: 'x', equalz: 1 },
              ],
            },
          }),
          control('one.equals', { satisfiedWhen: { not: { fact: 'x', equals: 5 } } }),
          control('one.none', { satisfiedWhen: 5 }),
          control('one.fix', { fix: { label: 'Fix', set: { a: ['x', 1], 'B b': true } } }),
          control('one.page', { sources: { pages: [{ title: 'Page', url: 'http://x' }] } }),
        ],
      }),
    ]);
    const said = parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
    const condition =
      'must be a condition: a "fact" with one of equals, oneOf, atLeast, includes, answered; or one of all, any, not';
    expect(said.sort()).toEqual(
      [
        'id: must be a text in quotes; it is missing',
        'name: must not be empty; it is ""',
        'summary: must be a text in quotes; it is 5',
        'group: must be one of ingest, store, process, access, keys, outside; it is "nowhere"',
        ': has the unknown key "colour": check the spelling, or take it out',
        'properties.0.type: must be one of choice, boolean, list, text, date; it is "number"',
        'properties.1.options: must have at least 2 entries; it is []',
        `controls.0.satisfiedWhen.all.1: ${condition}; it is {"fact":"x","equalz":1}`,
        'controls.1.satisfiedWhen.not.equals: must be a text, or true or false; it is 5',
        `controls.2.satisfiedWhen: ${condition}; it is 5`,
        'controls.3.fix.set.a.1: must be a text in quotes; it is 1',
        'controls.3.fix.set.B b: has a name that cannot be used: use camelCase; it is true',
        'controls.4.sources.pages.0.url: use an address that begins with https://; it is "http://x"',
      ].sort(),
    );
  });

  it('reports everything that does not fit together, each with file and path', () => {
    const broken = [
      control('one.encrypt'),
      control('one.encrypt'),
      control('one.unheard', {
        satisfiedWhen: {
          any: [
            { fact: 'public', equals: true },
            { fact: 'ghost', equals: 1 > 0 },
          ],
        },
      }),
      control('one.value', { satisfiedWhen: { not: { fact: 'encryption', equals: 'rot13' } } }),
      control('one.order', { satisfiedWhen: { fact: 'public', atLeast: 'kms' } }),
      control('one.list', { appliesWhen: { fact: 'encryption', includes: 'kms' } }),
      control('one.fix', { fix: { label: 'Fix', set: { encryption: 'rot13', ghost: true } } }),
      control('one.answered', { satisfiedWhen: { not: { fact: 'encryption', answered: true } } }),
      control('one.reference', { references: [{ framework: 'nobody', requirement: '1' }] }),
    ];
    const { where, text } = problemsOf([service('one', { controls: broken })]);
    expect(where.sort()).toEqual(
      [
        'services/one.json controls.1.id',
        'services/one.json controls.2.satisfiedWhen.any.1',
        'services/one.json controls.3.satisfiedWhen.not',
        'services/one.json controls.4.satisfiedWhen',
        'services/one.json controls.4.satisfiedWhen',
        'services/one.json controls.5.appliesWhen',
        'services/one.json controls.6.fix.set.encryption',
        'services/one.json controls.6.fix.set.ghost',
        'services/one.json controls.7.satisfiedWhen',
        'services/one.json controls.8.references.0',
      ].sort(),
    );
    expect(text).toContain('"ghost"');
    expect(text).toContain('must be one of none, kms');
  });

  it('reports flows to services and controls that are not there', () => {
    const flows = {
      path: 'flows/store.json',
      content: {
        from: 'store',
        flows: [{ to: 'moon', interaction: 'Write', initiator: 'source', requires: [{ control: 'flow.ghost' }] }],
      },
    };
    const { where } = problemsOf([service('store'), flows]);
    expect(where).toEqual(['flows/store.json flows.0.to', 'flows/store.json flows.0.requires.0.control']);
  });

  it('reports services to go through that the catalog does not know to work on both halves', () => {
    const refused = (to: string, through: readonly string[]) => ({
      to,
      interaction: 'No direct way',
      initiator: 'source',
      requires: [{ control: 'flow.direct', through }],
    });
    const works = (to: string) => ({
      to,
      interaction: 'Write',
      initiator: 'source',
      requires: [{ control: 'flow.logged' }],
    });
    const topic = {
      id: 'direct',
      properties: [{ id: 'carrier', type: 'text', label: 'Carrier' }],
      controls: [
        aControl('flow.direct', {
          satisfiedWhen: { fact: 'carrier', equals: 'code' },
          examples: { satisfied: [{ carrier: 'code' }], gap: [{ carrier: 'none' }] },
        }),
        aControl('flow.logged', {
          satisfiedWhen: { fact: 'carrier', equals: 'code' },
          examples: { satisfied: [{ carrier: 'code' }], gap: [{ carrier: 'none' }] },
        }),
      ],
    };
    const files = [
      ...['one', 'two', 'bucket', 'queue'].map((id) => service(id)),
      { path: 'flow-controls/direct.json', content: topic },
      {
        path: 'flows/one.json',
        content: {
          from: 'one',
          flows: [refused('two', ['bucket', 'queue', 'two']), works('bucket'), refused('queue', ['bucket'])],
        },
      },
      { path: 'flows/bucket.json', content: { from: 'bucket', flows: [works('two'), works('queue')] } },
    ];
    const { where, text } = problemsOf(files);
    expect(where).toEqual([
      'flows/one.json flows.0.requires.0.through.1',
      'flows/one.json flows.0.requires.0.through.2',
    ]);
    expect(text).toBe('one → queue requires flow.direct too\none → two requires flow.direct too');
  });

  it('reports the same problems whatever the order of the files', () => {
    const files = [service('b', { group: 'x' }), service('a', { group: 'y' })];
    expect(problemsOf([...files].reverse())).toEqual(problemsOf(files));
  });

  it('that ships comes out broken when any one of its files loses its id', async () => {
    const { files } = await readCatalogFolder(DATA);
    const target = files.find((file) => file.path === 'services/s3.json');
    const { id: _id, ...rest } = (target?.content ?? {}) as Json;
    const broken = files.map((file) => (file === target ? { ...file, content: rest } : file));
    expect(problemsOf(broken).where).toEqual(['services/s3.json id']);
  });
});
