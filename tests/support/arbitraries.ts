import fc from 'fast-check';
import { classesOf, type DataClass } from '../../shared/dataClasses.ts';
import {
  type AnswerOf,
  type Boundary,
  CLASSIFIED_LEVELS,
  type DataOfResource,
  type Diagram,
  type ExposureRule,
  type Flow,
  type From,
  nameOrNone,
  type Resource,
  type Suppression,
  type TextBox,
  THROUGH,
  type Through,
  type To,
} from '../../shared/diagram/schema.ts';
import { SEVERITIES } from '../../shared/severities.ts';

/** Texts that break careless code: markup, quotes, control characters, lone surrogates, right-to-left, very long. */
export const HOSTILE_TEXTS = [
  '',
  '<script>alert(1)</script>',
  ']]>',
  '&amp; "quoted" \'single\'',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  'line\nbreak\r\ttab',
  '"position": {\n  "x": 1,\n  "y": 2\n}',
  '\u202Eevil\u202C',
  '__proto__',
  '日本語 😀 é',
  'x'.repeat(200),
] as const;

export const hostileText = (maxLength = 200): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS.map((text) => text.slice(0, maxLength))),
    fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 20) }).map((text) => text.slice(0, maxLength)),
    fc.string({ maxLength: 12 }),
  );

const answer: fc.Arbitrary<AnswerOf> = fc.oneof(
  hostileText(),
  fc.boolean(),
  fc.array(hostileText(40), { maxLength: 3 }),
);

/** Answers to questions that no catalog asks. */
const anyAnswers = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('encryption', 'tls', 'constructor', '10', '9'), hostileText(30)), answer), {
    maxLength: 4,
  })
  // No catalog can have a property of this name, and zod leaves it out.
  .map((entries) => entries.filter(([property]) => property !== '__proto__'))
  .map((entries): Record<string, AnswerOf> => Object.fromEntries(entries));

const coordinate = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }),
  fc.double({ min: -1_000_000, max: 1_000_000, noNaN: true }).map((value) => value + 0),
);
const length = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.001, max: 1_000_000, noNaN: true }));

const dataClasses: fc.Arbitrary<readonly DataClass[]> = fc.nat(63).map(classesOf);
const dataOfResource: fc.Arbitrary<DataOfResource> = fc.record(
  {
    brings: dataClasses,
    transforms: fc.record({
      how: fc.constantFrom('masks', 'aggregates', 'tokenises'),
      takes: fc.integer({ min: 1, max: 63 }).map(classesOf),
      leaves: dataClasses,
      why: hostileText().map((text) => text.trim() || 'because'),
    }),
  },
  { requiredKeys: ['brings'] },
);
/** One in three, so that there are diagrams without. */
const nowAndThen = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each });

interface Words {
  readonly service: fc.Arbitrary<string>;
  readonly kind: fc.Arbitrary<string>;
  readonly control: fc.Arbitrary<string>;
  readonly answersOf: (owner: string) => fc.Arbitrary<Record<string, AnswerOf>>;
  readonly flowAnswers: fc.Arbitrary<Record<string, AnswerOf>>;
}

const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const at = <T>(items: readonly T[], index: number): T | undefined =>
  items.length === 0 ? undefined : items[index % items.length];

