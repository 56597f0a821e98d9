import { setBrings } from '../../shared/diagram/edit/data.ts';
import type { Boundary, Diagram, Flow, Resource } from '../../shared/diagram/schema.ts';

export const resource = (id: string, service: string, inside: string | null = null, answers = {}): Resource => ({
  id,
  service,
  name: id,
  inside,
  position: { x: 0, y: 0 },
  answers,
  note: '',
});
export const flow = (from: string, to: string, answers = {}): Flow => ({
  id: `${from}-${to}`,
  from,
  to,
  label: '',
  answers,
  note: '',
});
export const account = (id: string): Boundary => ({
  id,
  kind: 'account',
  name: id,
  inside: null,
  position: { x: 0, y: 0 },
  size: { width: 500, height: 500 },
  answers: {},
  note: '',
});

/** An app that writes orders, with personal data in a table that another account reads. */
export const SHOP: Diagram = setBrings(
  {
    name: 'Shop',
    boundaries: [account('ours'), account('theirs')],
    resources: [
      resource('app', 'web-app', null),
      resource('api', 'api-gateway', 'ours'),
      resource('orders', 'lambda', 'ours'),
      resource('table', 'dynamodb', 'ours'),
      resource('report', 'lambda', 'theirs'),
    ],
    flows: [
      flow('app', 'api', { tls: true }),
      flow('api', 'orders', { tls: true }),
      flow('orders', 'table', { tls: false, role: 'scoped' }),
      flow('table', 'report', { tls: true }),
    ],
    suppressions: [],
    texts: [],
  },
  ['table'],
  ['personal'],
);
