import { z } from 'zod';
import { AnswerValue, Override, Reference, Where } from '../catalog/schema.ts';
import { CATEGORY_IDS, SEVERITIES } from '../catalog/terms.ts';
import { DATA_CLASS_IDS } from '../dataClasses.ts';
import { type DeepReadonly, Question } from '../diagram/schema.ts';
import { RULE_STANDINGS, type RuleStanding } from '../exposure/rules.ts';
import { REOPENED } from '../validate/report.ts';
import { STANDINGS } from '../validate/standards.ts';
import { DECISION_STANDINGS, type DecisionStanding } from './reviewDecisions.ts';

const Count = z.int().min(0);
const Day = z.iso.date();

const Summary = z
  .strictObject({
    resources: Count,
    flows: Count,
    boundaries: Count,
    controls: Count.describe('Controls that apply.'),
    satisfied: Count,
    gap: Count,
    unknown: Count,
    suppressed: Count,
    bySeverity: z
      .strictObject({ critical: Count, high: Count, medium: Count, low: Count, info: Count })
      .describe('Gaps by severity.'),
    unchecked: Count.describe('Elements that are not in the catalog.'),
  })
  .meta({ id: 'Summary', description: 'Counts over one diagram, or over all.' });

const Because = z.strictObject({
  fact: z.string(),
  label: z.string(),
  value: AnswerValue.nullable().describe('Null where there is none.'),
  origin: z.enum(['answer', 'awsDefault', 'graph', 'unanswered']),
});

const Finding = z
  .strictObject({
    file: z.string().describe('The file it is in, as it was named.'),
    key: z.string().describe('`controlId@elementId`; stays the same from run to run.'),
    number: Count.nullable().describe('Of a gap: its number in the picture and in every report; null of a question.'),
    control: z.string(),
    title: z.string(),
    outcome: z.enum(['gap', 'unknown']).describe('A gap, or a question that is still open.'),
    severity: z.enum(SEVERITIES),
    raise: z
      .strictObject({ from: z.enum(SEVERITIES), by: z.array(z.enum(DATA_CLASS_IDS)) })
      .optional()
      .describe('Where the data that reach the element raised the severity: that of the control, and the classes.'),
    category: z.enum(CATEGORY_IDS),
    element: z.strictObject({
      id: z.string(),
      kind: z.enum(['resource', 'flow', 'boundary']),
      name: z.string(),
      service: z.string().describe('A service id, `from → to` of a flow, or the kind of a boundary.'),
    }),
    because: z.array(Because).describe('The facts that decided.'),
    gap: z.string(),
    why: z.string(),
    remediation: z.string(),
    where: Where.nullable().describe('Where the setting is made; null where the catalog names no place.'),
    references: z.array(Reference).describe('Requirements of public frameworks that the control serves.'),
    sources: z.array(z.strictObject({ title: z.string(), url: z.string() })).describe('Pages that say so.'),
    reopened: z.enum(REOPENED).nullable().describe('Why a decision on it no longer holds.'),
    error: z.string().nullable().describe('A fault in the control itself.'),
    baseline: z.enum(['known', 'new']).optional().describe('Of a gap, with a baseline: whether it is in there.'),
  })
  .meta({ id: 'Finding', description: 'A gap, or a question that is still open.' });

const Problem = z
  .strictObject({
    reason: z.string().describe('One word for programs: notFound, noPermission, notJson, newerVersion, invalid …'),
    message: z.string().describe('One sentence for a person.'),
    problems: z
      .array(z.strictObject({ where: z.string(), message: z.string() }))
      .describe('Every place in the file that is wrong; none where it could not be read at all.'),
  })
  .meta({ id: 'Problem', description: 'Why a file could not be checked.' });

const Requirement = z
  .strictObject({
    id: z.string(),
    title: z.string().nullable(),
    standing: z.enum(STANDINGS),
    controls: z.array(z.string()).describe('Ids of the controls that serve it.'),
    applying: Count.describe('How many of these controls apply to something in the diagram.'),
    counts: z.strictObject({ gap: Count, unknown: Count, suppressed: Count, satisfied: Count }),
    notCovered: z.string().nullable().describe('Why no control serves it.'),
  })
  .meta({ id: 'Requirement', description: 'How a diagram stands to one requirement of the standard.' });