/** Diagrams with boundaries in a tree, resources in them, flows among them and decisions on them. */
export function diagrams(words: Words, most = 8): fc.Arbitrary<Diagram> {
  const nat = fc.nat(1000);
  const position = fc.record({ x: coordinate, y: coordinate });
  const size = fc.record({ width: length, height: length });
  const boundaryParts = words.kind.chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      name: hostileText().map(nameOrNone),
      parent: nat,
      position,
      size,
      answers: words.answersOf(kind),
      note: hostileText(),
    }),
  );
  const resourceParts = words.service.chain((service) =>
    fc.record({
      service: fc.constant(service),
      name: hostileText().map(nameOrNone),
      parent: nat,
      position,
      answers: words.answersOf(service),
      note: hostileText(),
      badge: fc.option(hostileText(30), { nil: undefined }),
      data: nowAndThen(dataOfResource),
    }),
  );
  const flowParts = fc.record({
    from: nat,
    step: nat,
    label: hostileText().map(nameOrNone),
    answers: words.flowAnswers,
    note: hostileText(),
    bend: fc.option(position, { nil: undefined }),
    carries: nowAndThen(dataClasses),
  });
  const textParts = fc.record({
    text: hostileText(),
    style: fc.constantFrom('title', 'note'),
    parent: nat,
    position,
    size,
  });
  const decisionParts = fc.record({
    control: words.control,
    element: nat,
    kind: fc.constantFrom('riskAccepted', 'compensated', 'falsePositive'),
    justification: hostileText().map((text) => text.trim() || 'because'),
    owner: hostileText(),
    decidedOn: date,
    expiresOn: fc.option(date),
    facts: fc.option(fc.constantFrom('00000000', 'deadbeef')),
    decidedFacts: fc.option(
      fc.array(
        fc.record({ fact: hostileText(20), value: fc.oneof(hostileText(20), fc.boolean(), fc.constant(null)) }),
        {
          maxLength: 2,
        },
      ),
      { nil: undefined },
    ),
    decidedSeverity: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
    compensatedBy: fc.option(hostileText(20), { nil: undefined }),
    ticket: fc.option(hostileText(20), { nil: undefined }),
  });
  const ruleParts = fc.record({
    name: hostileText().map(nameOrNone),
    from: fc.constantFrom('internet', 'otherAccount', 'service', 'resource'),
    to: fc.constantFrom('data', 'resource'),
    service: words.service,
    ends: fc.tuple(nat, nat),
    atLeast: fc.constantFrom(...CLASSIFIED_LEVELS),
    through: fc.constantFrom(...(Object.keys(THROUGH) as Through[])),
    severity: fc.constantFrom(...SEVERITIES),
  });
  return fc
    .record({
      name: hostileText().map(nameOrNone),
      ids: fc.uniqueArray(fc.uuid(), { minLength: 40, maxLength: 40 }),
      boundaries: fc.array(boundaryParts, { maxLength: Math.ceil(most / 2) }),
      resources: fc.array(resourceParts, { maxLength: most }),
      flows: fc.array(flowParts, { maxLength: most + 2 }),
      decisions: fc.array(decisionParts, { maxLength: 4 }),
      texts: fc.array(textParts, { maxLength: 3 }),
      rules: fc.array(ruleParts, { maxLength: 2 }),
    })
    .map((parts): Diagram => {
      const ids = [...parts.ids];
      const nextId = () => ids.pop() ?? 'spare';
      const boundaries: Boundary[] = [];
      for (const { parent, ...rest } of parts.boundaries) {
        // One in three stands on the bare canvas.
        const inside = parent % 3 === 0 ? null : (at(boundaries, parent)?.id ?? null);
        boundaries.push({ id: nextId(), ...rest, inside });
      }
      const container = (parent: number) => (parent % 3 === 0 ? null : (at(boundaries, parent)?.id ?? null));
      const resources = parts.resources.map(({ parent, badge, data, ...rest }): Resource => {
        return {
          id: nextId(),
          ...rest,
          inside: container(parent),
          ...(badge === undefined ? {} : { badge }),
          ...(data ? { data } : {}),
        };
      });
      const texts = parts.texts.map(({ parent, ...rest }): TextBox => {
        return { id: nextId(), ...rest, inside: container(parent) };
      });
      const flows = parts.flows.flatMap(({ from, step, bend, carries, ...rest }): Flow[] => {
        const source = at(resources, from);
        const target = at(resources, from + 1 + (step % Math.max(1, resources.length - 1)));
        if (!source || !target || source === target) return [];
        return [
          {
            id: nextId(),
            from: source.id,
            to: target.id,
            ...rest,
            ...(bend === undefined ? {} : { bend }),
            ...(carries ? { carries } : {}),
          },
        ];
      });
      const elements = [...resources, ...flows, ...boundaries];
      const suppressions = parts.decisions.flatMap((decision): Suppression[] => {
        const { element, decidedFacts, decidedSeverity, compensatedBy, ticket, ...rest } = decision;
        const on = at(elements, element);
        if (!on) return [];
        const more = Object.entries({ decidedFacts, decidedSeverity, compensatedBy, ticket }).filter(
          ([, value]) => value !== undefined,
        );
        return [{ ...rest, element: on.id, ...Object.fromEntries(more) }];
      });
      const rules = parts.rules.map(({ name, from, to, service, ends, atLeast, through, severity }): ExposureRule => {
        const [begin = 'gone', end = 'gone'] = ends.map((i) => at(resources, i)?.id);
        const begins = { kind: from, ...(from === 'service' ? { service } : from === 'resource' ? { id: begin } : {}) };
        const wanted = to === 'data' ? { kind: to, atLeast } : { kind: to, id: end };
        return { id: nextId(), name, question: { from: begins as From, to: wanted as To, through }, severity };
      });
      const drawn = { name: parts.name, boundaries, resources, flows, suppressions, texts };
      return rules.length === 0 ? drawn : { ...drawn, rules };
    });
}

/** Diagrams that know no catalog: any service, any answer. */
export const anyDiagram: fc.Arbitrary<Diagram> = diagrams({
  service: fc.oneof(
    fc.constantFrom('s3', 'redshift'),
    hostileText(90).map((text) => `x${text}`),
  ),
  kind: fc.constantFrom('vpc', 'region', 'made-up'),
  control: fc.constantFrom('s3.encrypt-at-rest', 'flow.tls', 'no.such-control'),
  answersOf: () => anyAnswers,
  flowAnswers: anyAnswers,
});
