import { classify, dataIn, dataOn } from '../../shared/classify/classify.ts';
import { type Classification, reaching } from '../../shared/classify/propagate.ts';
import type { ClassSet } from '../../shared/dataClasses.ts';
import { changes } from '../../shared/diagram/changes.ts';
import { boundariesById, boundariesOf, flowsById } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { createRuleJudge, type JudgedRule } from '../../shared/exposure/rules.ts';
import {
  type Assessment,
  type ElementReport,
  exchangeTally,
  NO_TALLY,
  type Report,
  sumTallies,
  type Tally,
} from '../../shared/validate/report.ts';
import { createValidator } from '../../shared/validate/validate.ts';
import { catalog } from './catalog.ts';
import { type State, useStore } from './store.ts';

let validator = { of: catalog, validate: createValidator(catalog) };

/** A validator remembers what it has judged: another catalog needs another one. */
function validatorNow(): ReturnType<typeof createValidator> {
  if (validator.of !== catalog) validator = { of: catalog, validate: createValidator(catalog) };
  return validator.validate;
}

let checked: { readonly report: Report; readonly milliseconds: number } | null = null;

/** The report on the document as it is now. Computed when asked for; costs what the last edit touched. */
export function reportOf(state: State): Report {
  const begun = performance.now();
  const report = validatorNow()(state.history.present, state.today);
  if (checked?.report !== report) checked = { report, milliseconds: performance.now() - begun };
  return report;
}

const judgeRules = createRuleJudge();

/** How each rule of the diagram stands by the report on it. */
export const rulesOf = (state: State): readonly JudgedRule[] =>
  judgeRules({ diagram: state.history.present, catalog, report: reportOf(state) });

/** The rules of the diagram with how they stand. */
export const useRules = (): readonly JudgedRule[] => useStore(rulesOf);

/** How long the last check took, in milliseconds as the browser measures them. */
export const checkedIn = (state: State): number => {
  reportOf(state);
  return checked?.milliseconds ?? 0;
};

/** The assessment with this key, or null. Element ids may hold any character, control ids no "@". */
export function assessmentOf(state: State, key: string | null): Assessment | null {
  if (key === null) return null;
  const element = reportOf(state).elements.get(key.slice(key.indexOf('@') + 1));
  return element?.assessments.find((assessment) => assessment.key === key) ?? null;
}

/** The report, for components that show all of it. */
export const useReport = (): Report => useStore(reportOf);

/** The report on one element; re-renders only when that changes. */
export const useElementReport = (id: string): ElementReport | undefined =>
  useStore((state) => reportOf(state).elements.get(id));

/** What of data reaches each resource, as the report on the document took it. */
export function classificationOf(state: State): Classification {
  reportOf(state);
  return classify({ diagram: state.history.present, catalog });
}

/** The data that reach a resource; re-renders only when they change. */
export const useDataAt = (id: string): ClassSet => useStore((state) => reaching(classificationOf(state), id));

/** The data that a flow carries; re-renders only when they change. */
export const useDataOn = (id: string): ClassSet =>
  useStore((state) => {
    const diagram = state.history.present;
    const flow = flowsById(diagram.flows).get(id);
    return classificationOf(state).size > 0 && flow ? dataOn({ diagram, catalog }, flow) : 0;
  });

/** The data that reach anything inside a boundary; re-renders only when they change. */
export const useDataIn = (id: string): ClassSet =>
  useStore((state) => {
    const diagram = state.history.present;
    const boundary = boundariesById(diagram.boundaries).get(id);
    return classificationOf(state).size > 0 && boundary ? dataIn({ diagram, catalog }, boundary) : 0;
  });

type Rollups = ReadonlyMap<string, Tally>;

function rollUp(diagram: Diagram, report: Report): Rollups {
  const within = new Map<string, Tally[]>();
  for (const [element, { tally }] of report.elements) {
    for (const { id } of boundariesOf(diagram, element)) {
      const tallies = within.get(id);
      if (tallies) tallies.push(tally);
      else within.set(id, [tally]);
    }
  }
  return new Map([...within].map(([id, tallies]) => [id, sumTallies(tallies)]));
}

interface RolledUp {
  readonly report: Report;
  readonly diagram: Diagram;
  readonly rollups: Rollups;
}

/** Whether each element of two diagrams counts in the same boundaries. */
const sameNesting = (a: Diagram, b: Diagram): boolean =>
  changes(a.boundaries, b.boundaries, (one, other) => one.inside !== other.inside).length === 0 &&
  changes(a.resources, b.resources, (one, other) => one.inside !== other.inside).length === 0 &&
  changes(a.flows, b.flows, (one, other) => one.from !== other.from || one.to !== other.to).length === 0;

/** The same counts with those exchanged of elements that are judged otherwise; null when other elements are judged. */
function exchanged(before: RolledUp, diagram: Diagram, { elements }: Report): Rollups | null {
  if (elements.size !== before.report.elements.size) return null;
  const rollups = new Map(before.rollups);
  for (const [element, { tally }] of elements) {
    const old = before.report.elements.get(element)?.tally;
    if (old === undefined) return null;
    if (old === tally) continue;
    for (const { id } of boundariesOf(diagram, element)) {
      rollups.set(id, exchangeTally(rollups.get(id) ?? NO_TALLY, old, tally));
    }
  }
  return rollups;
}

let last: RolledUp | null = null;

/** The counts of each boundary with all inside it; those that came out as before are the same objects, so that only changed badges render. */
export function rollupsOf(state: State): Rollups {
  const report = reportOf(state);
  const diagram = state.history.present;
  if (last?.report === report && last.diagram === diagram) return last.rollups;
  const before = last?.rollups;
  const known = last && sameNesting(last.diagram, diagram) ? exchanged(last, diagram, report) : null;
  const now = known ?? rollUp(diagram, report);
  const rollups = new Map(
    [...now].map(([id, tally]) => {
      const old = before?.get(id);
      const isSame = old !== undefined && (old === tally || JSON.stringify(old) === JSON.stringify(tally));
      return [id, isSame ? old : tally] as const;
    }),
  );
  last = { report, diagram, rollups };
  return rollups;
}

/** Counts of a boundary and all inside it; re-renders only when they change. */
export const useRollup = (id: string): Tally | undefined => useStore((state) => rollupsOf(state).get(id));
