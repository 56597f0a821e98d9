import {
  type Answers,
  type Boundary,
  type DataOfResource,
  type Diagram,
  type ExposureRule,
  type Flow,
  type From,
  type Resource,
  type SignOff,
  type Suppression,
  type TextBox,
  type To,
  VERSION,
} from './schema.ts';

const sorted = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))) as Answers;

// Two numbers on one line. A raw line break cannot stand inside a JSON text, so this never touches one.
const PAIR = /"(position|size|bend)": \{\n\s+"(\w+)": ([-\d.e+]+),\n\s+"(\w+)": ([-\d.e+]+)\n\s+\}/g;

const textFields = ({ id, text, style, inside, position, size }: TextBox) => ({
  id,
  text,
  style,
  inside,
  position: { x: position.x, y: position.y },
  size: { width: size.width, height: size.height },
});

const signOffFields = ({ reviewer, date, scope, hash }: SignOff) => ({ reviewer, date, scope, hash });

const fromFields = (from: From): From => {
  if (from.kind === 'service') return { kind: from.kind, service: from.service };
  return from.kind === 'resource' ? { kind: from.kind, id: from.id } : { kind: from.kind };
};

const toFields = (to: To): To =>
  to.kind === 'data' ? { kind: to.kind, atLeast: to.atLeast } : { kind: to.kind, id: to.id };

const ruleFields = ({ id, name, question: { from, to, through }, severity }: ExposureRule): ExposureRule => ({
  id,
  name,
  question: { from: fromFields(from), to: toFields(to), through },
  severity,
});

const dataFields = ({ brings, transforms }: DataOfResource) => ({
  ...(brings.length === 0 ? {} : { brings }),
  ...(transforms === undefined
    ? {}
    : {
        transforms: {
          how: transforms.how,
          takes: transforms.takes,
          leaves: transforms.leaves,
          why: transforms.why,
        },
      }),
});

const boundaryFields = ({ id, kind, name, inside, position, size, answers, note }: Boundary) => ({
  id,
  kind,
  name,
  inside,
  position: { x: position.x, y: position.y },
  size: { width: size.width, height: size.height },
  answers: sorted(answers),
  note,
});

const resourceFields = ({ id, service, name, inside, position, answers, note, badge, data }: Resource) => ({
  id,
  service,
  name,
  inside,
  position: { x: position.x, y: position.y },
  answers: sorted(answers),
  note,
  ...(badge === undefined ? {} : { badge }),
  ...(data === undefined ? {} : { data: dataFields(data) }),
});

const flowFields = ({ id, from, to, label, answers, note, bend, carries }: Flow) => ({
  id,
  from,
  to,
  label,
  answers: sorted(answers),
  note,
  ...(bend === undefined ? {} : { bend: { x: bend.x, y: bend.y } }),
  ...(carries === undefined ? {} : { carries }),
});

const suppressionFields = (each: Suppression) => ({
  control: each.control,
  element: each.element,
  kind: each.kind,
  justification: each.justification,
  owner: each.owner,
  decidedOn: each.decidedOn,
  expiresOn: each.expiresOn,
  facts: each.facts,
  ...(each.decidedFacts === undefined ? {} : { decidedFacts: each.decidedFacts }),
  ...(each.decidedSeverity === undefined ? {} : { decidedSeverity: each.decidedSeverity }),
  ...(each.compensatedBy === undefined ? {} : { compensatedBy: each.compensatedBy }),
  ...(each.ticket === undefined ? {} : { ticket: each.ticket }),
});

/** Texts of what lists hold. An edit leaves most as they are, and unsaved work is written about once a second. */
const known = new WeakMap<object, string>();

/** The text of what a list holds, as far in as it stands in the file. */
function itemText<T extends object>(item: T, fields: (item: T) => object): string {
  const before = known.get(item);
  if (before !== undefined) return before;
  const lines = JSON.stringify(fields(item), null, 2).replace(PAIR, '"$1": { "$2": $3, "$4": $5 }');
  const text = lines.replaceAll('\n', '\n    ');
  known.set(item, text);
  return text;
}

const entry = (key: string, value: unknown): string => `"${key}": ${JSON.stringify(value)}`;

function list<T extends object>(key: string, items: readonly T[], fields: (item: T) => object): string {
  if (items.length === 0) return entry(key, items);
  return `"${key}": [\n    ${items.map((item) => itemText(item, fields)).join(',\n    ')}\n  ]`;
}

/**
 * The text of a diagram file: pretty-printed, keys in a fixed order, one answer a line, so that it diffs and merges
 * well. `parseDiagram` of it gives the same diagram.
 */
export function formatDiagram(diagram: Diagram): string {
  const { name, boundaries, resources, flows, suppressions, texts, rules, signOffs } = diagram;
  const entries = [
    entry('format', 'parapet'),
    entry('version', VERSION),
    entry('name', name),
    list('boundaries', boundaries, boundaryFields),
    list('resources', resources, resourceFields),
    list('flows', flows, flowFields),
    list('suppressions', suppressions, suppressionFields),
    ...(texts.length === 0 ? [] : [list('texts', texts, textFields)]),
    ...(rules === undefined ? [] : [list('rules', rules, ruleFields)]),
    ...(signOffs === undefined ? [] : [list('signOffs', signOffs, signOffFields)]),
  ];
  return `{\n  ${entries.join(',\n  ')}\n}\n`;
}
