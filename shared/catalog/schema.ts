import { z } from 'zod';
import { CATEGORY_IDS, SERVICE_GROUP_IDS, SEVERITIES } from './terms.ts';

// Control characters, and those that turn the direction of writing: a terminal or page would act on them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it refuses.
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it refuses.
const LINES = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;
const PLAIN = 'may not hold control characters, nor those that change the direction of writing';
const PLAIN_LINE = `${PLAIN}, nor line breaks`;

const line = (most: number) => z.string().trim().min(1).max(most).regex(ONE_LINE, PLAIN_LINE);
/** A name of something, as it stands in lists. */
const Name = line(80);
/** A name that has to fit on the canvas. */
const ShortName = line(32);
/** Any other text of one line. */
const Label = line(200);
/** A sentence or several. */
const Text = z.string().trim().min(1).max(1000).regex(LINES, PLAIN);

/** A piece of a template: line breaks and indents are kept as they are. */
const Snippet = z
  .string()
  .min(1)
  .max(1500)
  .regex(LINES, PLAIN)
  .regex(/^\S[\s\S]*\S$/, 'may not begin or end with a blank or a line break');

const Id = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower case letters, digits and single hyphens');
const PropertyId = z
  .string()
  .max(80)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'use camelCase');
const ControlId = z
  .string()
  .max(120)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'use owner.requirement, e.g. s3.encrypt-at-rest',
  );
const FactId = z.string().regex(/^SF-[A-Z0-9]+-\d{2}$/, 'use an id of the seed ledger, e.g. SF-KDS-02');
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use a date such as 2023-01-05');
const Url = z
  .url({ protocol: /^https$/, error: 'use an address that begins with https://' })
  .max(1000)
  .regex(ONE_LINE, PLAIN_LINE);
const Page = z.strictObject({ title: Label, url: Url });

/** One answer: a text, a yes or no, or a list of texts. */
const Answer = z.string().max(1000).regex(ONE_LINE, PLAIN_LINE);
export const AnswerValue = z.union([Answer, z.boolean(), z.array(Answer)], {
  error: 'must be a text, true or false, or a list of texts',
});
export type AnswerValue = z.infer<typeof AnswerValue>;

const Scalar = z.union([Answer, z.boolean()], { error: 'must be a text, or true or false' });

export type Predicate =
  | { readonly fact: string; readonly equals: string | boolean }
  | { readonly fact: string; readonly oneOf: readonly (string | boolean)[] }
  | { readonly fact: string; readonly atLeast: string }
  | { readonly fact: string; readonly includes: string | boolean }
  | { readonly fact: string; readonly answered: true }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

const FactName = line(200);

/** A condition as data. What the operators mean is in `predicate.ts`. */
export const Predicate: z.ZodType<Predicate> = z
  .lazy(() =>
    z.union(
      [
        z.strictObject({ fact: FactName, equals: Scalar }),
        z.strictObject({ fact: FactName, oneOf: z.array(Scalar).min(1) }),
        z.strictObject({ fact: FactName, atLeast: Answer }),
        z.strictObject({ fact: FactName, includes: Scalar }),
        z.strictObject({ fact: FactName, answered: z.literal(true) }),
        z.strictObject({ all: z.array(Predicate).min(1) }),
        z.strictObject({ any: z.array(Predicate).min(1) }),
        z.strictObject({ not: Predicate }),
      ],
      {
        error:
          'must be a condition: a "fact" with one of equals, oneOf, atLeast, includes, answered; or one of all, any, not',
      },
    ),
  )
  .meta({ id: 'Predicate' });

/** What AWS does when nobody sets the property, and since when. */
export const AwsDefault = z.strictObject({
  value: AnswerValue,
  /** Resources created before this day keep `before`; needs the property `createdOn` to be asked. */
  since: IsoDate.optional(),
  before: AnswerValue.optional(),
  note: Text.optional(),
  source: Page,
});
export type AwsDefault = z.infer<typeof AwsDefault>;

