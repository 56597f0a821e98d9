import type { Catalog } from '../../shared/catalog/catalog.ts';
import { setAnswer } from '../../shared/diagram/edit/answer.ts';
import { setBrings } from '../../shared/diagram/edit/data.ts';
import type { Diagram, Resource } from '../../shared/diagram/schema.ts';
import type { Judged } from '../../shared/exposure/steps.ts';
import { createValidator } from '../../shared/validate/validate.ts';

/** Another answer to the first choice of a resource than the one that it has. */
function otherAnswer(resource: Resource, catalog: Catalog): readonly [string, string] | null {
  const properties = catalog.services.get(resource.service)?.properties ?? [];
  const choice = properties.find((property) => property.type === 'choice');
  const other = choice?.options.find(({ value }) => value !== resource.answers[choice.id]);
  return choice && other ? [choice.id, other.value] : null;
}

/** Changes one answer of one resource after the other, makes the report that follows, and hands it on. */
export function editor(
  diagram: Diagram,
  catalog: Catalog,
  today: string,
  then: (judged: Judged) => void = () => {},
): () => void {
  const check = createValidator(catalog);
  check(diagram, today);
  let current = diagram;
  let turn = 0;
  return () => {
    for (;;) {
      const resource = current.resources[turn++ % current.resources.length];
      const answer = resource && otherAnswer(resource, catalog);
      if (!answer) continue;
      current = setAnswer(current, resource.id, ...answer);
      then({ diagram: current, catalog, report: check(current, today) });
      return;
    }
  };
}

/**
 * Tags one resource after the other with other data and takes that back, in a diagram that data enter at one resource in
 * twenty; after each edit follows the data and makes the report.
 */
export function classEditor(diagram: Diagram, catalog: Catalog, today: string): () => void {
  const check = createValidator(catalog);
  const entries = diagram.resources.filter((_resource, i) => i % 20 === 0).map(({ id }) => id);
  let current = setBrings(diagram, entries, ['internal', 'personal']);
  check(current, today);
  let turn = 0;
  return () => {
    const { id, data } = current.resources[(turn * 7) % current.resources.length] ?? { id: '', data: undefined };
    current = setBrings(current, [id], data ? [] : ['personal', 'health']);
    check(current, today);
    turn++;
  };
}
