import { z } from 'zod';
import { SEVERITIES } from '../../catalog/terms.ts';
import type { Region } from '../../diagram/filePlaces.ts';
import type { DeepReadonly } from '../../diagram/schema.ts';
import type { ElementRef } from '../../validate/report.ts';

/*
 * What of SARIF 2.1.0 Parapet writes.
 */

const Level = z.enum(['error', 'warning', 'note', 'none']);
/** What severity looks like to SARIF. */
export type Level = z.infer<typeof Level>;

const Message = z.strictObject({ text: z.string() });

const Place = z.int().min(1);
const FileRegion = z.strictObject({
  startLine: Place,
  startColumn: Place,
  endLine: Place,
  endColumn: Place,
}) satisfies z.ZodType<Region>;

const PhysicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string() }),
  region: FileRegion.optional(),
});

const Location = z.strictObject({
  physicalLocation: PhysicalLocation.optional(),
  logicalLocations: z
    .array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() }))
    .optional(),
});
/** Where something is: in the diagram file, and in the diagram. */
export type SarifLocation = DeepReadonly<z.infer<typeof Location>>;

const Rule = z.strictObject({
  id: z.string(),
  shortDescription: Message,
  fullDescription: Message,
  helpUri: z.string().optional(),
  help: z.strictObject({ text: z.string(), markdown: z.string().optional() }),
  defaultConfiguration: z.strictObject({ level: Level }),
  properties: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
/** A control, as a rule. */
export type SarifRule = DeepReadonly<z.infer<typeof Rule>>;

const Suppression = z.strictObject({
  kind: z.literal('inSource'),
  status: z.literal('accepted'),
  justification: z.string(),
  location: Location.optional(),
  properties: z.record(z.string(), z.string().nullable()),
});
/** A decision in force. */
export type SarifSuppression = DeepReadonly<z.infer<typeof Suppression>>;

const Result = z.strictObject({
  ruleId: z.string(),
  kind: z.enum(['fail', 'review']),
  level: Level,
  message: Message,
  locations: z.array(Location).min(1),
  codeFlows: z
    .array(
      z.strictObject({
        threadFlows: z.tuple([z.strictObject({ locations: z.array(z.strictObject({ location: Location })).min(1) })]),
      }),
    )
    .optional()
    .describe('Of a path that a rule forbids: what it leads through.'),
  partialFingerprints: z.record(z.string(), z.string()),
  baselineState: z.enum(['new', 'unchanged']).optional(),
  suppressions: z
    .array(Suppression)
    .describe('Empty for what is not accepted: a viewer must be able to tell that from "not known".'),
  properties: z.looseObject({ severity: z.enum(SEVERITIES), rule: z.string().optional() }),
});
/** A finding, an accepted risk, or a path that a rule forbids, as a result. */
export type SarifResult = DeepReadonly<z.infer<typeof Result>>;

const Notification = z.strictObject({
  level: z.literal('error'),
  message: Message,
  locations: z.tuple([z.strictObject({ physicalLocation: PhysicalLocation })]),
});
/** A file that could not be checked. */
export type SarifNotification = DeepReadonly<z.infer<typeof Notification>>;

const SignOffOfFile = z.strictObject({
  file: z.string().nullable(),
  reviewer: z.string(),
  date: z.string(),
  scope: z.union([z.literal('all'), z.array(z.string())]),
  holds: z.boolean(),
  hash: z.string(),
});
/** Who reviewed a diagram file (null: never saved) or elements of it. SARIF has no place of its own for that. */
export type SarifSignOff = DeepReadonly<z.infer<typeof SignOffOfFile>>;

const Run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.literal('Parapet'),
      version: z.string(),
      rules: z.array(Rule),
      properties: z.strictObject({ catalog: z.record(z.string(), z.union([z.string(), z.number()])) }),
    }),
  }),
  invocations: z.tuple([
    z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(Notification) }),
  ]),
  artifacts: z.array(
    z.strictObject({
      location: z.strictObject({ uri: z.string() }),
      roles: z.tuple([z.literal('analysisTarget')]),
      encoding: z.literal('utf-8'),
    }),
  ),
  columnKind: z.literal('utf16CodeUnits'),
  results: z.array(Result.extend({ ruleIndex: z.int().min(0) })),
  properties: z.strictObject({ date: z.iso.date(), signOffs: z.array(SignOffOfFile).optional() }),
});

/** A log of one run, as Parapet writes it. */
export const SarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([Run]),
});
export type SarifLog = DeepReadonly<z.infer<typeof SarifLog>>;

/** A control that results are of (or one of `PATH_RULES`), and what kind of element it is about. */
export interface SarifRuleName {
  readonly id: string;
  readonly kind: ElementRef['kind'];
}

/** What one diagram adds to a log. Data only: it may travel between threads. */
export interface SarifPart {
  /** The diagram file, or null for a document that was never saved. */
  readonly uri: string | null;
  readonly rules: readonly SarifRuleName[];
  readonly results: readonly SarifResult[];
  readonly signOffs: readonly SarifSignOff[];
}
