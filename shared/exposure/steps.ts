import type { Category } from '../catalog/terms.ts';
import { type Drawn, linksOf } from '../classify/links.ts';
import { resourcesById } from '../diagram/graph.ts';
import type { Through } from '../diagram/schema.ts';
import type { Assessment, ElementReport, Report } from '../validate/report.ts';

/** What a path is looked for in: the diagram, and the report on it, which alone says what is weak. */
export interface Judged extends Drawn {
  readonly report: Report;
}

/** From one resource to the next that it reaches. */
export interface Step {
  readonly flow: string;
  readonly to: string;
}

const byFlow = (a: Step, b: Step): number => (a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0);

/**
 * Who reaches whom: a resource reaches what it opens connections to, and what sends it data. By resource, in the order
 * of the ids of flows.
 */
export function stepsOf(drawn: Drawn): ReadonlyMap<string, readonly Step[]> {
  const { diagram, catalog } = drawn;
  const resources = resourcesById(diagram.resources);
  const steps = new Map<string, Step[]>();
  const add = (from: string, step: Step) => {
    const own = steps.get(from);
    if (!own) steps.set(from, [step]);
    else if (!own.some(({ flow, to }) => flow === step.flow && to === step.to)) own.push(step);
  };
  for (const flow of diagram.flows) {
    const [source, target] = [resources.get(flow.from), resources.get(flow.to)];
    if (!source || !target) continue;
    const isPush = catalog.flow(source.service, target.service).rule.initiator === 'source';
    if (isPush) add(flow.from, { flow: flow.id, to: flow.to });
    else add(flow.to, { flow: flow.id, to: flow.from });
    for (const link of linksOf(drawn, flow)) add(link.to.id, { flow: flow.id, to: link.from.id });
  }
  for (const own of steps.values()) own.sort(byFlow);
  return steps;
}

const isOpen = ({ outcome }: Assessment): boolean => outcome === 'gap' || outcome === 'unknown';
const inCategory =
  (...categories: readonly Category[]) =>
  (assessment: Assessment): boolean =>
    isOpen(assessment) && categories.includes(assessment.compiled.control.category);

/**
 * Which findings make an element weak in the sense of a question. What is not answered counts as weak, but nothing counts
 * as public before it is known to be; an accepted risk does not count.
 */
const WEAK: Readonly<Record<Through, ((assessment: Assessment) => boolean) | null>> = {
  anything: null,
  noTls: inCategory('encryptionInTransit'),
  noRole: inCategory('identity', 'accessControl'),
  // By the rubric nothing else has to fail where such a gap is critical: anyone outside reaches it. Critical gaps of
  // identity are about passwords and keys that somebody would have to learn first.
  public: (assessment) =>
    assessment.outcome === 'gap' &&
    assessment.compiled.control.severity === 'critical' &&
    inCategory('accessControl', 'networkIsolation')(assessment),
};

/** True when a path through this element counts. */
export function isWeak(report: ElementReport | undefined, through: Through): boolean {
  const isMeant = WEAK[through];
  return isMeant === null || (report?.findings.some(isMeant) ?? false);
}
