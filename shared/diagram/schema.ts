import { z } from 'zod';
import { DATA_CLASS_IDS, DATA_LEVEL_IDS, type DataLevel, inOrder } from '../dataClasses.ts';
import { SEVERITIES } from '../severities.ts';

/** The newest file version that this Parapet reads and the one it writes. */
export const VERSION = 1;

/** Limits of a diagram file; beyond them it is refused with a message. Lengths in characters. */
export const LIMITS = {
  name: 200,
  note: 10_000,
  answer: 2_000,
  list: 500,
  badge: 30,
  elements: 50_000,
  coordinate: 1_000_000,
} as const;

// Spaces, characters of control, and those that show nothing.
const BLANK = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** A name, or an empty one where nobody would see it: then things go by what they are. */
export const nameOrNone = (name: string): string => (BLANK.test(name) ? '' : name);

const Id = z.string().min(1).max(100);
const Name = z.string().max(LIMITS.name).overwrite(nameOrNone).default('');
const Coordinate = z.number().min(-LIMITS.coordinate).max(LIMITS.coordinate);
const Length = z.number().positive().max(LIMITS.coordinate);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'use a date such as 2026-11-21');

/** Pixels at 100 % zoom; relative to the boundary that the element is inside, else to the canvas. */
export const Position = z.strictObject({ x: Coordinate, y: Coordinate });
export type Position = z.infer<typeof Position>;

/** Pixels at 100 % zoom. */
export const Size = z.strictObject({ width: Length, height: Length });
export type Size = z.infer<typeof Size>;

const Answer = z.union([
  z.string().max(LIMITS.answer),
  z.boolean(),
  z.array(z.string().max(LIMITS.answer)).max(LIMITS.list),
]);

/** Answers by property id. What the catalog does not know is kept as it is. */
export const Answers = z.record(z.string().max(100), Answer).default({});
export type Answers = z.infer<typeof Answers>;

const DataClasses = z.array(z.enum(DATA_CLASS_IDS)).max(LIMITS.list).overwrite(inOrder);

/** What a resource can do to data so that less of them leaves it than came. */
export const TRANSFORMATIONS = {
  masks: 'Masks',
  aggregates: 'Aggregates',
  tokenises: 'Tokenises',
} as const;
export type TransformationKind = keyof typeof TRANSFORMATIONS;

/** A declared transformation: where a class of `takes` comes in, those of `leaves` go on in its place. */
export const Transformation = z.strictObject({
  how: z.enum(Object.keys(TRANSFORMATIONS) as [TransformationKind, ...TransformationKind[]]),
  takes: DataClasses.min(1),
  leaves: DataClasses.default([]),
  why: z.string().trim().min(1).max(LIMITS.note),
});

/** The classes of data that enter the diagram at a resource, and what it does to the data that come to it. */
export const DataOfResource = z.strictObject({
  brings: DataClasses.default([]),
  transforms: Transformation.optional(),
});

export const Resource = z.strictObject({
  id: Id,
  service: z.string().min(1).max(100),
  name: Name,
  inside: Id.nullable().default(null),
  position: Position.optional(),
  answers: Answers,
  note: z.string().max(LIMITS.note).default(''),
  /** A word on the resource's card, such as an environment or account: `prod`, `1111-2222-3333`. */
  badge: z.string().max(LIMITS.badge).optional(),
  data: DataOfResource.optional(),
});

export const Boundary = z.strictObject({
  id: Id,
  kind: z.string().min(1).max(100),
  name: Name,
  inside: Id.nullable().default(null),
  position: Position.optional(),
  size: Size.optional(),
  answers: Answers,
  note: z.string().max(LIMITS.note).default(''),
});

export const Flow = z.strictObject({
  id: Id,
  from: Id,
  to: Id,
  label: Name,
  answers: Answers,
  note: z.string().max(LIMITS.note).default(''),
  /** Where a person led the flow: the point that it runs through, from the middle between its two resources. Left out, it finds its way by itself. */
  bend: Position.optional(),
  /** The only classes of data that it carries; left out, all that there are. Empty: it controls or authorises, and carries none. */
  carries: DataClasses.optional(),
});

export const TEXT_STYLES = ['title', 'note'] as const;

/** Words on the canvas that are no element: a title or a note in a box. Nothing is checked on them. */
export const TextBox = z.strictObject({
  id: Id,
  text: z.string().max(LIMITS.answer).default(''),
  style: z.enum(TEXT_STYLES).default('note'),
  inside: Id.nullable().default(null),
  position: Position.optional(),
  size: Size.optional(),
});

export const SUPPRESSION_KINDS = {
  riskAccepted: 'Risk accepted',
  compensated: 'Compensated elsewhere',
  falsePositive: 'Does not apply here',
} as const;
export type SuppressionKind = keyof typeof SUPPRESSION_KINDS;

