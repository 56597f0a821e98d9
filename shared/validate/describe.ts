import type { Catalog } from '../catalog/catalog.ts';
import { DATA_FACT, DATA_LEVEL, ENDS, sideOf } from '../catalog/factNames.ts';
import type { Property } from '../catalog/schema.ts';
import { kindName, valueText } from '../catalog/words.ts';
import type { Assessment, Because, Reopened } from './report.ts';

const REOPENED: Readonly<Record<Reopened, (assessment: Assessment) => string>> = {
  expired: () => 'The decision on it has expired.',
  factsChanged: () => 'The facts it was decided on have changed.',
  severityRose: ({ severity, suppression }) =>
    `Its severity was ${suppression?.decidedSeverity} when it was decided on, and is ${severity} now.`,
};

/** Why the decision on an assessment no longer holds, as a sentence; null while it does. */
export const reopenedText = (assessment: Assessment): string | null =>
  assessment.reopened && REOPENED[assessment.reopened](assessment);

/** Texts for people: what an assessment says, with names filled in. */
export interface Description {
  readonly title: string;
  readonly gap: string;
  readonly why: string;
  readonly remediation: string;
}

function fill(text: string, { element, compiled }: Assessment): string {
  // Most texts have no names in them, and a report of a large diagram fills tens of thousands.
  if (!text.includes('{')) return text;
  const words: Readonly<Record<string, string>> = {
    name: element.name,
    source: element.ends?.source ?? element.name,
    target: element.ends?.target ?? element.name,
    principal: compiled.principal ?? 'the calling role',
    actions: compiled.actions.join(', ') || 'the actions it needs',
  };
  return text.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** A filled text as a sentence. A name at its beginning stays as the user wrote it. */
function sentence(template: string, assessment: Assessment): string {
  const text = fill(template, assessment);
  return /^\{(name|source|target)\}/.test(template) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** The texts of an assessment, with the names of its element, the principal and the actions in place. */
export function describe(assessment: Assessment): Description {
  const { control, detail } = assessment.compiled;
  const remediation = detail === null ? control.remediation : `${control.remediation} ${detail}`;
  return {
    title: sentence(control.title, assessment),
    gap: sentence(control.gap, assessment),
    why: sentence(control.why, assessment),
    remediation: sentence(remediation, assessment),
  };
}

/** A fact that decided, in words. */
export interface Reason {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  /** "AWS default since 2023-01-05", "not answered", "from the drawing", or empty for an answer. */
  readonly origin: string;
  readonly because: Because;
}

// A map: names of facts may come from a file, and `constructor` must not find anything.
const GRAPH_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    inside: 'Placed in',
    sendsTo: 'Sends data to',
    receivesFrom: 'Receives data from',
    diagramServices: 'In this diagram',
    contains: 'Contains',
    crosses: 'Crosses the border of',
    shares: 'Both ends are in',
    service: 'Service',
    [DATA_FACT]: 'Data that reach it',
  }),
);
const ORIGINS = {
  answer: '',
  awsDefault: 'AWS default',
  graph: 'from the drawing',
  unanswered: 'not answered',
} as const;

interface Found {
  readonly label: string;
  readonly property: Property | null;
}

const LEVEL: Found = { label: DATA_LEVEL.label, property: DATA_LEVEL };

const propertyOf = (properties: readonly Property[] | undefined, id: string): Property | null =>
  properties?.find((property) => property.id === id) ?? null;

function findResourceFact(catalog: Catalog, name: string, service: string): Found {
  const [head = '', second, third] = name.split('.');
  if (head === DATA_LEVEL.id) return LEVEL;
  if (second === undefined) {
    const property = propertyOf(catalog.services.get(service)?.properties, head);
    return { label: GRAPH_LABELS.get(head) ?? property?.label ?? head, property };
  }
  if (head === 'sendsTo' || head === 'receivesFrom') {
    const other = catalog.services.get(second);
    const property = propertyOf(other?.properties, third ?? '');
    return { label: `${property?.label ?? third} of ${kindName(catalog, second)}`, property };
  }
  const boundary = catalog.boundaries.get(head);
  const property = propertyOf(boundary?.properties, second);
  return { label: `${property?.label ?? second} of the ${kindName(catalog, head)}`, property };
}

function find(catalog: Catalog, assessment: Assessment, fact: string): Found {
  const { element } = assessment;
  if (fact === DATA_LEVEL.id) return LEVEL;
  if (element.kind === 'resource') return findResourceFact(catalog, fact, element.service);
  if (element.kind === 'boundary') {
    const [head = '', second] = fact.split('.');
    if (second !== undefined) return findResourceFact(catalog, fact, '');
    const property = propertyOf(catalog.boundaries.get(element.service)?.properties, head);
    return { label: GRAPH_LABELS.get(head) ?? property?.label ?? head, property };
  }
  const services = element.service.split(' → ');
  const dot = fact.indexOf('.');
  const head = ENDS.find((each) => each === fact.slice(0, dot));
  if (head) {
    const end = sideOf(head, catalog.flow(services[0] ?? '', services[1] ?? '').rule.initiator);
    const found = findResourceFact(catalog, fact.slice(dot + 1), services[end === 'source' ? 0 : 1] ?? '');
    return { label: `${found.label} (${element.ends?.[end] ?? end})`, property: found.property };
  }
  const property = propertyOf(catalog.flow(services[0] ?? '', services[1] ?? '').properties, fact);
  return { label: GRAPH_LABELS.get(fact) ?? property?.label ?? fact, property };
}

/** An AWS default with the day that it holds since; of a resource older than that, the day that it held before. */
function defaultWords(property: Property | null, value: Because['value']): string {
  const { since, before, value: now } = property?.awsDefault ?? {};
  if (since === undefined) return ORIGINS.awsDefault;
  return `${ORIGINS.awsDefault} ${value === before && value !== now ? 'before' : 'since'} ${since}`;
}

/** The facts that decided an assessment, in words. */
export function reasons(catalog: Catalog, assessment: Assessment): readonly Reason[] {
  return assessment.because.map((because) => {
    const { label, property } = find(catalog, assessment, because.fact);
    const absent = because.origin === 'graph' && because.value === null;
    return {
      fact: because.fact,
      label,
      value: absent ? 'not there' : valueText(catalog, because.value, property),
      origin: because.origin === 'awsDefault' ? defaultWords(property, because.value) : ORIGINS[because.origin],
      because,
    };
  });
}
