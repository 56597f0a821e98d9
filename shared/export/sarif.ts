import packageJson from '../../package.json' with { type: 'json' };
import type { Catalog } from '../catalog/catalog.ts';
import { catalogVersion } from '../catalog/catalogVersion.ts';
import { controlsOf } from '../catalog/quality.ts';
import { filePlaces } from '../diagram/filePlaces.ts';
import type { Diagram } from '../diagram/schema.ts';
import { signOffHolds } from '../diagram/signOff.ts';
import type { Assessment } from '../validate/report.ts';
import type { ExportInput } from './input.ts';
import { reviewPoint } from './reviewPoint.ts';
import { fileUri } from './sarif/fileUri.ts';
import type { SarifPart, SarifRule, SarifRuleName, SarifSignOff } from './sarif/model.ts';
import { PATH_RULES, pathResults } from './sarif/pathResult.ts';
import { toResult } from './sarif/result.ts';
import { toRule } from './sarif/rule.ts';
import { numberGaps } from './svg/numbering.ts';
import { lineOf } from './text.ts';

/** What goes into a log. */
export interface SarifOptions {
  /** Open questions, as results to review; there, unless told otherwise. */
  readonly questions?: boolean;
  /** Keys of the gaps that a baseline has: others are new. Null or left out: there is no baseline. */
  readonly known?: ReadonlySet<string> | null;
}

/** A file that could not be checked. */
export interface SarifUnread {
  readonly file: string;
  readonly message: string;
}

const byKey = (a: Assessment, b: Assessment): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Gaps by number, accepted risks by key, then questions. */
function told({ report }: ExportInput, questions: boolean): readonly (readonly [Assessment, number | null])[] {
  const gaps = numberGaps(report).flatMap((group) => group.gaps.map((gap) => [gap.finding, gap.number] as const));
  const others = [...report.elements.values()].flatMap(({ assessments }) => assessments);
  const wanted = (outcome: Assessment['outcome']) =>
    others
      .filter((each) => each.outcome === outcome)
      .sort(byKey)
      .map((each) => [each, null] as const);
  return [...gaps, ...wanted('suppressed'), ...(questions ? wanted('unknown') : [])];
}

/** The controls of these results, each once. */
function ruleNames(assessments: readonly Assessment[]): readonly SarifRuleName[] {
  const names = new Map<string, SarifRuleName>();
  for (const { compiled, element } of assessments) {
    const { id } = compiled.control;
    if (!names.has(id)) names.set(id, { id, kind: element.kind });
  }
  return [...names.values()];
}

/** Controls as rules, and rules of paths, by id. Severities are those of the control itself, whatever a pair of services makes of it. */
export function toRules(catalog: Catalog, names: Iterable<SarifRuleName>): readonly SarifRule[] {
  const controls = new Map(controlsOf(catalog).map((control) => [control.id, control]));
  const kinds = new Map([...names].map(({ id, kind }) => [id, kind]));
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, kind]) => {
      const control = controls.get(id);
      const rule = control ? toRule(catalog, control, kind) : PATH_RULES.get(id);
      return rule ? [rule] : [];
    });
}

const signOffsOf = (diagram: Diagram, file: string | null): readonly SarifSignOff[] =>
  (diagram.signOffs ?? []).map((signed) => {
    const { reviewer, date, scope, hash } = signed;
    return {
      file,
      reviewer: lineOf(reviewer),
      date,
      scope: scope === 'all' ? scope : scope.map(lineOf),
      holds: signOffHolds(diagram, signed),
      hash,
    };
  });

/** What one diagram adds to a log. */
export function toSarifPart(input: ExportInput, { questions = true, known = null }: SarifOptions = {}): SarifPart {
  const { file, catalog } = input;
  const ground = { uri: file && fileUri(file.name), places: file && filePlaces(file.text) };
  const results = told(input, questions);
  const paths = pathResults({ input, ground, known });
  return {
    uri: ground.uri,
    rules: [
      ...ruleNames(results.map(([assessment]) => assessment)),
      ...[...new Set(paths.map(({ ruleId }) => ruleId))].map((id) => ({ id, kind: 'resource' as const })),
    ],
    results: [
      ...results.map(([assessment, number]) =>
        toResult(ground, assessment, reviewPoint(catalog, assessment), { number, known }),
      ),
      ...paths,
    ],
    signOffs: signOffsOf(input.diagram, ground.uri),
  };
}

const notification = ({ file, message }: SarifUnread) => ({
  level: 'error',
  message: { text: lineOf(message) },
  locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
});

/** What a log says of the run as a whole. */
export interface SarifRun {
  readonly catalog: Catalog;
  readonly date: string;
  /** Files that could not be checked. */
  readonly unread?: readonly SarifUnread[];
}

/** The parts of any number of diagrams as one SARIF 2.1.0 log of one run. */
export function joinSarif(parts: readonly SarifPart[], { catalog, date, unread = [] }: SarifRun): string {
  const rules = toRules(
    catalog,
    parts.flatMap((part) => part.rules),
  );
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const uris = parts.flatMap(({ uri }) => (uri === null ? [] : [uri]));
  const signOffs = parts.flatMap((part) => part.signOffs);
  const run = {
    tool: {
      driver: {
        name: 'Parapet',
        version: packageJson.version,
        rules,
        properties: { catalog: catalogVersion(catalog) },
      },
    },
    invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notification) }],
    artifacts: uris.map((uri) => ({ location: { uri }, roles: ['analysisTarget'], encoding: 'utf-8' })),
    columnKind: 'utf16CodeUnits',
    results: parts.flatMap(({ results }) =>
      results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexOf.get(ruleId), ...rest })),
    ),
    properties: { date, ...(signOffs.length === 0 ? {} : { signOffs }) },
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The report as a SARIF 2.1.0 log: for code scanning, editors, and whatever else reads findings. */
export const toSarif = (input: ExportInput, options: SarifOptions = {}): string =>
  joinSarif([toSarifPart(input, options)], input);
