import { describe, expect, it } from 'vitest';
import { parseCatalog } from '../../../shared/catalog/parse.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { aControl } from '../../support/control.ts';

type Json = Record<string, unknown>;

const service = (id: string, more: Json = {}) => ({
  path: `services/${id}.json`,
  content: {
    id,
    name: id,
    shortName: id,
    group: 'store',
    icon: 'tabler:box',
    placement: 'regional',
    summary: 'A thing.',
    properties: [{ id: 'open', label: 'Open', type: 'boolean' }],
    ...more,
  },
});
const rule = (to: string, ...controls: readonly string[]) => ({
  to,
  interaction: `to ${to}`,
  initiator: 'source',
  requires: controls.map((id) => ({ control: id })),
});
const topic = (id: string, more: Json) => ({ path: `flow-controls/${id}.json`, content: { id, ...more } });
const flows = (from: string, name: string, ...rules: readonly object[]) => ({
  path: `flows/${name}.json`,
  content: { from, flows: rules },
});
const met = { fact: 'source.service', equals: 'nobody' };
const boundary = (id: string) => ({
  path: `boundaries/${id}.json`,
  content: { id, name: id, summary: 'A box.', icon: 'tabler:box', inside: [null] },
});

const BASE = [
  boundary('account'),
  service('store', {
    controls: [
      aControl('store.shared', {
        appliesWhen: { fact: 'senders', equals: 'several' },
        satisfiedWhen: { fact: 'open', equals: false },
      }),
      aControl('store.waits', {
        appliesWhen: {
          all: [
            { fact: 'open', answered: true },
            { fact: 'open', equals: true },
          ],
        },
        satisfiedWhen: { fact: 'receivers', equals: 'none' },
      }),
    ],
  }),
  service('store-serverless', { variantOf: 'store' }),
  service('reader', {
    controls: [aControl('reader.reads-store', { satisfiedWhen: { fact: 'sendsTo.store.open', includes: false } })],
  }),
  topic('exact', { controls: [aControl('flow.exact', { satisfiedWhen: met })] }),
  topic('toward', { controls: [aControl('flow.toward', { satisfiedWhen: met })] }),
  topic('away', { controls: [aControl('flow.away', { satisfiedWhen: met })] }),
  topic('border', {
    everyFlow: true,
    unless: ['flow.away'],
    controls: [aControl('flow.border', { appliesWhen: { fact: 'crosses', includes: 'account' }, satisfiedWhen: met })],
  }),
  flows('reader', 'reader', rule('store', 'flow.exact'), rule('*', 'flow.away')),
  flows('*', 'to-reader', rule('reader', 'flow.toward')),
];

const catalogOf = (files: typeof BASE) => {
  const parsed = parseCatalog(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.catalog;
};
const catalog = catalogOf(BASE);

interface Drawing {
  readonly resources: readonly object[];
  readonly flows?: readonly object[];
  readonly boundaries?: readonly object[];
}

/** `control outcome` of every assessment that applies on one element. */
function outcomes(drawing: Drawing, element: string): readonly string[] {
  const parsed = parseDiagram(JSON.stringify({ format: 'parapet', version: 1, ...drawing }));
  if (!parsed.ok) throw new Error(parsed.message);
  const report = validate(parsed.diagram, catalog, '2026-11-22').elements.get(element);
  return (report?.assessments ?? [])
    .filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ compiled, outcome }) => `${compiled.control.id} ${outcome}`);
}

const two = (from: string, to: string): Drawing => ({
  resources: [
    { id: 'a', service: from },
    { id: 'b', service: to },
  ],
  flows: [{ id: 'f', from: 'a', to: 'b' }],
});

describe('the rule of a flow', () => {
  it.each([
    ['reader', 'store', 'flow.exact'],
    ['reader', 'store-serverless', 'flow.exact'],
    ['store', 'reader', 'flow.toward'],
    ['reader', 'reader', 'flow.toward'],
  ])('from %s to %s is the nearest: %s', (from, to, expected) => {
    expect(outcomes(two(from, to), 'f')).toEqual([`${expected} gap`]);
  });

  it('from a service with a rule for whatever it sends to is that one', () => {
    expect(outcomes(two('reader', 'unheard-of'), 'f')).toEqual(['flow.away gap']);
    expect(outcomes(two('store', 'unheard-of'), 'f')).toEqual([]);
  });

  it('has the controls of every flow, too, where they apply and nothing of the pair asks the same', () => {
    const boundaries = [
      { id: 'one', kind: 'account' },
      { id: 'two', kind: 'account' },
    ];
    const resources = [
      { id: 'a', service: 'reader', inside: 'one' },
      { id: 'b', service: 'store', inside: 'two' },
    ];
    const flow = [{ id: 'f', from: 'a', to: 'b' }];
    expect(outcomes({ boundaries, resources, flows: flow }, 'f')).toEqual(['flow.exact gap', 'flow.border gap']);
    const elsewhere = [resources[0] ?? {}, { id: 'b', service: 'unheard-of', inside: 'two' }];
    expect(outcomes({ boundaries, resources: elsewhere, flows: flow }, 'f')).toEqual(['flow.away gap']);
  });
});

describe('facts of a resource', () => {
  it('count distinct neighbours, not flows', () => {
    const resources = [
      { id: 'a', service: 'reader' },
      { id: 'b', service: 'reader' },
      { id: 's', service: 'store', answers: { open: true } },
    ];
    const twice = [
      { id: 'f', from: 'a', to: 's' },
      { id: 'g', from: 'a', to: 's' },
    ];
    expect(outcomes({ resources, flows: twice }, 's')).toEqual(['store.waits satisfied']);
    const both = [...twice, { id: 'h', from: 'b', to: 's' }];
    expect(outcomes({ resources, flows: both }, 's')).toContain('store.shared gap');
  });

  it('of a neighbour that is a variant count as those of the service', () => {
    const drawing = two('reader', 'store-serverless');
    const answered = {
      ...drawing,
      resources: [drawing.resources[0] ?? {}, { id: 'b', service: 'store-serverless', answers: { open: false } }],
    };
    expect(outcomes(answered, 'a')).toEqual(['reader.reads-store satisfied']);
  });

  it('that nobody answered keep a control silent that waits for the answer', () => {
    expect(outcomes({ resources: [{ id: 's', service: 'store' }] }, 's')).toEqual([]);
    expect(outcomes({ resources: [{ id: 's', service: 'store', answers: { open: true } }] }, 's')).toEqual([
      'store.waits satisfied',
    ]);
  });
});

describe('a variant', () => {
  it('of nothing, or of another variant, is a problem', () => {
    const problemsOf = (file: (typeof BASE)[number]) => {
      const parsed = parseCatalog([...BASE, file]);
      return parsed.ok ? [] : parsed.problems.map(({ file: where, path, message }) => `${where} ${path}: ${message}`);
    };
    expect(problemsOf(service('x', { variantOf: 'ghost' }))).toEqual([
      'services/x.json variantOf: unknown service "ghost"',
    ]);
    expect(problemsOf(service('x', { variantOf: 'store-serverless' }))).toEqual([
      'services/x.json variantOf: "store-serverless" is a variant itself',
    ]);
  });
});
