import { CATEGORY_IDS, type Category } from '../../../shared/catalog/terms.ts';
import { type Assessment, OUTCOMES, severityRank } from '../../../shared/validate/report.ts';

export interface Group {
  readonly category: Category;
  readonly assessments: readonly Assessment[];
}

/** The rank of all that needs nobody. */
const LAST = 100;

/** 0 is what to look at first: gaps by severity, then questions. */
function rankOf({ outcome, severity }: Assessment): number {
  const asks = outcome === 'gap' || outcome === 'unknown';
  return asks ? OUTCOMES.indexOf(outcome) * 10 + severityRank(severity) : LAST;
}

export type Order = ReadonlyMap<string, number>;

/** What an order is made of, to be kept while the list is in view: a control that is met stays where its gap was. */
export const orderOf = (assessments: readonly Assessment[]): Order =>
  new Map(assessments.map((each) => [each.key, rankOf(each)]));

/** Assessments by category, what to act on first; beyond that in the order of the catalog. */
export function worstFirst(assessments: readonly Assessment[], order: Order): readonly Group[] {
  const rank = (each: Assessment): number => order.get(each.key) ?? rankOf(each);
  return CATEGORY_IDS.map((category) => ({
    category,
    assessments: assessments
      .filter(({ compiled }) => compiled.control.category === category)
      .sort((a, b) => rank(a) - rank(b)),
  }))
    .filter(({ assessments: own }) => own.length > 0)
    .map((group) => ({ group, worst: Math.min(...group.assessments.map(rank)) }))
    .sort((a, b) => a.worst - b.worst)
    .map(({ group }) => group);
}
