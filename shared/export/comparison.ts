import type { Catalog } from '../catalog/catalog.ts';
import type { Property } from '../catalog/schema.ts';
import type { Severity } from '../catalog/terms.ts';
import { decisionKind, decisionReason } from '../diagram/decision.ts';
import type { DiagramDiff, FieldChange } from '../diagram/diff.ts';
import type { AnswerOf, Diagram, SignOff, Suppression } from '../diagram/schema.ts';
import { type Comparison, compareJudged, type FindingChanges, type MovedFinding } from '../validate/compare.ts';
import { describe as wordsOf } from '../validate/describe.ts';
import { placeName } from '../validate/placeName.ts';
import type { ElementRef, Judged } from '../validate/report.ts';
import { validate } from '../validate/validate.ts';
import { type ComparedRule, compareRules } from './comparedRules.ts';
import { counted, lineOf } from './text.ts';

/** A comparison, and what it is shown with. */
export interface ComparisonInput {
  readonly comparison: Comparison;
  readonly catalog: Catalog;
  /** What the sides are called: file names, or revisions of one. */
  readonly before: string;
  readonly after: string;
  /** What became of its rules. */
  readonly rules: readonly ComparedRule[];
  /** `changed`, unless told otherwise. */
  readonly diagram?: DiagramChange;
}

/** What became of the diagram as a whole: where there is none on a side, that side is an empty one. */
export type DiagramChange = 'added' | 'deleted' | 'changed';

/** A gap that opened or closed, in words. */
export interface ComparedGap {
  readonly key: string;
  readonly control: string;
  readonly severity: Severity;
  readonly title: string;
  readonly element: string;
  /** Why it came or went. */
  readonly reason: string;
  readonly remediation: string;
}

/** An element that came, went or changed, in words. */
export interface ComparedElement {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

/** A comparison in words; from it every format is printed. Texts are on one line each. */
export interface ComparedReview {
  readonly before: string;
  readonly after: string;
  readonly diagram: DiagramChange;
  readonly summary: string;
  readonly opened: readonly ComparedGap[];
  readonly closed: readonly ComparedGap[];
  readonly unchanged: number;
  readonly questions: { readonly opened: number; readonly closed: number };
  readonly added: readonly ComparedElement[];
  readonly removed: readonly ComparedElement[];
  readonly changed: readonly ComparedElement[];
  /** Elements that are only at another place of the picture, or of another size. */
  readonly moved: number;
  readonly rules: readonly ComparedRule[];
  /** Decisions and sign-offs that were made, changed or withdrawn. */
  readonly decisions: readonly string[];
}

const CAME: Readonly<Record<MovedFinding['elsewhere'], string>> = {
  gone: 'the element is new',
  satisfied: 'was met',
  unknown: 'was not answered',
  suppressed: 'was accepted',
  notApplicable: 'did not apply',
  gap: '',
};
const WENT: Readonly<Record<MovedFinding['elsewhere'], string>> = {
  gone: 'the element is gone',
  satisfied: 'met',
  unknown: 'not answered any more',
  suppressed: 'accepted',
  notApplicable: 'does not apply any more',
  gap: '',
};

const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  label: 'Label',
  service: 'Service',
  kind: 'Kind',
  inside: 'Inside',
  from: 'From',
  to: 'To',
  note: 'Note',
  badge: 'Badge',
  brings: 'Data that enters',
  transforms: 'Done to data',
  carries: 'Carries only',
  text: 'Text',
  style: 'Style',
};
const PLACE = new Set(['position', 'size', 'bend']);

/** Characters of a text on the canvas that it is called by. */
const MOST_WORDS = 60;

/** Changes that say something: those of a place alone are left out. */
export const toldChanges = ({ changed }: DiagramDiff): DiagramDiff['changed'] =>
  changed
    .map(({ id, changes }) => ({ id, changes: changes.filter(({ field }) => !PLACE.has(field)) }))
    .filter(({ changes }) => changes.length > 0);

