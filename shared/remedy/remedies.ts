import type { Catalog } from '../catalog/catalog.ts';
import type { FactReader } from '../catalog/predicate.ts';
import type { AnswerValue } from '../catalog/schema.ts';
import { flowsById } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import type { Around } from '../validate/facts.ts';
import { newMemo } from '../validate/facts.ts';
import { type Assessment, isFinding } from '../validate/report.ts';
import { optionsOf, stepsFor } from './handle.ts';
import { routeSteps } from './route.ts';
import { type Step, stepKey, stepsText } from './step.ts';
import { readerOf } from './subject.ts';
import { type Way, waysTo } from './ways.ts';

/** A way to close a finding. */
export interface Remedy {
  /** What it does, as a label of a button. */
  readonly label: string;
  readonly steps: readonly Step[];
  /** The catalog names it: the one answer that is safe wherever the control applies. */
  readonly authored: boolean;
}

/** More than a person would choose from. */
const MOST = 12;

/** Facts of a diagram as remedies need them; good for as long as the diagram is the same. */
export const aroundOf = (diagram: Diagram, catalog: Catalog): Around => ({ diagram, catalog, memo: newMemo() });

/** Whether steps that connect with a service mean the same resource of it: what is staged in one bucket is loaded from it. */
function isOneWay(steps: readonly Step[]): boolean {
  const others = new Map<string, string>();
  return steps.every((step) => {
    if (step.kind !== 'connect') return true;
    const { service, id = '' } = step.other;
    if ((others.get(service) ?? id) !== id) return false;
    others.set(service, id);
    return true;
  });
}

/** The steps of a way: what each of its aims takes, in every combination that goes together. */
function stepsOf(around: Around, id: string, way: Way): readonly (readonly Step[])[] {
  let all: readonly (readonly Step[])[] = [[]];
  for (const aim of way) {
    const choices = stepsFor(around, id, aim);
    const combined = all.flatMap((steps) => choices.map((more) => [...steps, ...more]));
    all = combined.filter(isOneWay).slice(0, MOST);
  }
  return all;
}

/** Whether a control would be met, or not apply any more, with these answers of the element itself. */
function isMetWith(
  { compiled }: Assessment,
  read: FactReader,
  answers: Readonly<Record<string, AnswerValue>>,
): boolean {
  const after: FactReader = (name) => {
    const value = answers[name];
    return value === undefined ? read(name) : { value, origin: 'answer' };
  };
  return compiled.satisfied(after).truth === 'true' || compiled.applies?.(after).truth === 'false';
}

/**
 * The one answer that is safe, which the catalog names; null where it names none, or where it would not do because of
 * other answers.
 */
export function safeFix(around: Around, assessment: Assessment): Remedy | null {
  const { compiled, element } = assessment;
  const { fix } = compiled.control;
  const read = readerOf(around, element.id);
  if (!fix || read === null || !isFinding(assessment) || !isMetWith(assessment, read, fix.set)) return null;
  const steps = Object.entries(fix.set).map(
    ([property, value]) => ({ kind: 'answer', element: element.id, property, value }) as const,
  );
  return { label: fix.label, steps, authored: true };
}

const keyOf = (steps: readonly Step[]): string => steps.map(stepKey).sort().join();

/**
 * What would close a finding: first the fix that the catalog names, then services that it names to lead a flow through,
 * then other ways, found in the condition of the control, the shortest first, at most twelve. A question has only the first: its answer is for people to find out.
 */
export function remediesOf(around: Around, assessment: Assessment): readonly Remedy[] {
  if (!isFinding(assessment)) return [];
  const { id } = assessment.element;
  const fix = safeFix(around, assessment);
  const read = readerOf(around, id);
  if (assessment.outcome !== 'gap' || read === null) return fix ? [fix] : [];
  const options = (fact: string) => optionsOf(around, id, fact);
  const ways = waysTo(assessment.compiled.control.satisfiedWhen, true, { read, options });
  const known = new Set(fix ? [keyOf(fix.steps)] : []);
  const found: Remedy[] = fix ? [fix] : [];
  const flow = flowsById(around.diagram.flows).get(id);
  const routes = flow ? routeSteps(around, flow, assessment.compiled) : [];
  for (const steps of [...routes.map((step) => [step]), ...ways.flatMap((way) => stepsOf(around, id, way))]) {
    if (steps.length === 0 || known.has(keyOf(steps))) continue;
    known.add(keyOf(steps));
    found.push({ label: stepsText(around.diagram, around.catalog, steps, id), steps, authored: false });
  }
  return found.slice(0, MOST);
}