const PropertyBase = {
  id: PropertyId,
  label: Label,
  /** One sentence under the field. */
  hint: Text.optional(),
  /** The form shows the property only while this holds. Controls are not affected by it. */
  askedWhen: Predicate.optional(),
  awsDefault: AwsDefault.optional(),
  facts: z.array(FactId).optional(),
};
const Option = z.strictObject({
  value: line(80),
  label: Label,
  hint: Text.optional(),
  /** Kept for old diagrams, not offered for new answers. */
  retired: Text.optional(),
});

/** A typed question about an element. Options of a `choice` are ordered from weakest to strongest where `atLeast` is used. */
export const Property = z.discriminatedUnion('type', [
  z.strictObject({ ...PropertyBase, type: z.literal('choice'), options: z.array(Option).min(2) }),
  z.strictObject({ ...PropertyBase, type: z.literal('boolean') }),
  z.strictObject({ ...PropertyBase, type: z.literal('list'), placeholder: Label.optional() }),
  z.strictObject({ ...PropertyBase, type: z.literal('text'), placeholder: Label.optional() }),
  z.strictObject({ ...PropertyBase, type: z.literal('date') }),
]);
export type Property = z.infer<typeof Property>;

/** A requirement of a public framework or rule set that a control serves: a mapping, never a claim of compliance. */
export const Reference = z.strictObject({ framework: Id, requirement: Label });
export type Reference = z.infer<typeof Reference>;

export const Sources = z.strictObject({
  /** Entries of the founding ledger. */
  facts: z.array(FactId).default([]),
  /** Documentation that says so; at least one. */
  pages: z.array(Page).min(1),
});

/**
 * Where the setting is made: the way through the console, properties of CloudFormation
 * (`AWS::Kinesis::Stream.StreamEncryption`), arguments of Terraform (`aws_kinesis_stream.encryption_type`).
 */
export const Where = z
  .strictObject({
    console: Text.optional(),
    cloudFormation: z
      .array(
        z
          .string()
          .regex(/^[A-Z][A-Za-z0-9]*(::[A-Za-z0-9]+)+(\.[A-Za-z0-9.[\]*]+)?$/, 'use AWS::Kinesis::Stream.Property'),
      )
      .min(1)
      .optional(),
    terraform: z
      .array(z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)+(\.[a-z0-9_.[\]*]+)?$/, 'use aws_kinesis_stream.argument'))
      .min(1)
      .optional(),
    /** A place that is none of these: a build file, a setting of another product. */
    elsewhere: Text.optional(),
  })
  .refine((where) => Object.keys(where).length > 0, 'names no place');
export type Where = z.infer<typeof Where>;

/** Facts by name, as an example for a predicate. A fact that is left out is unanswered. */
const ExampleFacts = z.record(FactName, AnswerValue);

/**
 * One security requirement. Texts may use {name} (resources and boundaries) and {source}, {target}, {principal},
 * {actions} (flows).
 */
export const Control = z.strictObject({
  id: ControlId,
  title: line(120),
  /** One or two words for the pill on a flow ("role", "TLS"). */
  short: line(14).optional(),
  category: z.enum(CATEGORY_IDS),
  severity: z.enum(SEVERITIES),
  appliesWhen: Predicate.optional(),
  satisfiedWhen: Predicate,
  /** What is missing, in words. */
  gap: Text,
  why: Text,
  /** What to do; begins with a verb. */
  remediation: Text,
  where: Where.optional(),
  fix: z
    .strictObject({
      label: Label,
      /** Answers of the element that close the gap. */
      set: z.record(PropertyId, AnswerValue),
      /** What sets it, to copy: resources by their logical names, as they stand under `Resources` of a template. */
      cloudFormation: Snippet.optional(),
      /** The same as `resource` blocks of Terraform. */
      terraform: Snippet.optional(),
    })
    .optional(),
  /** Where public rule sets disagree, said openly. */
  disagreement: Text.optional(),
  references: z.array(Reference).default([]),
  sources: Sources,
  /** The tests of the control: each example must come out as its list says. */
  examples: z.strictObject({
    satisfied: z.array(ExampleFacts).min(1),
    gap: z.array(ExampleFacts).min(1),
    notApplicable: z.array(ExampleFacts).optional(),
  }),
});
export type Control = z.infer<typeof Control>;

