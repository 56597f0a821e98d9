import type { Catalog } from '../catalog/catalog.ts';
import { controlsOf } from '../catalog/quality.ts';
import type { Framework, FrameworkRequirement, Reference } from '../catalog/schema.ts';
import type { Assessment, Report } from './report.ts';

/** Something people answer to: a framework, or one edition of it. */
export interface Standard {
  /** Id of the framework, or of its edition. */
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly version: string;
  readonly framework: Framework;
  readonly requirements: readonly FrameworkRequirement[];
}

/**
 * How a diagram stands to a requirement, by the controls that serve it, the worst first. `notInDiagram`: no element of
 * the diagram has such a control, or none applies; `notCovered`: the catalog has no control for it.
 */
export const STANDINGS = ['gap', 'unknown', 'suppressed', 'satisfied', 'notInDiagram', 'notCovered'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface RequirementReport {
  readonly requirement: FrameworkRequirement;
  /** Ids of the controls that serve it, sorted. A mapping, never a claim of compliance. */
  readonly controls: readonly string[];
  readonly standing: Standing;
  /** How many of these controls apply to something in the diagram: one that is met says little of the rest. */
  readonly applying: number;
  /** How many assessments of these controls came out so. */
  readonly counts: Readonly<Record<'gap' | 'unknown' | 'suppressed' | 'satisfied', number>>;
}

export interface StandardReport {
  readonly standard: Standard;
  readonly requirements: readonly RequirementReport[];
  /** Requirements by standing. */
  readonly totals: Readonly<Record<Standing, number>>;
}

function editionsOf(framework: Framework): readonly Standard[] {
  return framework.editions.map((edition) => ({
    ...edition,
    framework,
    requirements: framework.requirements.filter((requirement) => requirement.editions.includes(edition.id)),
  }));
}

/** All standards that the catalog can show a diagram against, in order of their ids. */
export function standardsOf(catalog: Catalog): readonly Standard[] {
  const standards = [...catalog.frameworks.values()].flatMap((framework): readonly Standard[] => {
    if (framework.editions.length > 0) return editionsOf(framework);
    if (framework.kind !== 'standard' || framework.requirements.length === 0) return [];
    const { id, name, shortName, version, requirements } = framework;
    return [{ id, name, shortName, version, framework, requirements }];
  });
  return standards.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The standard with this id, if the catalog has it. */
export const standardOf = (catalog: Catalog, id: string | null): Standard | null =>
  standardsOf(catalog).find((each) => each.id === id) ?? null;

/** The place of what is in none of the standards: after all that is. */
export const NOWHERE = Number.MAX_SAFE_INTEGER;

/** Tells the place of a requirement in standards that follow one another. */
export function placesIn(standards: readonly Standard[]): (reference: Reference) => number {
  const keyOf = ({ framework, requirement }: Reference) => `${framework} ${requirement}`;
  const all = standards.flatMap(({ framework, requirements }) =>
    requirements.map(({ id }) => keyOf({ framework: framework.id, requirement: id })),
  );
  // Editions of a framework share requirements: the first place counts.
  const places = new Map(all.map((key, place) => [key, place] as const).reverse());
  return (reference) => places.get(keyOf(reference)) ?? NOWHERE;
}

const COUNTED = ['gap', 'unknown', 'suppressed', 'satisfied'] as const;

function standing(counts: RequirementReport['counts'], controls: readonly string[]): Standing {
  return COUNTED.find((outcome) => counts[outcome] > 0) ?? (controls.length > 0 ? 'notInDiagram' : 'notCovered');
}

function byControl(report: Report): ReadonlyMap<string, readonly Assessment[]> {
  const found = new Map<string, Assessment[]>();
  for (const { assessments } of report.elements.values()) {
    for (const assessment of assessments) {
      const { id } = assessment.compiled.control;
      const list = found.get(id);
      if (list) list.push(assessment);
      else found.set(id, [assessment]);
    }
  }
  return found;
}

/** Shows a report requirement by requirement of one standard. */
export function reportByStandard(standard: Standard, catalog: Catalog, report: Report): StandardReport {
  const serving = new Map<string, Set<string>>();
  for (const control of controlsOf(catalog)) {
    for (const { framework, requirement } of control.references) {
      if (framework !== standard.framework.id) continue;
      serving.set(requirement, (serving.get(requirement) ?? new Set()).add(control.id));
    }
  }
  const assessed = byControl(report);
  const requirements = standard.requirements.map((requirement): RequirementReport => {
    const controls = [...(serving.get(requirement.id) ?? [])].sort();
    const found = controls.map((id) => (assessed.get(id) ?? []).filter(({ outcome }) => outcome !== 'notApplicable'));
    const outcomes = found.flatMap((assessments) => assessments.map(({ outcome }) => outcome));
    const applying = found.filter((assessments) => assessments.length > 0).length;
    const count = (wanted: (typeof COUNTED)[number]) => outcomes.filter((outcome) => outcome === wanted).length;
    const counts = {
      gap: count('gap'),
      unknown: count('unknown'),
      suppressed: count('suppressed'),
      satisfied: count('satisfied'),
    };
    return { requirement, controls, standing: standing(counts, controls), applying, counts };
  });
  const total = (wanted: Standing) => requirements.filter((each) => each.standing === wanted).length;
  return {
    standard,
    requirements,
    totals: {
      gap: total('gap'),
      unknown: total('unknown'),
      suppressed: total('suppressed'),
      satisfied: total('satisfied'),
      notInDiagram: total('notInDiagram'),
      notCovered: total('notCovered'),
    },
  };
}

/** What a number of requirements is said to be: "4 with gaps". */
export const STANDING_COUNTED: Readonly<Record<Standing, string>> = {
  gap: 'with gaps',
  unknown: 'not answered',
  suppressed: 'accepted',
  satisfied: 'with their controls met',
  notInDiagram: 'not in this diagram',
  notCovered: 'without a control',
};

/** The totals in words, worst first. */
export const totalsText = (totals: StandardReport['totals'], between: string): string =>
  STANDINGS.filter((each) => totals[each] > 0)
    .map((each) => `${totals[each]} ${STANDING_COUNTED[each]}`)
    .join(between);

/** How a requirement stands, in words: "2 gaps", "Controls met (1 of 9 applies)". */
export function standingText({ standing, counts, applying, controls }: RequirementReport): string {
  if (standing === 'gap') return counts.gap === 1 ? '1 gap' : `${counts.gap} gaps`;
  if (standing === 'unknown') return counts.unknown === 1 ? '1 question' : `${counts.unknown} questions`;
  if (standing !== 'satisfied' || applying === controls.length) return STANDING_WORDS[standing];
  return `${STANDING_WORDS[standing]} (${applying} of ${controls.length} ${applying === 1 ? 'applies' : 'apply'})`;
}

/** In words, for people. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  gap: 'Gap',
  unknown: 'Not answered',
  suppressed: 'Accepted',
  satisfied: 'Controls met',
  notInDiagram: 'Not in this diagram',
  notCovered: 'No control',
};
