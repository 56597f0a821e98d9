import { DATA_CLASS_IDS } from '../dataClasses.ts';
import { DATA_FACT, type Resolved } from './factNames.ts';
import { misfit } from './misfit.ts';
import type { Predicate } from './schema.ts';

/** What a fact is where it is named; null: it does not exist there. */
export type Resolve = (fact: string) => Resolved;

/** Takes down a problem, by the path of what it is about in its file. */
export type Report = (path: string, message: string) => void;

function checkLeaf(leaf: Extract<Predicate, { fact: string }>, resolve: Resolve, path: string, report: Report): void {
  const found = resolve(leaf.fact);
  if (found === null) {
    report(path, `names the fact "${leaf.fact}", which does not exist here`);
    return;
  }
  if (found === 'graph') {
    const isUnheard = 'includes' in leaf && !DATA_CLASS_IDS.some((each) => each === leaf.includes);
    if (isUnheard && leaf.fact.split('.').at(-1) === DATA_FACT) {
      report(path, `"${leaf.fact}" never includes "${leaf.includes}": classes are ${DATA_CLASS_IDS.join(', ')}`);
    }
    return;
  }
  // Across flows a property is read as the list of its values over all neighbours.
  const many = /^((source|target|initiator|responder)\.)?(sendsTo|receivesFrom)\./.test(leaf.fact);
  if ('atLeast' in leaf && found.type !== 'choice') report(path, `"${leaf.fact}" is no choice, so it has no order`);
  if ('includes' in leaf && found.type !== 'list' && !many) report(path, `"${leaf.fact}" is no list`);
  if (('equals' in leaf || 'oneOf' in leaf) && many) report(path, `"${leaf.fact}" is a list: use includes`);
  const values =
    'equals' in leaf ? [leaf.equals] : 'oneOf' in leaf ? leaf.oneOf : 'atLeast' in leaf ? [leaf.atLeast] : [];
  for (const value of values) {
    const wrong = misfit(found, value);
    if (wrong) report(path, `compares "${leaf.fact}" with ${JSON.stringify(value)}, which ${wrong}`);
  }
}

/** Reports what a predicate names that is not there, and what it compares with values that can never be. */
export function checkPredicate(predicate: Predicate | undefined, resolve: Resolve, path: string, report: Report): void {
  if (!predicate) return;
  if ('all' in predicate) {
    for (const [i, part] of predicate.all.entries()) checkPredicate(part, resolve, `${path}.all.${i}`, report);
  } else if ('any' in predicate) {
    for (const [i, part] of predicate.any.entries()) checkPredicate(part, resolve, `${path}.any.${i}`, report);
  } else if ('not' in predicate) checkPredicate(predicate.not, resolve, `${path}.not`, report);
  else checkLeaf(predicate, resolve, path, report);
}