/** Something worth knowing that is never scored; `then` is what the notes of 2019 said. */
export const HelpNote = z.strictObject({
  title: line(120),
  now: Text,
  then: Text.optional(),
  status: z.enum(['still-true', 'changed', 'renamed', 'retired', 'wrong']).optional(),
  facts: z.array(FactId).default([]),
  pages: z.array(Page).default([]),
});
export type HelpNote = z.infer<typeof HelpNote>;

/** `data/services/<id>.json`: all that Parapet knows of one kind of resource. */
export const Service = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  name: Name,
  /** Shown on the canvas and in the palette. */
  shortName: ShortName,
  /** Other words people type, old names among them. */
  aliases: z.array(Name).default([]),
  /** Names AWS gave it before, with the time of the change in words. */
  formerNames: z.array(z.strictObject({ name: Name, until: Name })).default([]),
  group: z.enum(SERVICE_GROUP_IDS),
  /** An icon of `aws-react-icons`, by its export name, or `tabler:<name>` outside AWS. */
  icon: Label,
  placement: z.enum(['regional', 'vpc', 'regional-or-vpc', 'external', 'vpc-or-external']),
  summary: Text,
  /** The service this one is a variant of: flows without a rule of their own follow its rules, and facts count it as both. */
  variantOf: Id.optional(),
  /** Why the data of a pipeline never come here, though flows lead here: it holds keys, rights or measurements. */
  holdsNoData: Text.optional(),
  /** Still drawn in old diagrams, not offered for new ones. */
  retired: z.strictObject({ since: Name, instead: Text }).optional(),
  properties: z.array(Property).default([]),
  controls: z.array(Control).default([]),
  help: z.array(HelpNote).default([]),
});
export type Service = z.infer<typeof Service>;

/** `data/boundaries/<id>.json`: a container with meaning. */
export const BoundaryKind = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  name: Name,
  aliases: z.array(Name).default([]),
  summary: Text,
  /** A group icon of `aws-react-icons`, or `tabler:<name>`. */
  icon: Label,
  /** Kinds it may stand in directly; `null` is the bare canvas. */
  inside: z.array(Id.nullable()).min(1),
  /** Kinds that are there even if nobody drew them: a subnet implies a VPC. */
  implies: z.array(Id).default([]),
  properties: z.array(Property).default([]),
  controls: z.array(Control).default([]),
  help: z.array(HelpNote).default([]),
});
export type BoundaryKind = z.infer<typeof BoundaryKind>;

/** `data/flow-controls/<topic>.json`: questions and controls that flows share. */
export const FlowTopic = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  /** True for a topic that every flow has without a rule naming it; `appliesWhen` picks the flows it means. */
  everyFlow: z.boolean().default(false),
  /** With `everyFlow`: pairs whose rule requires one of these controls do without the topic; they ask for the same. */
  unless: z.array(ControlId).default([]),
  properties: z.array(Property).default([]),
  controls: z.array(Control).min(1),
  help: z.array(HelpNote).default([]),
});
export type FlowTopic = z.infer<typeof FlowTopic>;

/** What one pair of services needs of a flow control. */
const Requirement = z.strictObject({
  control: ControlId,
  when: Predicate.optional(),
  severity: z.enum(SEVERITIES).optional(),
  /** Who needs the right, e.g. "the function's execution role". */
  principal: Label.optional(),
  /** IAM actions, least privilege. */
  actions: z.array(Label).optional(),
  /** Said after the control's own remediation. */
  detail: Text.optional(),
  /** Services that people put between the two instead; each needs a rule of its own from the one and to the other. */
  through: z.array(Id).min(1).optional(),
});
export type Requirement = z.infer<typeof Requirement>;

const ServiceOrAny = z.union([Id, z.literal('*')], { error: 'must be the id of a service, or "*"' });

