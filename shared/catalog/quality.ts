import type { Catalog, Subject } from './catalog.ts';
import { checkExamples } from './examples.ts';
import { factsOf } from './predicate.ts';
import type { Control, Predicate, Service } from './schema.ts';
import { flawsOfSnippets } from './snippets.ts';

/** Something that works, but is not as good as the catalog that ships asks of itself. */
export interface Flaw {
  /** A control, service or pair, by id. */
  readonly where: string;
  readonly message: string;
}

const BEGINS_WITH_VERB = /^[A-Z][a-z]+ /;
const LONGEST_TITLE = 70;

const subjectsOf = (catalog: Catalog): readonly Subject[] => [
  ...catalog.services.values(),
  ...catalog.boundaries.values(),
  ...catalog.topics.values(),
];

/** Every control once, in order of the files. */
export const controlsOf = (catalog: Catalog): readonly Control[] =>
  subjectsOf(catalog).flatMap((subject) => subject.controls.map(({ control }) => control));

function flawsOfControl(control: Control, onFlow: boolean): readonly string[] {
  return [
    ...(BEGINS_WITH_VERB.test(control.remediation) ? [] : ['its remediation does not begin with a verb']),
    ...(control.title.length <= LONGEST_TITLE ? [] : [`its title is longer than ${LONGEST_TITLE} characters`]),
    ...(/\bSSL\b/.test(control.title) ? ['its title says SSL: the word is TLS'] : []),
    ...(onFlow && control.short === undefined ? ['it has no `short` word for the pill'] : []),
    ...(onFlow || control.where ? [] : ['it does not say `where` the setting is made']),
    ...(control.appliesWhen && !control.examples.notApplicable ? ['no example shows when it does not apply'] : []),
    ...flawsOfSnippets(control),
  ];
}

/** The property that a fact ends in: `target.sendsTo.kms.keyState` reads `keyState`. */
const lastName = (fact: string): string => fact.slice(fact.lastIndexOf('.') + 1);

function predicatesOf(catalog: Catalog): readonly Predicate[] {
  const subjects = subjectsOf(catalog);
  return [
    ...controlsOf(catalog).flatMap(({ appliesWhen, satisfiedWhen }) => [appliesWhen, satisfiedWhen]),
    ...subjects.flatMap(({ properties }) => properties.map(({ askedWhen }) => askedWhen)),
    ...catalog.pairs.flatMap(({ entry }) => entry.rule.requires.map(({ when }) => when)),
  ].filter((predicate) => predicate !== undefined);
}

/** Properties that no predicate reads and no hint explains. */
function idleProperties(catalog: Catalog): readonly Flaw[] {
  const read = new Set(predicatesOf(catalog).flatMap(factsOf).map(lastName));
  const dated = (subject: Subject) => subject.properties.some((property) => property.awsDefault?.since !== undefined);
  const named = [
    ...[...catalog.services].map(([id, subject]) => ({ id, subject })),
    ...[...catalog.boundaries].map(([id, subject]) => ({ id, subject })),
    ...[...catalog.topics].map(([id, subject]) => ({ id, subject })),
  ];
  return named.flatMap(({ id, subject }) =>
    subject.properties
      .filter((property) => !read.has(property.id) && property.hint === undefined)
      .filter((property) => !(property.id === 'createdOn' && dated(subject)))
      .map((property) => ({
        where: `${id}.${property.id}`,
        message: 'no control reads this property and no hint explains it',
      })),
  );
}

const namesOf = (service: Service): readonly string[] => [
  ...new Set(
    [service.name, service.shortName, ...service.aliases, ...service.formerNames.map(({ name }) => name)].map((name) =>
      name.toLowerCase(),
    ),
  ),
];

/** Names that lead to two services. */
function sharedNames(catalog: Catalog): readonly Flaw[] {
  const owner = new Map<string, string>();
  const flaws: Flaw[] = [];
  for (const { service } of catalog.services.values()) {
    for (const name of namesOf(service)) {
      const other = owner.get(name);
      if (other !== undefined)
        flaws.push({ where: service.id, message: `the name "${name}" is also that of ${other}` });
      owner.set(name, service.id);
    }
  }
  return flaws;
}

/**
 * What a machine can say of the quality of a catalog: examples that come out wrong, texts without the form that people
 * rely on, snippets that set something else than `where` names, properties nobody uses, names that lead to two services, changes that change nothing. None for the catalog that ships.
 */
export function findFlaws(catalog: Catalog): readonly Flaw[] {
  const resourceControls = [...catalog.services.values(), ...catalog.boundaries.values()].flatMap(
    ({ controls }) => controls,
  );
  const flowControls = [...catalog.topics.values()].flatMap(({ controls }) => controls);
  const texts = (list: typeof resourceControls, onFlow: boolean) =>
    list.flatMap(({ control }) => flawsOfControl(control, onFlow).map((message) => ({ where: control.id, message })));
  return [
    ...checkExamples(catalog).map((sentence) => {
      const colon = sentence.indexOf(': ');
      return { where: sentence.slice(0, colon), message: sentence.slice(colon + 2) };
    }),
    ...texts(resourceControls, false),
    ...texts(flowControls, true),
    ...idleProperties(catalog),
    ...sharedNames(catalog),
    ...catalog.idleOverrides.map(({ control, severity }) => ({
      where: control,
      message: `the override to ${severity} changes nothing: that is its severity already`,
    })),
  ];
}
