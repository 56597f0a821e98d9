import fc from 'fast-check';
import { classesOf } from '../../shared/dataClasses.ts';
import * as add from '../../shared/diagram/edit/add.ts';
import * as answers from '../../shared/diagram/edit/answer.ts';
import { ALIGNMENTS, align, distribute } from '../../shared/diagram/edit/arrange.ts';
import { applyArrangement } from '../../shared/diagram/edit/arrangement.ts';
import { bendFlow } from '../../shared/diagram/edit/bend.ts';
import { setBrings, setCarries, setTransformation } from '../../shared/diagram/edit/data.ts';
import { duplicate } from '../../shared/diagram/edit/duplicate.ts';
import { excerpt } from '../../shared/diagram/edit/excerpt.ts';
import { fitBoundary } from '../../shared/diagram/edit/fitBoundary.ts';
import { growAround } from '../../shared/diagram/edit/grow.ts';
import { insert } from '../../shared/diagram/edit/insert.ts';
import * as moving from '../../shared/diagram/edit/move.ts';
import { type FlowEnd, reconnect } from '../../shared/diagram/edit/reconnect.ts';
import { remove } from '../../shared/diagram/edit/remove.ts';
import { putRule, removeRule } from '../../shared/diagram/edit/rule.ts';
import * as signOffs from '../../shared/diagram/edit/signOff.ts';
import * as decisions from '../../shared/diagram/edit/suppress.ts';
import * as texts from '../../shared/diagram/edit/text.ts';
import { type AnswerOf, type Diagram, TRANSFORMATIONS, type TransformationKind } from '../../shared/diagram/schema.ts';
import { hostileText } from './arbitraries.ts';

/** Numbers and texts that an edit takes its choices from. */
export interface Step {
  readonly operation: keyof typeof OPERATIONS;
  readonly a: number;
  readonly b: number;
  readonly text: string;
  readonly answer: AnswerOf;
}

/** What edits choose from beyond the diagram itself. */
export interface Choices {
  readonly services: readonly string[];
  readonly kinds: readonly string[];
  readonly controls: readonly string[];
  readonly properties: readonly string[];
}

type Apply = (diagram: Diagram, step: Step, choices: Choices, newId: () => string) => Diagram;

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];

const elements = (diagram: Diagram) => [...diagram.resources, ...diagram.boundaries, ...diagram.flows];
const anyId = (diagram: Diagram, index: number): string =>
  pick([...elements(diagram), ...diagram.texts], index)?.id ?? 'nothing';
const placed = (diagram: Diagram) => [...diagram.resources, ...diagram.boundaries, ...diagram.texts];
const container = (diagram: Diagram, index: number): string | null =>
  index % 4 === 0 ? null : (pick(diagram.boundaries, index)?.id ?? null);
const spot = ({ a, b }: Step) => ({ x: (a - 500) * 7.3, y: (b - 500) * 1e6 });