/** Which way data goes on a flow that is drawn from one service to another; a query is often drawn towards its data. */
export const DATA_GOES = ['along', 'back', 'both', 'nowhere'] as const;
export type DataGoes = (typeof DATA_GOES)[number];

export const FlowRule = z.strictObject({
  /** A service id, or `*` for a pair nobody wrote a rule for. */
  to: ServiceOrAny,
  /** What the flow does, e.g. "Event source mapping". */
  interaction: line(120),
  /** Which end opens the connection, and so needs the role and the network path. */
  initiator: z.enum(['source', 'target']),
  /** Left out: along the flow. */
  dataGoes: z.enum(DATA_GOES).optional(),
  summary: Text.optional(),
  requires: z.array(Requirement).min(1),
  facts: z.array(FactId).default([]),
  pages: z.array(Page).default([]),
  help: z.array(HelpNote).default([]),
});
export type FlowRule = z.infer<typeof FlowRule>;

/** `data/flows/<service>.json`: what flows out of one service need. */
export const FlowFile = z.strictObject({
  $schema: z.string().optional(),
  from: ServiceOrAny,
  flows: z.array(FlowRule).min(1),
});
export type FlowFile = z.infer<typeof FlowFile>;

/** One requirement of a framework. The title is ours, not the publisher's words. */
const FrameworkRequirement = z.strictObject({
  id: Label,
  title: Label.optional(),
  /** The publisher's severity, where it gives one. */
  severity: z.enum(SEVERITIES).optional(),
  /** Editions of the framework that have it, by id; none where the framework has no editions. */
  editions: z.array(Id).default([]),
  /** Why no control serves it, e.g. because no drawing tells. */
  notCovered: Text.optional(),
});
export type FrameworkRequirement = z.infer<typeof FrameworkRequirement>;

/** `data/frameworks/<id>.json`: a public framework or rule set that references name. */
export const Framework = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  name: Label,
  shortName: ShortName,
  version: Name,
  publisher: Label,
  url: Url,
  /** A standard people answer to, or a rule set of a tool. */
  kind: z.enum(['standard', 'ruleSet']),
  /** Standards or versions within it that people choose by name. */
  editions: z.array(z.strictObject({ id: Id, name: Label, shortName: ShortName, version: Name })).default([]),
  /** What references may name. Empty: anything. */
  requirements: z.array(FrameworkRequirement).default([]),
});
export type Framework = z.infer<typeof Framework>;

/** `data/names/<any>.json`: names people know that lead to something else today. */
export const NameFile = z.strictObject({
  $schema: z.string().optional(),
  names: z.array(
    z.strictObject({ name: Name, now: Label, service: Id.optional(), note: Text, pages: z.array(Page).min(1) }),
  ),
});
export type FormerName = z.infer<typeof NameFile>['names'][number];
export type NameFile = z.infer<typeof NameFile>;

/** `additions/<any>.json`: properties, controls and help that an own catalog adds to a service or kind of boundary. */
export const Addition = z
  .strictObject({
    $schema: z.string().optional(),
    service: Id.optional(),
    boundary: Id.optional(),
    properties: z.array(Property).default([]),
    controls: z.array(Control).default([]),
    help: z.array(HelpNote).default([]),
  })
  .refine(
    ({ service, boundary }) => (service === undefined) !== (boundary === undefined),
    'needs either service or boundary',
  );
export type Addition = z.infer<typeof Addition>;

/** What an own catalog changes in a control that is already there, with the reason. */
export const Override = z.strictObject({
  control: ControlId,
  severity: z.enum(SEVERITIES).optional(),
  /** Switches the control off. */
  off: z.literal(true).optional(),
  reason: Text,
});
export type Override = z.infer<typeof Override>;

/** `overrides/<any>.json` of an own catalog. */
export const OverrideFile = z.strictObject({
  $schema: z.string().optional(),
  overrides: z
    .array(
      Override.refine(
        ({ severity, off }) => (severity === undefined) !== (off === undefined),
        'needs either severity or off',
      ),
    )
    .min(1),
});
export type OverrideFile = z.infer<typeof OverrideFile>;
