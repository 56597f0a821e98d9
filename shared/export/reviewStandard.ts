import {
  reportByStandard,
  type Standard,
  type StandardReport,
  type Standing,
  standingText,
} from '../validate/standards.ts';
import type { ExportInput } from './input.ts';

/** How the diagram stands to one requirement. */
export interface ReviewRequirement {
  readonly id: string;
  readonly title: string | null;
  readonly standing: Standing;
  /** How it stands, in words: "2 gaps", "Controls met (1 of 9 applies)". */
  readonly words: string;
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
  const numbers = new Map<string, number[]>();
  for (const { control, number } of gaps) {
    const list = numbers.get(control);
    if (list) list.push(number);
    else numbers.set(control, [number]);
  }
  const { totals, requirements } = reportByStandard(standard, catalog, report);
  return {
    id: standard.id,
    name: standard.name,
    version: standard.version,
    totals,
    requirements: requirements.map((each) => ({
      id: each.requirement.id,
      title: each.requirement.title ?? null,
      standing: each.standing,
      words: standingText(each),
      controls: each.controls,
      gaps: each.controls.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
      notCovered: each.requirement.notCovered ?? null,
    })),
  };
}

/** Requirements that the diagram says something about, those that it has nothing for, and those without a control. */
export interface StandardParts {
  readonly standing: readonly ReviewRequirement[];
  readonly notInDiagram: readonly ReviewRequirement[];
  readonly notCovered: readonly ReviewRequirement[];
}

/** Parts the requirements of a standard, so that a report need not print a line for what has no say here. */
export function standardParts({ requirements }: ReviewStandard): StandardParts {
  const apart: readonly Standing[] = ['notInDiagram', 'notCovered'];
  return {
    standing: requirements.filter(({ standing }) => !apart.includes(standing)),
    notInDiagram: requirements.filter(({ standing }) => standing === 'notInDiagram'),
    notCovered: requirements.filter(({ standing }) => standing === 'notCovered'),
  };
}

/** Why a requirement has no control: `S.3: No drawing tells.` */
export const notCoveredText = ({ id, notCovered }: ReviewRequirement): string =>
  `${id}: ${notCovered ?? 'no control yet.'}`;
