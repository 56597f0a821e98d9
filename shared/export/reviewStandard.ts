import { reportByStandard, type Standard, type StandardReport, type Standing } from '../validate/standards.ts';
import type { ExportInput } from './input.ts';

/** How the diagram stands to one requirement. */
export interface ReviewRequirement {
  readonly id: string;
  readonly title: string | null;
  readonly standing: Standing;
  readonly controls: readonly string[];
  /** Numbers of the gaps in its controls. */
  readonly gaps: readonly number[];
  /** Why no control serves it. */
  readonly notCovered: string | null;
}

/** A standard, requirement by requirement: a mapping to controls, never a claim of compliance. */
export interface ReviewStandard {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly totals: StandardReport['totals'];
  readonly requirements: readonly ReviewRequirement[];
}

/** Shows the report by a standard, with the numbers of the gaps. */
export function reviewStandard(
  { catalog, report }: ExportInput,
  standard: Standard,
  gaps: readonly { readonly control: string; readonly number: number }[],
): ReviewStandard {
  const { totals, requirements } = reportByStandard(standard, catalog, report);
  return {
    id: standard.id,
    name: standard.name,
    version: standard.version,
    totals,
    requirements: requirements.map(({ requirement, controls, standing }) => ({
      id: requirement.id,
      title: requirement.title ?? null,
      standing,
      controls,
      gaps: gaps.filter(({ control }) => controls.includes(control)).map(({ number }) => number),
      notCovered: requirement.notCovered ?? null,
    })),
  };
}