const toGap =
  (words: typeof CAME) =>
  ({ finding, elsewhere }: MovedFinding): ComparedGap => {
    const { title, remediation } = wordsOf(finding);
    return {
      key: finding.key,
      control: finding.compiled.control.id,
      severity: finding.severity,
      title: lineOf(title),
      element: lineOf(placeName(finding.element)),
      reason: words[elsewhere],
      remediation: lineOf(remediation),
    };
  };

function propertiesOf(catalog: Catalog, { kind, service }: ElementRef): readonly Property[] {
  if (kind === 'resource') return catalog.services.get(service)?.properties ?? [];
  if (kind === 'boundary') return catalog.boundaries.get(service)?.properties ?? [];
  const [source = '', target = ''] = service.split(' → ');
  return catalog.flow(source, target).properties;
}

function valueText(value: AnswerOf | null, property: Property | undefined): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return value.length === 0 ? 'none' : lineOf(value.join(', '));
  const option = property?.type === 'choice' ? property.options.find((each) => each.value === value) : undefined;
  return option?.label ?? lineOf(value);
}

function toChange({ catalog, comparison }: ComparisonInput, element: ElementRef, change: FieldChange) {
  const { field, before, after } = change;
  const id = field.replace(/^answers\./, '');
  const property = field === id ? undefined : propertiesOf(catalog, element).find((each) => each.id === id);
  const isElement = ['inside', 'from', 'to'].includes(field);
  const text = (value: AnswerOf | null) => {
    const other = isElement && typeof value === 'string' ? comparison.elements.get(value) : undefined;
    return other ? lineOf(placeName(other)) || other.service : valueText(value, property);
  };
  return { label: property?.label ?? LABELS[field] ?? lineOf(id), before: text(before), after: text(after) };
}

/** A text on the canvas: called by its words, as it has no name. */
function toText({ comparison }: ComparisonInput, id: string, changes: readonly FieldChange[]): ComparedElement {
  const text = comparison.texts.get(id);
  const words = lineOf(text?.text ?? id);
  const name = words.length > MOST_WORDS ? `${lineOf(words.slice(0, MOST_WORDS))}…` : words;
  const told = changes.map(({ field, before, after }) => ({
    label: LABELS[field] ?? lineOf(field),
    before: valueText(before, undefined),
    after: valueText(after, undefined),
  }));
  return { id: lineOf(id), name: name || 'Empty text', service: text?.style ?? '', changes: told };
}

function toElement(input: ComparisonInput, id: string, changes: readonly FieldChange[]): ComparedElement {
  const element = input.comparison.elements.get(id);
  if (!element) return toText(input, id, changes);
  return {
    id: lineOf(id),
    name: lineOf(placeName(element)) || lineOf(element.service),
    service: lineOf(element.service),
    changes: changes.map((change) => toChange(input, element, change)),
  };
}

function signOffTexts({ comparison }: ComparisonInput): readonly string[] {
  const { made, withdrawn } = comparison.diff.signOffs;
  const text = ({ reviewer, date, scope }: SignOff) =>
    `by ${reviewer} on ${date}: ${scope === 'all' ? 'the whole diagram' : counted(scope.length, 'element')}`;
  return [
    ...made.map((each) => lineOf(`Signed off ${text(each)}`)),
    ...withdrawn.map((each) => lineOf(`Withdrawn: sign-off ${text(each)}`)),
  ];
}

function decisionTexts({ comparison }: ComparisonInput): readonly string[] {
  const { made, withdrawn, changed } = comparison.diff.decisions;
  const text = (verb: string) => (decision: Suppression) => {
    const element = comparison.elements.get(decision.element);
    const by = decision.owner === '' ? '' : ` by ${decision.owner}`;
    const until = decision.expiresOn === null ? '' : ` until ${decision.expiresOn}`;
    const on = element ? placeName(element) : decision.element;
    const what = `${decisionKind(decision)}${by}${until}`;
    return lineOf(`${verb}: ${decision.control} on ${on}: ${what}: ${decisionReason(decision)}`);
  };
  return [
    ...made.map(text('New')),
    ...changed.map(({ decision }) => text('Changed')(decision)),
    ...withdrawn.map(text('Withdrawn')),
  ];
}

