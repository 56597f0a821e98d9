import type { Catalog, Subject } from '../../../shared/catalog/catalog.ts';
import {
  type Resolved,
  resolveBoundaryFact,
  resolveFlowFact,
  resolveResourceFact,
  type Vocabulary,
} from '../../../shared/catalog/factNames.ts';
import { type Compiled, compilePredicate, type RankOf } from '../../../shared/catalog/predicate.ts';
import type { Property } from '../../../shared/catalog/schema.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { catalog } from '../../state/catalog.ts';
import { factsOf, flowEntryOf, type Item, isFlow, isResource, itemOf, servicesOf, subjectOf } from '../element.ts';

const vocabularies = new WeakMap<Catalog, Vocabulary>();

/** The properties of all services and boundaries, made once a catalog. */
function vocabularyOf(of: Catalog): Vocabulary {
  const known = vocabularies.get(of);
  if (known) return known;
  const vocabulary = {
    services: new Map([...of.services].map(([id, { properties }]) => [id, properties])),
    boundaries: new Map([...of.boundaries].map(([id, { properties }]) => [id, properties])),
  };
  vocabularies.set(of, vocabulary);
  return vocabulary;
}

function resolve(diagram: Diagram, item: Item, fact: string): Resolved {
  const vocabulary = vocabularyOf(catalog);
  if (isResource(item)) return resolveResourceFact(fact, item.service, vocabulary);
  if (!isFlow(item)) return resolveBoundaryFact(fact, item.kind, vocabulary);
  const [from, to] = servicesOf(diagram, item);
  const { rule, properties } = flowEntryOf(diagram, item);
  return resolveFlowFact(fact, { from, to, initiator: rule.initiator }, properties, vocabulary);
}

const conditions = new WeakMap<Subject, ReadonlyMap<string, Compiled>>();

/** The compiled `askedWhen` of a subject's properties, made once a subject. */
function conditionsOf(subject: Subject, diagram: Diagram, item: Item): ReadonlyMap<string, Compiled> {
  const known = conditions.get(subject);
  if (known) return known;
  const rankOf: RankOf = (fact) => {
    const found = resolve(diagram, item, fact);
    return found !== null && found !== 'graph' && found.type === 'choice'
      ? found.options.map((option) => option.value)
      : undefined;
  };
  const compiled = new Map(
    subject.properties.flatMap(({ id, askedWhen }) =>
      askedWhen ? [[id, compilePredicate(askedWhen, rankOf)] as const] : [],
    ),
  );
  conditions.set(subject, compiled);
  return compiled;
}

/** The properties that the form of an element asks for now. A condition that cannot be decided yet asks. */
export function askedOf(diagram: Diagram, item: Item, subject: Subject): readonly Property[] {
  const read = factsOf(diagram, item);
  if (!read) return [];
  const asked = conditionsOf(subject, diagram, item);
  return subject.properties.filter((property) => asked.get(property.id)?.(read).truth !== 'false');
}

/** Ids of the properties that the form asks for now, in order, joined by commas (so that it compares by value). */
export function askedProperties(diagram: Diagram, id: string): string {
  const item = itemOf(diagram, id);
  const subject = item && subjectOf(diagram, item);
  return subject
    ? askedOf(diagram, item, subject)
        .map((property) => property.id)
        .join(',')
    : '';
}
