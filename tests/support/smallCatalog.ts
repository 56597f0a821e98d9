import { parseCatalog } from '../../shared/catalog/parse.ts';
import type { Diagram, Resource, Suppression } from '../../shared/diagram/schema.ts';
import { aControl, PAGE } from './control.ts';

const STORE = {
  id: 'store',
  name: 'Amazon Store',
  shortName: 'Store',
  group: 'store',
  icon: 'tabler:box',
  placement: 'regional',
  summary: 'A store.',
  properties: [
    {
      id: 'encryption',
      label: 'Encryption',
      type: 'choice',
      options: [
        { value: 'none', label: 'Off' },
        { value: 'managed', label: 'Managed' },
        { value: 'kms', label: 'KMS' },
      ],
      awsDefault: { value: 'managed', since: '2023-01-05', before: 'none', source: PAGE },
    },
    { id: 'public', label: 'Public', type: 'boolean' },
    { id: 'createdOn', label: 'Created on', type: 'date' },
  ],
  controls: [
    aControl('store.encrypt', { severity: 'high', satisfiedWhen: { fact: 'encryption', atLeast: 'managed' } }),
    aControl('store.private', { severity: 'critical', satisfiedWhen: { fact: 'public', equals: false } }),
    aControl('store.key', {
      severity: 'low',
      appliesWhen: { fact: 'encryption', equals: 'kms' },
      satisfiedWhen: { fact: 'sendsTo', includes: 'store' },
    }),
  ],
};

/** A catalog of one service with an AWS default, a question and a condition. */
export function smallCatalog() {
  const parsed = parseCatalog([{ path: 'services/store.json', content: STORE }]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.catalog;
}

/** The same, with a control whose condition throws whatever it is asked. */
export function faultyCatalog() {
  const sound = smallCatalog();
  const entry = sound.services.get('store');
  if (!entry) throw new Error('no store');
  const controls = entry.controls.map((compiled) =>
    compiled.control.id === 'store.private'
      ? {
          ...compiled,
          satisfied: () => {
            throw new Error('the control is broken');
          },
        }
      : compiled,
  );
  return { ...sound, services: new Map([['store', { ...entry, controls }]]) };
}

/** A diagram of one store. */
export function oneStore(answers: Resource['answers'], suppressions: readonly Suppression[] = []): Diagram {
  const resource: Resource = {
    id: 'r',
    service: 'store',
    name: 'vault',
    inside: null,
    position: { x: 0, y: 0 },
    answers,
    note: '',
  };
  return { name: '', boundaries: [], resources: [resource], flows: [], suppressions, texts: [] };
}
