import {
  type Answers,
  type DataOfResource,
  type Diagram,
  type ExposureRule,
  type From,
  type SignOff,
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

/**
 * The text of a diagram file: pretty-printed, keys in a fixed order, one answer a line, so that it diffs and merges
 * well. `parseDiagram` of it gives the same diagram.
 */
export function formatDiagram(diagram: Diagram): string {
  const file = {
    format: 'parapet',
    version: VERSION,
    name: diagram.name,
    boundaries: diagram.boundaries.map(({ id, kind, name, inside, position, size, answers, note }) => ({
      id,
      kind,
      name,
      inside,
      position: { x: position.x, y: position.y },
      size: { width: size.width, height: size.height },
      answers: sorted(answers),
      note,
    })),
    resources: diagram.resources.map(({ id, service, name, inside, position, answers, note, badge, data }) => ({
      id,
      service,
      name,
      inside,
      position: { x: position.x, y: position.y },
      answers: sorted(answers),
      note,
      ...(badge === undefined ? {} : { badge }),
      ...(data === undefined ? {} : { data: dataFields(data) }),
    })),
    flows: diagram.flows.map(({ id, from, to, label, answers, note, bend, carries }) => ({
      id,
      from,
      to,
      label,
      answers: sorted(answers),
      note,
      ...(bend === undefined ? {} : { bend: { x: bend.x, y: bend.y } }),
      ...(carries === undefined ? {} : { carries }),
    })),
    suppressions: diagram.suppressions.map((each) => ({
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
    })),
    ...(diagram.texts.length === 0 ? {} : { texts: diagram.texts.map(textFields) }),
    ...(diagram.rules === undefined ? {} : { rules: diagram.rules.map(ruleFields) }),
    ...(diagram.signOffs === undefined ? {} : { signOffs: diagram.signOffs.map(signOffFields) }),
  };
  return `${JSON.stringify(file, null, 2).replace(PAIR, '"$1": { "$2": $3, "$4": $5 }')}\n`;
}
