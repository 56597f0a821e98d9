import type { Catalog, CompiledControl, Subject } from '../catalog/catalog.ts';
import type { Truth, Verdict } from '../catalog/predicate.ts';
import { dataAt, dataIn, dataOn } from '../classify/classify.ts';
import type { ClassSet } from '../dataClasses.ts';
import { flowName, resourcesById } from '../diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource, Suppression } from '../diagram/schema.ts';
import { isOutdated } from './decisionFacts.ts';
import { boundaryName, resourceName } from './elementName.ts';
import { boundaryFacts, flowFacts, type Memo, type NamedReader, resourceFacts } from './facts.ts';
import {
  type Assessment,
  type ElementRef,
  type ElementReport,
  isFinding,
  isWorse,
  keyOf,
  type Outcome,
  type Reopened,
  tallyOf,
} from './report.ts';
import { severityWith } from './severity.ts';

/** Decisions by finding key. */
export type Decisions = ReadonlyMap<string, Suppression>;

const OUTCOME: Readonly<Record<Truth, Outcome>> = { true: 'satisfied', false: 'gap', unknown: 'unknown' };

/** The outcome of a control before decisions count, by what its two conditions say. */
function outcomeOf(applying: Verdict | null, met: Verdict): Outcome {
  return applying?.truth === 'unknown' && met.truth !== 'true' ? 'unknown' : OUTCOME[met.truth];
}

/** Why a decision no longer holds, or null while it does. It holds through its last day. */
function reopenedBy(
  decision: Suppression,
  judged: Pick<Assessment, 'because' | 'element' | 'raise' | 'severity'>,
  today: string,
): Reopened | null {
  if (decision.expiresOn !== null && decision.expiresOn < today) return 'expired';
  if (decision.decidedSeverity && isWorse(judged.severity, decision.decidedSeverity)) return 'severityRose';
  return isOutdated(decision, judged) ? 'factsChanged' : null;
}

/** A control that could not be judged: a fault of its own, which must not take the rest of the report with it. */
const faulty = (
  judging: Pick<Assessment, 'key' | 'compiled' | 'element' | 'severity' | 'raise'>,
  error: unknown,
): Assessment => ({
  ...judging,
  outcome: 'unknown',
  because: [],
  suppression: null,
  reopened: null,
  error: error instanceof Error ? error.message : String(error),
});

/** What an element is judged by. */
interface Judging {
  readonly read: NamedReader;
  /** The classes of data that reach it. */
  readonly data: ClassSet;
  readonly decisions: Decisions;
  readonly today: string;
}

function assessOne(
  compiled: CompiledControl,
  element: ElementRef,
  { read, data, decisions, today }: Judging,
): Assessment | null {
  const key = keyOf(compiled.control.id, element.id);
  const { severity, raise } = severityWith(compiled.control, data);
  const suppression = decisions.size === 0 ? null : (decisions.get(key) ?? null);
  try {
    const applying = compiled.applies?.(read) ?? null;
    const silent = applying?.truth === 'false';
    if (silent && compiled.onlyWhereItApplies) return null;
    const met = silent ? applying : compiled.satisfied(read);
    const judged = silent ? 'notApplicable' : outcomeOf(applying, met);
    const open = applying?.truth === 'unknown' && judged === 'unknown';
    const because = (open ? applying : met).decidedBy.map(read);
    const decided = suppression !== null && (judged === 'gap' || judged === 'unknown');
    const reopened = decided ? reopenedBy(suppression, { because, element, raise, severity }, today) : null;
    const outcome = decided && reopened === null ? 'suppressed' : judged;
    // Written out: there are ten thousands of these in a large report, and a spread takes several times as long.
    return { key, compiled, element, severity, raise, outcome, because, suppression, reopened, error: null };
  } catch (error) {
    return { ...faulty({ key, compiled, element, severity, raise }, error), suppression };
  }
}

/** Judges every control of one element. */
function assessElement(element: ElementRef, subject: Subject | undefined, judging: Judging): ElementReport {
  const assessments: Assessment[] = [];
  for (const compiled of subject?.controls ?? []) {
    const assessment = assessOne(compiled, element, judging);
    if (assessment !== null) assessments.push(assessment);
  }
  const findings = assessments.filter(isFinding);
  return { element, assessments, findings, tally: tallyOf(assessments), known: subject !== undefined };
}

/** What judging takes: the catalog, the diagram, the decisions on it by key, and the day (ISO) that expiry is judged by. */
export interface Context {
  readonly catalog: Catalog;
  readonly diagram: Diagram;
  readonly decisions: Decisions;
  readonly today: string;
  readonly memo: Memo;
}

export function assessResource(context: Context, resource: Resource): ElementReport {
  const subject = context.catalog.services.get(resource.service);
  const name = resourceName(context.catalog, resource);
  const element: ElementRef = { id: resource.id, kind: 'resource', name, service: resource.service };
  const judging = { ...context, read: resourceFacts(context, resource), data: dataAt(context, resource) };
  return assessElement(element, subject, judging);
}

export function assessFlow(context: Context, flow: Flow): ElementReport | null {
  const resources = resourcesById(context.diagram.resources);
  const source = resources.get(flow.from);
  const target = resources.get(flow.to);
  if (!source || !target) return null;
  const nameOf = (end: Resource) => resourceName(context.catalog, end);
  const element: ElementRef = {
    id: flow.id,
    kind: 'flow',
    name: flow.label || flowName(context.diagram, flow),
    service: `${source.service} → ${target.service}`,
    ends: { source: nameOf(source), target: nameOf(target) },
    between: [source.id, target.id],
  };
  const entry = context.catalog.flow(source.service, target.service);
  const read = flowFacts(context, flow, source, target);
  return assessElement(element, entry, { ...context, read, data: dataOn(context, flow) });
}

export function assessBoundary(context: Context, boundary: Boundary): ElementReport {
  const subject = context.catalog.boundaries.get(boundary.kind);
  const name = boundaryName(context.catalog, boundary);
  const element: ElementRef = { id: boundary.id, kind: 'boundary', name, service: boundary.kind };
  const judging = { ...context, read: boundaryFacts(context, boundary), data: dataIn(context, boundary) };
  return assessElement(element, subject, judging);
}
