import type { Catalog } from '../catalog/catalog.ts';
import { DATA_CLASS_IDS, DATA_CLASSES } from '../dataClasses.ts';
import { resourcesById } from '../diagram/graph.ts';
import { oneLine } from '../diagram/oneLine.ts';
import type { Diagram } from '../diagram/schema.ts';
import { type DecidedFacts, ENDS_FACT, factsDecidedOn, RAISED_FACT } from './decisionFacts.ts';
import { reasons } from './describe.ts';
import { resourceName } from './elementName.ts';
import { type Assessment, type Because, isWorse } from './report.ts';

/** A fact that is not any more what it was, in words; each on one line, as names and values may come from a file. */
export interface ChangedFact {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What facts are read off when they are put in words. */
interface Place {
  readonly diagram: Diagram;
  readonly catalog: Catalog;
}

interface Words {
  readonly label: string;
  readonly value: string;
}

const NOT_READ = 'decides nothing';

const textsOf = (value: DecidedFacts[number]['value']): readonly string[] =>
  typeof value === 'object' ? (value ?? []) : [];

/** Ends by their names of today. */
function endsText({ diagram, catalog }: Place, value: DecidedFacts[number]['value']): string {
  const resources = resourcesById(diagram.resources);
  const nameOf = (id: string) => {
    const resource = resources.get(id);
    return resource ? resourceName(catalog, resource) : 'something deleted';
  };
  return textsOf(value).map(nameOf).join(' → ');
}

/** Facts in words, by their names. */
function inWords(place: Place, assessment: Assessment, facts: DecidedFacts): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>();
  const because: Because[] = [];
  for (const { fact, value } of facts) {
    if (fact === ENDS_FACT) words.set(fact, { label: 'Leads', value: endsText(place, value) });
    else if (fact === RAISED_FACT) {
      const kept = textsOf(value);
      const classes = DATA_CLASS_IDS.filter((each) => kept.includes(each)).map((each) => DATA_CLASSES[each]);
      words.set(fact, { label: 'Severity raised by', value: classes.join(', ') });
    } else because.push({ fact, value: typeof value === 'object' && value ? [...value] : value, origin: 'answer' });
  }
  for (const each of reasons(place.catalog, { ...assessment, because })) words.set(each.fact, each);
  return words;
}

/** That a severity has risen since it was decided on. */
function risen({ suppression, severity }: Assessment): readonly ChangedFact[] {
  const before = suppression?.decidedSeverity;
  return before && isWorse(severity, before) ? [{ label: 'Severity', before, after: severity }] : [];
}

/** What has changed of what the decision on an assessment was made on; none where it kept nothing of it. */
export function changedFacts(place: Place, assessment: Assessment): readonly ChangedFact[] {
  const { decidedFacts } = assessment.suppression ?? {};
  if (!decidedFacts) return risen(assessment);
  const before = inWords(place, assessment, decidedFacts);
  const after = inWords(place, assessment, factsDecidedOn(assessment));
  const facts = [...new Set([...before.keys(), ...after.keys()])].flatMap((fact) => {
    const [was, is] = [before.get(fact), after.get(fact)];
    if (was?.value === is?.value) return [];
    const none = fact === RAISED_FACT ? 'no data' : NOT_READ;
    const label = was?.label ?? is?.label ?? fact;
    return [{ label: oneLine(label), before: oneLine(was?.value ?? none), after: oneLine(is?.value ?? none) }];
  });
  return [...risen(assessment), ...facts];
}
