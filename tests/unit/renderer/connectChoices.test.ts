import { beforeAll, describe, expect, it } from 'vitest';
import { connectChoices, serviceChoices } from '../../../renderer/dialogs/connectChoices.ts';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { addFlow } from '../../../shared/diagram/edit/add.ts';
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

  it('offers sources as it offers targets, and what is connected already after what is not', () => {
    const diagram = addFlow(diagramOf('kinesis-data-streams', 's3', 'lambda', 'sqs'), 'f', 'sqs', 'lambda');
    const sources = connectChoices(diagram, catalog, 'lambda', '', 'from');
    expect(sources.map(({ id }) => id)).toEqual(['kinesis-data-streams', 's3', 'sqs']);
    expect(sources.map(({ already }) => already)).toEqual([0, 0, 1]);
  });

  it('offers new resources of services that commonly follow, and what a search finds', () => {
    const diagram = diagramOf('kinesis-data-streams');
    const services = (query: string) =>
      serviceChoices(diagram, catalog, 'kinesis-data-streams', query).map(({ service }) => service.id);
    expect(services('').slice(0, 3)).toEqual(['lambda', 'data-firehose', 'managed-flink']);
    // There is no direct way from a stream to a bucket.
    expect(services('')).not.toContain('s3');
    expect(services('s3')).toContain('s3');
    expect(services('kinesis analytics')[0]).toBe('managed-flink');
  });
});
