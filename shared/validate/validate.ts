import type { Catalog } from '../catalog/catalog.ts';
import { boundariesById, flowsById, resourcesById } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import { affectedIds } from './affected.ts';
import { assessBoundary, assessFlow, assessResource, type Context } from './assess.ts';
import { newMemo } from './facts.ts';
import { mergeFindings } from './mergeFindings.ts';
import {
  type ElementReport,
  exchangeTally,
  type Finding,
  type Judged,
  keyOf,
  NO_TALLY,
  type Report,
  sortFindings,
  sumTallies,
} from './report.ts';
import { isSameReport } from './sameReport.ts';

const contextOf = (diagram: Diagram, catalog: Catalog, today: string): Context => ({
  catalog,
  diagram,
  today,
  memo: newMemo(),
  decisions: new Map(diagram.suppressions.map((each) => [keyOf(each.control, each.element), each])),
});

/**
 * Judges every element of a diagram by the catalog. Pure, total and deterministic; independent of the order of
 * elements. `today` is an ISO date and decides only which decisions have expired.
 */
export function validate(diagram: Diagram, catalog: Catalog, today: string): Report {
  const context = contextOf(diagram, catalog, today);
  const elements = new Map<string, ElementReport>();
  for (const boundary of diagram.boundaries) elements.set(boundary.id, assessBoundary(context, boundary));
  for (const resource of diagram.resources) elements.set(resource.id, assessResource(context, resource));
  for (const flow of diagram.flows) {
    const report = assessFlow(context, flow);
    if (report) elements.set(flow.id, report);
  }
  const reports = [...elements.values()];
  const findings = sortFindings(reports.flatMap((report) => report.findings));
  return { elements, findings, tally: sumTallies(reports.map((report) => report.tally)) };
}

function assessById(context: Context, id: string): ElementReport | null {
  const { diagram } = context;
  const resource = resourcesById(diagram.resources).get(id);
  if (resource) return assessResource(context, resource);
  const flow = flowsById(diagram.flows).get(id);
  if (flow) return assessFlow(context, flow);
  const boundary = boundariesById(diagram.boundaries).get(id);
  return boundary ? assessBoundary(context, boundary) : null;
}

/** What became of the elements that an edit can have affected, as far as they are judged otherwise; null: gone. */
function rejudged(previous: Report, affected: ReadonlySet<string>, context: Context) {
  const changed = new Map<string, ElementReport | null>();
  for (const id of affected) {
    const before = previous.elements.get(id);
    const after = assessById(context, id);
    const isSame = before && after ? isSameReport(before, after) : before === undefined && after === null;
    if (!isSame) changed.set(id, after);
  }
  return changed;
}

function revalidate(previous: Report, affected: ReadonlySet<string>, context: Context): Report {
  const changed = rejudged(previous, affected, context);
  if (changed.size === 0) return previous;
  const elements = new Map(previous.elements);
  const gone: Finding[] = [];
  const fresh: Finding[] = [];
  let { tally } = previous;
  for (const [id, after] of changed) {
    const before = elements.get(id);
    if (after) elements.set(id, after);
    else elements.delete(id);
    gone.push(...(before?.findings ?? []));
    fresh.push(...(after?.findings ?? []));
    tally = exchangeTally(tally, before?.tally ?? NO_TALLY, after?.tally ?? NO_TALLY);
  }
  return { elements, findings: mergeFindings(previous.findings, gone, fresh), tally };
}

/**
 * The report on a diagram that an edit made of a judged one: what `validate` would give, at the cost of what the edit
 * touched.
 */
export function validateEdit(before: Judged, diagram: Diagram, catalog: Catalog, today: string): Report {
  if (before.diagram === diagram) return before.report;
  const affected = affectedIds(before.diagram, diagram, catalog);
  return affected.size === 0 ? before.report : revalidate(before.report, affected, contextOf(diagram, catalog, today));
}

/**
 * `validate` with a memory: the same report, at the cost of what an edit touched. Keep one per open diagram. Reports of
 * elements that come out as before are the same objects, and so is the whole when all do.
 */
export function createValidator(catalog: Catalog): (diagram: Diagram, today: string) => Report {
  let last: (Judged & { readonly today: string }) | null = null;
  return (diagram, today) => {
    const isKnown = last !== null && last.today === today;
    const report = last && isKnown ? validateEdit(last, diagram, catalog, today) : validate(diagram, catalog, today);
    last = { diagram, today, report };
    return report;
  };
}
