import type { Catalog } from '../catalog/catalog.ts';
import type { Origin } from '../catalog/predicate.ts';
import type { AnswerValue, Override, Reference, Where } from '../catalog/schema.ts';
import type { Category, Severity } from '../catalog/terms.ts';
import type { Diagram } from '../diagram/schema.ts';
import { reasons, describe as wordsOf } from '../validate/describe.ts';
import { applicable, type Finding, NO_TALLY, type Report, sumTallies, type Tally } from '../validate/report.ts';
import { type RequirementReport, reportByStandard, type Standard, type Standing } from '../validate/standards.ts';

/** Counts. `controls` are those that apply; `bySeverity` counts gaps; `unchecked` elements are not in the catalog. */
export interface JsonSummary {
  readonly resources: number;
  readonly flows: number;
  readonly boundaries: number;
  readonly controls: number;
  readonly satisfied: number;
  readonly gap: number;
  readonly unknown: number;
  readonly suppressed: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly unchecked: number;
}

/** One finding: a gap, or (`outcome` "unknown") a question that is still open. */
export interface JsonFinding {
  /** The file it is in, as it was named. */
  readonly file: string;
  /** `controlId@elementId`; stays the same from run to run. */
  readonly key: string;
  readonly control: string;
  readonly title: string;
  readonly outcome: 'gap' | 'unknown';
  readonly severity: Severity;
  readonly category: Category;
  readonly element: {
    readonly id: string;
    readonly kind: 'resource' | 'flow' | 'boundary';
    readonly name: string;
    /** A service id, `from → to` of a flow, or the kind of a boundary. */
    readonly service: string;
  };
  readonly because: readonly {
    readonly fact: string;
    readonly label: string;
    readonly value: AnswerValue | null;
    readonly origin: Origin;
  }[];
  readonly gap: string;
  readonly why: string;
  readonly remediation: string;
  /** Where the setting is made; null where the catalog names no place. */
  readonly where: Where | null;
  readonly references: readonly Reference[];
  /** Why a decision on it no longer holds. */
  readonly reopened: 'expired' | 'factsChanged' | null;
  /** A fault in the control itself. */
  readonly error: string | null;
}

/** Why a file could not be checked. */
export interface JsonProblem {
  /** One word for programs: `notFound`, `noPermission`, `notJson`, `newerVersion`, `invalid` and the like. */
  readonly reason: string;
  /** One sentence for a person. */
  readonly message: string;
  /** Every place in the file that is wrong; none where the file could not be read at all. */
  readonly problems: readonly { readonly where: string; readonly message: string }[];
}

/** How a diagram stands to one requirement of the standard that was asked for. */
export interface JsonRequirement {
  readonly id: string;
  readonly title: string | null;
  readonly standing: Standing;
  readonly controls: readonly string[];
  readonly counts: RequirementReport['counts'];
  /** Why no control serves it. */
  readonly notCovered: string | null;
}

/** A file that was named: checked, or with the problem that kept it from being checked. */
export type JsonFile =
  | {
      readonly file: string;
      readonly diagram: string;
      readonly summary: JsonSummary;
      readonly requirements: readonly JsonRequirement[] | null;
    }
  | { readonly file: string; readonly problem: JsonProblem };

/** A report as data. The same shape for one file and for several: `summary` adds up, `findings` name their file. */
export interface JsonReport {
  readonly format: 'parapet-report';
  readonly version: 1;
  /** The day (ISO) that decisions were judged by. */
  readonly date: string;
  readonly catalog: {
    readonly services: number;
    readonly boundaries: number;
    readonly pairs: number;
    /** What an own catalog changed or switched off. */
    readonly overrides: readonly Override[];
  };
  /** The standard that was asked for; its requirements stand with each file. */
  readonly standard: { readonly id: string; readonly name: string; readonly version: string } | null;
  /** In the order in which they were named. */
  readonly files: readonly JsonFile[];
  /** Counts over the files that were checked. */
  readonly summary: JsonSummary;
  readonly findings: readonly JsonFinding[];
}

/** A diagram that was checked, and the report on it. */
export interface Checked {
  readonly file: string;
  readonly diagram: Diagram;
  readonly report: Report;
}

/** A file that could not be checked. */
export interface Unchecked {
  readonly file: string;
  readonly problem: JsonProblem;
}

const isChecked = (each: Checked | Unchecked): each is Checked => 'report' in each;

const sizeOf = ({ diagram, report }: Checked) => ({
  resources: diagram.resources.length,
  flows: diagram.flows.length,
  boundaries: diagram.boundaries.length,
  unchecked: [...report.elements.values()].filter((element) => !element.known).length,
});

function toSummary(checked: readonly Checked[]): JsonSummary {
  const tally: Tally = checked.length === 0 ? NO_TALLY : sumTallies(checked.map(({ report }) => report.tally));
  const sizes = checked.map(sizeOf);
  const sum = (key: keyof ReturnType<typeof sizeOf>) => sizes.reduce((total, size) => total + size[key], 0);
  return {
    resources: sum('resources'),
    flows: sum('flows'),
    boundaries: sum('boundaries'),
    controls: applicable(tally),
    satisfied: tally.satisfied,
    gap: tally.gap,
    unknown: tally.unknown,
    suppressed: tally.suppressed,
    bySeverity: tally.bySeverity,
    unchecked: sum('unchecked'),
  };
}

function toJsonFinding(file: string, catalog: Catalog, finding: Finding): JsonFinding {
  const { control } = finding.compiled;
  const { id, kind, name, service } = finding.element;
  const because = reasons(catalog, finding).map(({ fact, label, because: { value, origin } }) => {
    return { fact, label, value, origin };
  });
  const { title, gap, why, remediation } = wordsOf(finding);
  return {
    file,
    key: finding.key,
    control: control.id,
    title,
    outcome: finding.outcome,
    severity: control.severity,
    category: control.category,
    element: { id, kind, name, service },
    because,
    gap,
    why,
    remediation,
    where: control.where ?? null,
    references: control.references,
    reopened: finding.reopened,
    error: finding.error,
  };
}

function toJsonRequirements(report: Report, catalog: Catalog, standard: Standard): readonly JsonRequirement[] {
  return reportByStandard(standard, catalog, report).requirements.map(({ requirement, ...each }) => {
    const { id, title = null, notCovered = null } = requirement;
    return { id, title, ...each, notCovered };
  });
}

function toJsonFile(each: Checked | Unchecked, catalog: Catalog, standard: Standard | null): JsonFile {
  const { file } = each;
  if (!isChecked(each)) return { file, problem: each.problem };
  const requirements = standard && toJsonRequirements(each.report, catalog, standard);
  return { file, diagram: each.diagram.name, summary: toSummary([each]), requirements };
}

/** Reports as data, for the command line and the app alike. `date` is the day the reports were made for. */
export function toJsonReport(
  files: readonly (Checked | Unchecked)[],
  catalog: Catalog,
  date: string,
  standard: Standard | null = null,
): JsonReport {
  const checked = files.filter(isChecked);
  return {
    format: 'parapet-report',
    version: 1,
    date,
    catalog: {
      services: catalog.services.size,
      boundaries: catalog.boundaries.size,
      pairs: catalog.pairs.length,
      overrides: catalog.overrides,
    },
    standard: standard && { id: standard.id, name: standard.name, version: standard.version },
    files: files.map((each) => toJsonFile(each, catalog, standard)),
    summary: toSummary(checked),
    findings: checked.flatMap(({ file, report }) =>
      report.findings.map((finding) => toJsonFinding(file, catalog, finding)),
    ),
  };
}