const renamedText = (name: FieldChange | null): string =>
  name === null ? '' : `renamed from ${valueText(name.before, undefined)} to ${valueText(name.after, undefined)}`;

const movedText = (moved: number): string => (moved === 0 ? '' : `${counted(moved, 'element')} moved`);

function summaryOf({ opened, closed, unchanged }: FindingChanges, elements: readonly string[]): string {
  const gaps = `${counted(opened.length, 'gap')} opened, ${closed.length} closed, ${unchanged} as before`;
  return [gaps, ...elements].filter((part) => part !== '').join(' · ');
}

/** A comparison in words, in the order of its lists. */
export function toComparedReview(input: ComparisonInput): ComparedReview {
  const { diff, gaps, questions } = input.comparison;
  const changed = toldChanges(diff);
  const moved = diff.changed.length - changed.length;
  const elements = `${counted(diff.added.length, 'element')} added, ${diff.removed.length} removed, ${changed.length} changed`;
  return {
    before: lineOf(input.before),
    after: lineOf(input.after),
    diagram: input.diagram ?? 'changed',
    summary: summaryOf(gaps, [elements, movedText(moved), renamedText(diff.name)]),
    opened: gaps.opened.map(toGap(CAME)),
    closed: gaps.closed.map(toGap(WENT)),
    unchanged: gaps.unchanged,
    questions: { opened: questions.opened.length, closed: questions.closed.length },
    added: diff.added.map((id) => toElement(input, id, [])),
    removed: diff.removed.map((id) => toElement(input, id, [])),
    changed: changed.map(({ id, changes }) => toElement(input, id, changes)),
    moved,
    rules: input.rules,
    decisions: [...decisionTexts(input), ...signOffTexts(input)],
  };
}

/** Two states of a diagram, and what they are called in texts. */
export interface TwoStates {
  readonly before: Diagram;
  readonly after: Diagram;
  readonly diagram: DiagramChange;
  readonly names: { readonly before: string; readonly after: string };
}

/** Two states of a diagram, judged and compared. */
export interface ComparedStates {
  readonly before: Judged;
  readonly after: Judged;
  readonly comparison: Comparison;
  readonly review: ComparedReview;
}

/** Judges both states by the same catalog on the same day (ISO form) and compares them. */
export function compareStates(
  { before, after, diagram, names }: TwoStates,
  catalog: Catalog,
  today: string,
): ComparedStates {
  const judge = (state: Diagram): Judged => ({ diagram: state, report: validate(state, catalog, today) });
  const judged = { before: judge(before), after: judge(after) };
  const comparison = compareJudged(judged.before, judged.after);
  const rules = compareRules({ ...judged.before, catalog }, { ...judged.after, catalog });
  return { ...judged, comparison, review: toComparedReview({ comparison, catalog, rules, diagram, ...names }) };
}

/** "3 diagrams: 1 added, 1 deleted, 1 changed". */
export function overviewText(reviews: readonly ComparedReview[]): string {
  const count = (wanted: DiagramChange) => reviews.filter(({ diagram }) => diagram === wanted).length;
  return `${counted(reviews.length, 'diagram')}: ${count('added')} added, ${count('deleted')} deleted, ${count('changed')} changed`;
}

const WHOLE: Readonly<Record<DiagramChange, string>> = {
  added: ' (new diagram)',
  deleted: ' (deleted diagram)',
  changed: '',
};

/** What a comparison is of: one name where both sides have it, and whether the diagram is new or deleted. */
export const sidesText = ({ before, after, diagram }: ComparedReview): string =>
  `${before === after ? after : `${before} → ${after}`}${WHOLE[diagram]}`;
