import { beforeAll, describe, expect, it } from 'vitest';
import { connectChoices } from '../../../renderer/dialogs/connectChoices.ts';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { shippedCatalog } from '../../support/catalog.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await shippedCatalog();
});

const diagramOf = (...services: readonly string[]): Diagram => ({
  ...emptyDiagram('Test'),
  resources: services.map((service, at) => ({
    id: service,
    service,
    name: service,
    inside: null,
    position: { x: at * 300, y: 0 },
    answers: {},
    note: '',
  })),
});

describe('choosing what to connect to', () => {
  it('says what to draw instead where AWS has no integration of the pair, and lists it last', () => {
    const choices = connectChoices(diagramOf('dynamodb', 'data-firehose', 'lambda'), catalog, 'dynamodb', '');
    expect(choices.map(({ id }) => id)).toEqual(['lambda', 'data-firehose']);
    expect(choices[0]?.instead).toBeNull();
    expect(choices[1]?.instead).toContain('Kinesis');
  });

  it('warns where the general rule says so of two services of AWS, and not of own code', () => {
    const choices = connectChoices(diagramOf('ebs', 'cognito', 'ec2'), catalog, 'ebs', '');
    expect(choices.find(({ id }) => id === 'cognito')?.instead).toBe('Draw what carries the data between the two.');
    expect(choices.find(({ id }) => id === 'ec2')?.instead).toBeNull();
  });
});
