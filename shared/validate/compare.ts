import { type DiagramDiff, diffDiagrams } from '../diagram/diff.ts';
import type { TextBox } from '../diagram/schema.ts';
import {
  type Assessment,
  compareFindings,
  type ElementRef,
  type Finding,
  isFinding,
  type Judged,
  type Outcome,
  type Report,
} from './report.ts';

/** A finding that is on one side only, and what its control came to on the other; `gone`: the element is not there. */
export interface MovedFinding {
  readonly finding: Finding;
  readonly elsewhere: Outcome | 'gone';
}

/** Findings of one outcome that came, went and stayed; each list in the order of findings. */
export interface FindingChanges {
  readonly opened: readonly MovedFinding[];
  readonly closed: readonly MovedFinding[];
  readonly unchanged: number;
}

/** What became of a diagram and of what there is to say about it. */
export interface Comparison {
  readonly diff: DiagramDiff;
  /** Every element of either side by id; of both, as it is in the later. */
  readonly elements: ReadonlyMap<string, ElementRef>;
  /** Every text on the canvas of either side by id; of both, as it is in the later. */
  readonly texts: ReadonlyMap<string, TextBox>;
  readonly gaps: FindingChanges;
  readonly questions: FindingChanges;
}

/** What each control came to on each element, by key. */
const outcomes = ({ elements }: Report): ReadonlyMap<string, Assessment> =>
  new Map([...elements.values()].flatMap(({ assessments }) => assessments.map((each) => [each.key, each])));

type Outcomes = ReadonlyMap<string, Assessment>;

/** The findings of one outcome that the other side does not have. */
function onlyIn(here: Outcomes, there: Outcomes, outcome: Finding['outcome']): readonly MovedFinding[] {
  return [...here.values()]
    .filter((each) => isFinding(each) && each.outcome === outcome && there.get(each.key)?.outcome !== outcome)
    .map((each) => ({ finding: each as Finding, elsewhere: there.get(each.key)?.outcome ?? ('gone' as const) }))
    .sort((a, b) => compareFindings(a.finding, b.finding));
}

function findingChanges(before: Outcomes, after: Outcomes, outcome: Finding['outcome']): FindingChanges {
  const opened = onlyIn(after, before, outcome);
  const all = [...after.values()].filter((each) => each.outcome === outcome).length;
  return { opened, closed: onlyIn(before, after, outcome), unchanged: all - opened.length };
}

/** Compares two diagrams that were judged by the same catalog on the same day. What opens one way closes the other. */
export function compareJudged(before: Judged, after: Judged): Comparison {
  const [was, is] = [outcomes(before.report), outcomes(after.report)];
  return {
    diff: diffDiagrams(before.diagram, after.diagram),
    elements: new Map(
      [before, after].flatMap(({ report }) => [...report.elements].map(([id, { element }]) => [id, element] as const)),
    ),
    texts: new Map([before, after].flatMap(({ diagram }) => diagram.texts.map((text) => [text.id, text] as const))),
    gaps: findingChanges(was, is, 'gap'),
    questions: findingChanges(was, is, 'unknown'),
  };
}