/** Every edit that the app has, driven by a step. */
export const OPERATIONS = {
  renameDiagram: (diagram, { text }) => add.renameDiagram(diagram, text),
  addResource: (diagram, step, { services }, newId) =>
    add.addResource(diagram, {
      id: newId(),
      service: pick(services, step.a) ?? 's3',
      name: step.text,
      inside: container(diagram, step.b),
      position: spot(step),
    }),
  addBoundary: (diagram, step, { kinds }, newId) =>
    add.addBoundary(diagram, {
      id: newId(),
      kind: pick(kinds, step.a) ?? 'vpc',
      name: step.text,
      inside: container(diagram, step.b),
      position: spot(step),
      size: { width: step.a + 1, height: step.b + 1 },
    }),
  addFlow: (diagram, { a, b }, _choices, newId) =>
    add.addFlow(diagram, newId(), anyId(diagram, a), pick(diagram.resources, b)?.id ?? 'nothing'),
  rename: (diagram, { a, text }) => answers.rename(diagram, anyId(diagram, a), text),
  setNote: (diagram, { a, b, text }) => answers.setNote(diagram, [anyId(diagram, a), anyId(diagram, b)], text),
  setAnswer: (diagram, { a, b, answer }, { properties }) =>
    answers.setAnswer(diagram, anyId(diagram, a), pick(properties, b) ?? 'tls', answer),
  takeAnswerBack: (diagram, { a, b }) => {
    const element = pick(elements(diagram), a);
    return element
      ? answers.setAnswer(diagram, element.id, pick(Object.keys(element.answers), b) ?? 'tls', undefined)
      : diagram;
  },
  setAnswerOfMany: (diagram, { a, b, answer }, { properties }) =>
    answers.setAnswerOfMany(
      diagram,
      [a, b, a + b].map((index) => anyId(diagram, index)),
      pick(properties, b) ?? 'tls',
      b % 3 === 0 ? undefined : answer,
    ),
  takeAnswersBack: (diagram, { a, b }) =>
    answers.takeAnswersBack(
      diagram,
      [anyId(diagram, a), anyId(diagram, b)],
      Object.keys(pick(elements(diagram), a)?.answers ?? {}),
    ),
  align: (diagram, { a, b }) =>
    align(diagram, [anyId(diagram, a), anyId(diagram, b), anyId(diagram, a + b)], pick(ALIGNMENTS, b) ?? 'left'),
  distribute: (diagram, { a, b }) => {
    const ids = [a, b, a + b, a + 1].map((index) => anyId(diagram, index));
    return distribute(diagram, ids, a % 2 === 0 ? 'x' : 'y');
  },
  applyArrangement: (diagram, step) => {
    const inside = container(diagram, step.b);
    const items = placed(diagram).filter((item) => item.inside === inside);
    return applyArrangement(diagram, inside, {
      moves: items.map(({ id }, i) => ({ id, position: { x: i * step.a, y: step.b * 1e3 } })),
      sizes: diagram.boundaries.slice(0, 2).map(({ id }) => ({ id, size: { width: step.a * 1e4, height: step.b } })),
      size: { width: 1 + step.a * items.length, height: 1 + step.b },
    });
  },
  move: (diagram, step) =>
    moving.move(diagram, [{ id: pick(placed(diagram), step.a)?.id ?? 'nothing', position: spot(step) }]),
  moveInto: (diagram, step) =>
    moving.move(diagram, [
      {
        id: pick(placed(diagram), step.a)?.id ?? 'nothing',
        position: spot(step),
        inside: container(diagram, step.b),
      },
    ]),
  putInside: (diagram, { a, b }) =>
    moving.putInside(diagram, pick(placed(diagram), a)?.id ?? 'nothing', container(diagram, b)),
  resize: (diagram, step) =>
    moving.resizeBoundary(diagram, pick(diagram.boundaries, step.a)?.id ?? 'nothing', spot(step), {
      width: step.a * 1e4,
      height: step.b,
    }),
  fitBoundary: (diagram, { a }) => fitBoundary(diagram, pick(diagram.boundaries, a)?.id ?? 'nothing'),
  growAround: (diagram, step) =>
    growAround(diagram, container(diagram, step.a), { ...spot(step), width: step.a, height: step.b }),
  reconnect: (diagram, { a, b, text }) => {
    const end: FlowEnd = b % 2 === 0 ? 'from' : 'to';
    return reconnect(diagram, anyId(diagram, a), end, anyId(diagram, b), (property) => property > text);
  },
  remove: (diagram, { a, b }) => remove(diagram, [anyId(diagram, a), anyId(diagram, b)]),
  duplicate: (diagram, { a, b }, _choices, newId) =>
    duplicate(diagram, [anyId(diagram, a), anyId(diagram, b)], newId).diagram,
  copyAndPaste: (diagram, step, _choices, newId) =>
    insert(
      diagram,
      excerpt(diagram, [anyId(diagram, step.a), anyId(diagram, step.b)]),
      { offset: spot(step), insideOf: () => container(diagram, step.a) },
      newId,
    ).diagram,
  addText: (diagram, step, _choices, newId) =>
    texts.addText(diagram, {
      id: newId(),
      text: step.text,
      style: step.a % 2 === 0 ? 'title' : 'note',
      inside: container(diagram, step.b),
      position: spot(step),
      size: { width: step.a + 1, height: step.b * 1e4 + 1 },
    }),
  setText: (diagram, { a, text }) => texts.setText(diagram, anyId(diagram, a), text),
  setTextStyle: (diagram, { a, b }) => texts.setTextStyle(diagram, anyId(diagram, a), b % 2 === 0 ? 'title' : 'note'),
  resizeText: (diagram, step) =>
    texts.resizeText(diagram, pick(diagram.texts, step.a)?.id ?? 'nothing', spot(step), {
      width: step.a * 1e4 + 1,
      height: step.b + 1,
    }),
  setBadge: (diagram, { a, text }) => texts.setBadge(diagram, [anyId(diagram, a), anyId(diagram, a + 1)], text),
  setBrings: (diagram, { a, b }) =>
    setBrings(
      diagram,
      [a, b].map((index) => pick(diagram.resources, index)?.id ?? 'nothing'),
      b % 3 === 0 ? [] : classesOf(a % 64),
    ),
  setTransformation: (diagram, { a, b, text }) =>
    setTransformation(
      diagram,
      pick(diagram.resources, a)?.id ?? 'nothing',
      b % 3 === 0
        ? null
        : {
            how: pick(Object.keys(TRANSFORMATIONS) as TransformationKind[], a) ?? 'masks',
            takes: classesOf(b % 64),
            leaves: classesOf((b >> 3) % 64),
            why: text,
          },
    ),
  setCarries: (diagram, { a, b }) =>
    setCarries(diagram, pick(diagram.flows, a)?.id ?? 'nothing', b % 3 === 0 ? null : classesOf(b % 64)),
  bendFlow: (diagram, step) => bendFlow(diagram, anyId(diagram, step.a), step.b % 3 === 0 ? null : spot(step)),
  putRule: (diagram, { a, b, text }) =>
    putRule(diagram, {
      id: `rule-${a % 3}`,
      name: text,
      question: {
        from: a % 2 === 0 ? { kind: 'internet' } : { kind: 'resource', id: anyId(diagram, a) },
        to: b % 2 === 0 ? { kind: 'data', atLeast: 'sensitive' } : { kind: 'resource', id: anyId(diagram, b) },
        through: 'anything',
      },
      severity: 'high',
    }),
  removeRule: (diagram, { a }) => removeRule(diagram, `rule-${a % 3}`),
  signOff: (diagram, { a, b, text }) =>
    signOffs.signOff(diagram, {
      reviewer: text,
      date: '2026-01-01',
      scope: a % 2 === 0 ? 'all' : [anyId(diagram, a), anyId(diagram, b)],
    }),
  withdrawSignOff: (diagram, { a }) => {
    const signed = pick(diagram.signOffs ?? [], a);
    return signed ? signOffs.withdrawSignOff(diagram, signed) : diagram;
  },
  suppress: (diagram, { a, b, text }, { controls }) =>
    elements(diagram).length === 0
      ? diagram
      : decisions.suppress(diagram, {
          control: pick(controls, b) ?? 's3.encrypt-at-rest',
          element: pick(elements(diagram), a)?.id ?? 'nothing',
          kind: 'riskAccepted',
          justification: text.trim() || 'because',
          owner: '',
          decidedOn: '2026-01-01',
          expiresOn: b % 2 === 0 ? '2027-01-01' : null,
          facts: null,
        }),
  unsuppress: (diagram, { a }) => {
    const decision = pick(diagram.suppressions, a);
    return decision ? decisions.unsuppress(diagram, decision.control, decision.element) : diagram;
  },
} as const satisfies Record<string, Apply>;

/** Steps, with texts up to lengths that no file may hold. */
export const steps: fc.Arbitrary<Step> = fc.record({
  operation: fc.constantFrom(...(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[])),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.oneof(hostileText(), fc.constant('long '.repeat(2500))),
  answer: fc.oneof(fc.boolean(), fc.constantFrom('none', 'kms', 'y'.repeat(3000)), fc.constant(['a', 'b'])),
});

/** Applies one step; ids of what it adds come from `newId`. */
export const applyStep = (diagram: Diagram, step: Step, choices: Choices, newId: () => string): Diagram =>
  OPERATIONS[step.operation](diagram, step, choices, newId);

/** Ids `new-1`, `new-2`, … */
export function idMaker(): () => string {
  let count = 0;
  return () => `new-${++count}`;
}
