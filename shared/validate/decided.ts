import type { Catalog } from '../catalog/catalog.ts';
import type { Suppression } from '../diagram/schema.ts';
import { reasons } from './describe.ts';
import type { Assessment, Because } from './report.ts';

type Kept = NonNullable<Suppression['decidedFacts']>[number]['value'];

const thawed = (value: Kept): Because['value'] => (typeof value === 'object' && value !== null ? [...value] : value);

/** The facts that a decision was made on, as it keeps them. */
export const factsDecidedOn = (because: readonly Because[]): NonNullable<Suppression['decidedFacts']> =>
  because.map(({ fact, value }) => ({ fact, value }));

/** A fact that is not any more what it was, in words. */
export interface ChangedFact {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const NOT_READ = 'decides nothing';

/** What has changed of the facts that the decision on an assessment was made on; none where it kept none. */
export function changedFacts(catalog: Catalog, assessment: Assessment): readonly ChangedFact[] {
  const { suppression, because } = assessment;
  if (!suppression?.decidedFacts) return [];
  const then = suppression.decidedFacts.map(
    ({ fact, value }): Because => ({ fact, value: thawed(value), origin: 'answer' }),
  );
  const before = new Map(reasons(catalog, { ...assessment, because: then }).map((each) => [each.fact, each]));
  const after = new Map(reasons(catalog, { ...assessment, because }).map((each) => [each.fact, each]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((fact) => {
    const [was, is] = [before.get(fact), after.get(fact)];
    if (was?.value === is?.value) return [];
    return [{ label: was?.label ?? is?.label ?? fact, before: was?.value ?? NOT_READ, after: is?.value ?? NOT_READ }];
  });
}