/** A recorded decision about one control on one element. */
export const Suppression = z.strictObject({
  control: z.string().min(1).max(200),
  element: Id,
  kind: z.enum(Object.keys(SUPPRESSION_KINDS) as [SuppressionKind, ...SuppressionKind[]]),
  justification: z.string().trim().min(1).max(LIMITS.note),
  owner: z.string().max(LIMITS.name).default(''),
  decidedOn: Day,
  expiresOn: Day.nullable().default(null),
  /** Hash of the facts that it was decided on (`factsHash`); when they change, the finding comes back. */
  facts: z.string().max(100).nullable().default(null),
  /** Those facts themselves, so that it can be said what changed. */
  decidedFacts: z
    .array(z.strictObject({ fact: z.string().max(200), value: Answer.nullable() }))
    .max(100)
    .optional(),
  /** How severe the finding was then; when it is worse, it comes back. Decisions from before this was kept do not say. */
  decidedSeverity: z.enum(SEVERITIES).optional(),
  /** What makes up for it, of one that is compensated elsewhere. */
  compensatedBy: z.string().max(LIMITS.name).optional(),
  /** Where it was discussed: a link, or the name of a ticket. */
  ticket: z.string().max(1000).optional(),
});

/** A record that somebody went through the diagram, or a part of it, and answers for how it stands. */
export const SignOff = z.strictObject({
  reviewer: z.string().trim().min(1).max(LIMITS.name),
  date: Day,
  /** All of the diagram, or the ids of the elements that were reviewed. */
  scope: z.union([z.literal('all'), z.array(Id).min(1).max(LIMITS.elements)]),
  /** Hash of what was judged (`judgedHash`): another one says that the diagram has changed since. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
});

/** Where somebody begins: outside, in another account than what they reach, at any resource of a service, or at one. */
const From = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('internet') }),
  z.strictObject({ kind: z.literal('otherAccount') }),
  z.strictObject({ kind: z.literal('service'), service: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('resource'), id: Id }),
]);

type ClassifiedLevel = Exclude<DataLevel, 'none'>;

/** Levels of data that a question can ask about, weakest first. */
export const CLASSIFIED_LEVELS = DATA_LEVEL_IDS.filter((each) => each !== 'none') as [
  ClassifiedLevel,
  ...ClassifiedLevel[],
];

/** What must not be reached: stores of data of a level or a stronger one, or one resource. */
const To = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('data'), atLeast: z.enum(CLASSIFIED_LEVELS) }),
  z.strictObject({ kind: z.literal('resource'), id: Id }),
]);

/** What a path has to go through to count. */
export const THROUGH = {
  anything: 'through anything',
  noTls: 'through something without TLS',
  noRole: 'through something without a role or login',
  public: 'through something public',
} as const;
export type Through = keyof typeof THROUGH;

/** A question about paths, in plain picks. */
export const Question = z.strictObject({
  from: From,
  to: To,
  through: z.enum(Object.keys(THROUGH) as [Through, ...Through[]]).default('anything'),
});

/** A rule of the diagram: the answer to a question must be that there is no such path. */
export const ExposureRule = z.strictObject({
  id: Id,
  /** What people call it; empty: its question says it. */
  name: Name,
  question: Question,
  severity: z.enum(SEVERITIES).default('high'),
});

const list = <T extends z.ZodType>(item: T) => z.array(item).max(LIMITS.elements).default([]);

/** A diagram file as people may write it: only ids, kinds, services and ends are required. */
export const DiagramFile = z.strictObject({
  format: z.literal('parapet'),
  version: z.literal(VERSION),
  name: Name,
  boundaries: list(Boundary),
  resources: list(Resource),
  flows: list(Flow),
  suppressions: list(Suppression),
  texts: list(TextBox),
  rules: z.array(ExposureRule).max(LIMITS.list).optional(),
  signOffs: z.array(SignOff).max(LIMITS.list).optional(),
});
export type DiagramFile = z.infer<typeof DiagramFile>;

/** Data that nobody may change, all the way down. */
export type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Resource = DeepReadonly<z.infer<typeof Resource>> & { readonly position: Readonly<Position> };
export type Boundary = DeepReadonly<z.infer<typeof Boundary>> & {
  readonly position: Readonly<Position>;
  readonly size: Readonly<Size>;
};
export type Flow = DeepReadonly<z.infer<typeof Flow>>;
export type TextBox = DeepReadonly<z.infer<typeof TextBox>> & {
  readonly position: Readonly<Position>;
  readonly size: Readonly<Size>;
};
export type Suppression = DeepReadonly<z.infer<typeof Suppression>>;
export type SignOff = DeepReadonly<z.infer<typeof SignOff>>;
export type Question = DeepReadonly<z.infer<typeof Question>>;
export type From = Question['from'];
export type To = Question['to'];
export type ExposureRule = DeepReadonly<z.infer<typeof ExposureRule>>;
export type Transformation = DeepReadonly<z.infer<typeof Transformation>>;
export type DataOfResource = DeepReadonly<z.infer<typeof DataOfResource>>;
export type AnswerOf = string | boolean | readonly string[];

/** The document: what the user drew. Everything in it is placed; ids are unique; ends and containers exist. */
export interface Diagram {
  readonly name: string;
  readonly boundaries: readonly Boundary[];
  readonly resources: readonly Resource[];
  readonly flows: readonly Flow[];
  readonly suppressions: readonly Suppression[];
  readonly texts: readonly TextBox[];
  /** Paths that there must not be, in the order in which people said so; left out while there are none. */
  readonly rules?: readonly ExposureRule[];
  /** Oldest first; left out while there are none. */
  readonly signOffs?: readonly SignOff[];
}

/** A diagram with nothing on it. */
export const emptyDiagram = (name: string): Diagram => ({
  name,
  boundaries: [],
  resources: [],
  flows: [],
  suppressions: [],
  texts: [],
});
