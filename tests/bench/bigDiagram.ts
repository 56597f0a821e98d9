import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Property } from '../../shared/catalog/schema.ts';
import type { AnswerOf, Boundary, Diagram, Flow, Position, Resource } from '../../shared/diagram/schema.ts';

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T | undefined => items[Math.floor(random() * items.length)];

/** Two of three questions answered. */
function answers(properties: readonly Property[], random: Random): Record<string, AnswerOf> {
  const given: Record<string, AnswerOf> = {};
  for (const property of properties) {
    if (random() < 0.33) continue;
    if (property.type === 'boolean') given[property.id] = random() < 0.6;
    else if (property.type === 'choice') given[property.id] = pick(property.options, random)?.value ?? '';
    else if (property.type === 'list') given[property.id] = ['one', 'two'];
    else if (property.type === 'date') given[property.id] = '2024-06-01';
    else given[property.id] = 'arn:aws:iam::123456789012:role/pipeline';
  }
  return given;
}

const PIPELINE = 25;
const COLUMNS = 9;

/** Pipelines of 25 resources, each in a VPC of its own that half of them stand in; the others lie over it. */
const cornerOf = (index: number): Position => ({ x: (index % 10) * 2400, y: Math.floor(index / 10) * 900 });

function boundaryOf(index: number): Boundary {
  return {
    id: `vpc-${index}`,
    kind: index % 2 === 0 ? 'vpc' : 'region',
    name: `network ${index}`,
    inside: null,
    position: cornerOf(index),
    size: { width: 2200, height: 700 },
    answers: {},
    note: '',
  };
}

function resourceOf(index: number, catalog: Catalog, services: readonly string[], random: Random): Resource {
  const service = pick(services, random) ?? 's3';
  const pipeline = Math.floor(index / PIPELINE);
  const isInside = random() < 0.5;
  const corner = isInside ? { x: 0, y: 0 } : cornerOf(pipeline);
  const order = index % PIPELINE;
  const place = { x: 40 + (order % COLUMNS) * 240, y: 60 + Math.floor(order / COLUMNS) * 120 };
  return {
    id: `resource-${index}`,
    service,
    name: `${service} ${index}`,
    inside: isInside ? `vpc-${pipeline}` : null,
    position: { x: corner.x + place.x, y: corner.y + place.y },
    answers: answers(catalog.services.get(service)?.properties ?? [], random),
    note: '',
  };
}

/**
 * A diagram of services of the catalog with 1.3 flows a resource, mostly to near neighbours; the same every time, and
 * another one for another seed.
 */
export function bigDiagram(catalog: Catalog, count: number, seed = count): Diagram {
  const random = randomFrom(seed);
  const services = [...catalog.services.keys()];
  const resources = Array.from({ length: count }, (_, i) => resourceOf(i, catalog, services, random));
  const flows = Array.from({ length: Math.round(count * 1.3) }, (_, i): Flow => {
    const source = Math.floor(random() * count);
    const target = (source + 1 + Math.floor(random() * Math.min(24, count - 1))) % count;
    const [from, to] = [resources[source]?.service ?? '', resources[target]?.service ?? ''];
    return {
      id: `flow-${i}`,
      from: `resource-${source}`,
      to: `resource-${target}`,
      label: '',
      answers: answers(catalog.flow(from, to).properties, random),
      note: '',
    };
  });
  const boundaries = Array.from({ length: Math.ceil(count / PIPELINE) }, (_, i) => boundaryOf(i));
  return { name: `${count} resources`, boundaries, resources, flows, suppressions: [], texts: [] };
}