const Decision = z
  .strictObject({
    key: z.string().describe('`controlId@elementId`, as of a finding.'),
    control: z.string(),
    element: z.string().describe('Id of the element.'),
    standing: z
      .enum(Object.keys(DECISION_STANDINGS) as [DecisionStanding, ...DecisionStanding[]])
      .describe('Whether it holds, came back, is not needed, or has no subject any more.'),
    kind: z.string(),
    justification: z.string(),
    owner: z.string(),
    decidedOn: z.string(),
    expiresOn: z.string().nullable(),
    decidedSeverity: z.enum(SEVERITIES).optional().describe('How severe the finding was then.'),
    compensatedBy: z.string().optional().describe('What makes up for it.'),
    ticket: z.string().optional().describe('Where it was discussed.'),
  })
  .meta({ id: 'Decision', description: 'A recorded decision of the diagram about one control on one element.' });

const Rule = z
  .strictObject({
    id: z.string(),
    title: z.string().describe('What people call it, or what it says.'),
    question: Question.describe('The paths that there must not be.'),
    severity: z.enum(SEVERITIES),
    standing: z
      .enum(Object.keys(RULE_STANDINGS) as [RuleStanding, ...RuleStanding[]])
      .describe('Whether it is broken, holds, or names something that is not there.'),
    missing: z.array(z.string()).describe('What it names and is not there.'),
    paths: z.array(
      z.strictObject({
        key: z.string().describe('`rule.ruleId@elementId` of what is reached; stays the same from run to run.'),
        resources: z.array(z.string()).describe('From the beginning to what is reached.'),
        flows: z.array(z.string()).describe('The flows between them.'),
        baseline: z.enum(['known', 'new']).optional().describe('With a baseline: whether it is in there.'),
      }),
    ),
    more: z.boolean().describe('True when there are more paths than are given.'),
  })
  .meta({ id: 'Rule', description: 'A rule of the diagram, and the paths that break it.' });

const JsonSignOff = z
  .strictObject({
    reviewer: z.string(),
    date: z.string(),
    scope: z.union([z.literal('all'), z.array(z.string())]).describe('All of the diagram, or ids of elements.'),
    holds: z.boolean().describe('False once the diagram has changed since.'),
    hash: z.string().describe('SHA-256 of what was judged when it was signed.'),
  })
  .meta({ id: 'SignOff', description: 'A record that somebody reviewed the diagram.' });

const File = z.union([
  z.strictObject({
    file: z.string(),
    diagram: z.string().describe('The name of the diagram.'),
    summary: Summary,
    decisions: z.array(Decision),
    requirements: z.array(Requirement).nullable().describe('Null without a standard.'),
    rules: z.array(Rule).optional().describe('Left out when the diagram has none.'),
    signOffs: z.array(JsonSignOff).optional().describe('Left out when nobody signed the diagram off.'),
    data: z
      .array(z.strictObject({ class: z.enum(DATA_CLASS_IDS), resources: Count }))
      .optional()
      .describe(
        'Classes of data, strongest first, and how many resources each reaches; left out where nothing is classified.',
      ),
  }),
  z.strictObject({ file: z.string(), problem: Problem }),
]);

/** A report as data. The same shape for one file and for several: `summary` adds up, `findings` name their file. */
export const JsonReport = z.strictObject({
  format: z.literal('parapet-report'),
  version: z.literal(1),
  date: Day.describe('The day that decisions were judged by.'),
  catalog: z.strictObject({
    hash: z.string().describe('Changes with anything that the catalog says.'),
    services: Count,
    boundaries: Count,
    pairs: Count,
    controls: Count,
    overrides: z.array(Override).describe('What an own catalog changed or switched off.'),
  }),
  standard: z
    .strictObject({ id: z.string(), name: z.string(), version: z.string() })
    .nullable()
    .describe('The standard that was asked for; its requirements stand with each file.'),
  files: z.array(File).describe('In the order in which they were named.'),
  summary: Summary.describe('Counts over the files that were checked.'),
  findings: z.array(Finding).describe('Gaps first, worst first, then open questions.'),
});
export type JsonReport = DeepReadonly<z.infer<typeof JsonReport>>;
export type JsonSummary = DeepReadonly<z.infer<typeof Summary>>;
export type JsonFinding = DeepReadonly<z.infer<typeof Finding>>;
export type JsonProblem = DeepReadonly<z.infer<typeof Problem>>;
export type JsonRequirement = DeepReadonly<z.infer<typeof Requirement>>;
export type JsonDecision = DeepReadonly<z.infer<typeof Decision>>;
export type JsonRule = DeepReadonly<z.infer<typeof Rule>>;
export type JsonFile = DeepReadonly<z.infer<typeof File>>;
