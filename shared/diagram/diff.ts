import {
  type AnswerOf,
  type Boundary,
  type DataOfResource,
  type Diagram,
  type Flow,
  type Position,
  type Resource,
  type SignOff,
  type Size,
  type Suppression,
  type TextBox,
  TRANSFORMATIONS,
} from './schema.ts';

/** One thing that an element or decision says differently; null where it says nothing. */
export interface FieldChange {
  /** `name`, `service`, `inside`, … or `answers.` with the id of a property. */
  readonly field: string;
  readonly before: AnswerOf | null;
  readonly after: AnswerOf | null;
}

/** Elements by id, in the order of the diagram that they are in; a changed one in that of the later diagram. */
export interface DiagramDiff {
  readonly name: FieldChange | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly changes: readonly FieldChange[] }[];
  readonly decisions: {
    readonly made: readonly Suppression[];
    readonly withdrawn: readonly Suppression[];
    readonly changed: readonly { readonly decision: Suppression; readonly changes: readonly FieldChange[] }[];
  };
  readonly signOffs: { readonly made: readonly SignOff[]; readonly withdrawn: readonly SignOff[] };
}

type Fields = ReadonlyMap<string, AnswerOf | null>;

const fields = (own: Readonly<Record<string, AnswerOf | null>>, answers: Resource['answers'] = {}): Fields =>
  new Map<string, AnswerOf | null>([
    ...Object.entries(own),
    ...Object.entries(answers).map(([property, answer]) => [`answers.${property}`, answer] as const),
  ]);

const pointText = ({ x, y }: Position): string => `${x}, ${y}`;
const sizeText = ({ width, height }: Size): string => `${width} × ${height}`;

const transformationText = ({ transforms }: DataOfResource): string | null => {
  if (!transforms) return null;
  const { how, takes, leaves, why } = transforms;
  return `${TRANSFORMATIONS[how]} ${takes.join(', ')} to ${leaves.join(', ') || 'nothing classified'}: ${why}`;
};

const ofResource = (resource: Resource): Fields => {
  const { service, name, inside, note, answers, badge = null, data } = resource;
  const position = pointText(resource.position);
  const brings = data && data.brings.length > 0 ? data.brings : null;
  const transforms = data ? transformationText(data) : null;
  return fields({ element: 'resource', service, name, inside, position, note, badge, brings, transforms }, answers);
};

const ofFlow = ({ from, to, label, note, answers, bend, carries }: Flow): Fields =>
  fields(
    { element: 'flow', from, to, label, note, bend: bend ? pointText(bend) : null, carries: carries ?? null },
    answers,
  );

const ofBoundary = (boundary: Boundary): Fields => {
  const { kind, name, inside, note, answers, position, size } = boundary;
  const shape = { position: pointText(position), size: sizeText(size) };
  return fields({ element: 'boundary', kind, name, inside, ...shape, note }, answers);
};

const ofText = ({ text, style, inside, position, size }: TextBox): Fields =>
  fields({ element: 'text', text, style, inside, position: pointText(position), size: sizeText(size) });

const ofDecision = ({ kind, justification, owner, decidedOn, expiresOn, facts, ...more }: Suppression): Fields =>
  fields({
    kind,
    justification,
    owner,
    decidedOn,
    expiresOn,
    facts,
    decidedSeverity: more.decidedSeverity ?? null,
    compensatedBy: more.compensatedBy ?? null,
    ticket: more.ticket ?? null,
  });

const byId = ({ resources, flows, boundaries, texts }: Diagram): ReadonlyMap<string, Fields> =>
  new Map([
    ...resources.map((each) => [each.id, ofResource(each)] as const),
    ...flows.map((each) => [each.id, ofFlow(each)] as const),
    ...boundaries.map((each) => [each.id, ofBoundary(each)] as const),
    ...texts.map((each) => [each.id, ofText(each)] as const),
  ]);

const isSame = (a: AnswerOf | null, b: AnswerOf | null): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function changesOf(before: Fields, after: Fields): readonly FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const change = { field, before: before.get(field) ?? null, after: after.get(field) ?? null };
    return isSame(change.before, change.after) ? [] : [change];
  });
}

/** What two collections have each for itself, and what both have but not alike. */
function compare(before: ReadonlyMap<string, Fields>, after: ReadonlyMap<string, Fields>) {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].flatMap(([id, fieldsAfter]) => {
      const fieldsBefore = before.get(id);
      const changes = fieldsBefore ? changesOf(fieldsBefore, fieldsAfter) : [];
      return changes.length === 0 ? [] : [{ id, changes }];
    }),
  };
}

function diffDecisions(before: Diagram, after: Diagram): DiagramDiff['decisions'] {
  const byKey = ({ suppressions }: Diagram) =>
    new Map(suppressions.map((each) => [`${each.control}@${each.element}`, each]));
  const [had, has] = [byKey(before), byKey(after)];
  const fieldsOf = (decisions: ReadonlyMap<string, Suppression>) =>
    new Map([...decisions].map(([key, each]) => [key, ofDecision(each)]));
  const { added, removed, changed } = compare(fieldsOf(had), fieldsOf(has));
  const pick = (from: ReadonlyMap<string, Suppression>, key: string) =>
    [from.get(key)].filter((each) => each !== undefined);
  return {
    made: added.flatMap((key) => pick(has, key)),
    withdrawn: removed.flatMap((key) => pick(had, key)),
    changed: changed.flatMap(({ id, changes }) => pick(has, id).map((decision) => ({ decision, changes }))),
  };
}

function diffSignOffs({ signOffs: had = [] }: Diagram, { signOffs: has = [] }: Diagram): DiagramDiff['signOffs'] {
  const missing = (from: readonly SignOff[], other: readonly SignOff[]) => {
    const texts = new Set(other.map((each) => JSON.stringify(each)));
    return from.filter((each) => !texts.has(JSON.stringify(each)));
  };
  return { made: missing(has, had), withdrawn: missing(had, has) };
}

/** What became of a diagram: elements and decisions that came, went or changed. Empty for a diagram and itself. */
export function diffDiagrams(before: Diagram, after: Diagram): DiagramDiff {
  const isRenamed = before.name !== after.name;
  return {
    name: isRenamed ? { field: 'name', before: before.name, after: after.name } : null,
    ...compare(byId(before), byId(after)),
    decisions: diffDecisions(before, after),
    signOffs: diffSignOffs(before, after),
  };
}
