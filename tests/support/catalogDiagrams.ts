import fc from 'fast-check';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Property } from '../../shared/catalog/schema.ts';
import type { AnswerOf, Diagram } from '../../shared/diagram/schema.ts';
import { diagrams, hostileText } from './arbitraries.ts';

/** Answers that the property can have, and now and then one that it cannot. */
function answerTo(property: Property): fc.Arbitrary<AnswerOf> {
  const nonsense = hostileText(20);
  switch (property.type) {
    case 'boolean':
      return fc.oneof({ weight: 9, arbitrary: fc.boolean() }, { weight: 1, arbitrary: nonsense });
    case 'list':
      return fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 2 });
    case 'text':
      return hostileText(20);
    case 'date':
      return fc.constantFrom('2017-01-01', '2024-06-01');
    case 'choice': {
      const values = fc.constantFrom(...property.options.map(({ value }) => value));
      return fc.oneof({ weight: 9, arbitrary: values }, { weight: 1, arbitrary: nonsense });
    }
  }
}

/** Answers to some of the questions. */
export function answersTo(properties: readonly Property[]): fc.Arbitrary<Record<string, AnswerOf>> {
  if (properties.length === 0) return fc.constant({});
  const entry = fc
    .constantFrom(...properties)
    .chain((property) => fc.tuple(fc.constant(property.id), answerTo(property)));
  return fc.array(entry, { maxLength: 8 }).map((entries) => Object.fromEntries(entries));
}

/** Diagrams of services and boundaries of a catalog, with one that it does not know among them. */
export function catalogDiagrams(
  catalog: Catalog,
  most = 8,
  services: readonly string[] = [...catalog.services.keys(), 'unheard-of'],
): fc.Arbitrary<Diagram> {
  const topics = [...catalog.topics.values()];
  const subjects = [...catalog.services.values(), ...catalog.boundaries.values(), ...topics];
  const controls = subjects.flatMap((subject) => subject.controls.map(({ control }) => control.id));
  const propertiesOf = (owner: string) =>
    (catalog.services.get(owner) ?? catalog.boundaries.get(owner))?.properties ?? [];
  return diagrams(
    {
      service: fc.constantFrom(...services),
      kind: fc.constantFrom(...catalog.boundaries.keys(), 'unheard-of'),
      control: fc.constantFrom(...controls),
      answersOf: (owner) => answersTo(propertiesOf(owner)),
      flowAnswers: answersTo(topics.flatMap((topic) => topic.properties)),
    },
    most,
  );
}
