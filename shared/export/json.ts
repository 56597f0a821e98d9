import type { Catalog } from '../catalog/catalog.ts';
import { catalogVersion } from '../catalog/catalogVersion.ts';
import { countClasses } from '../classify/countClasses.ts';
import type { Diagram, SignOff } from '../diagram/schema.ts';
import { signOffHolds } from '../diagram/signOff.ts';
import { judgeRules, pathKey } from '../exposure/rules.ts';
import { ruleText } from '../exposure/words.ts';
import { reasons, describe as wordsOf } from '../validate/describe.ts';
import { applicable, type Finding, keyOf, NO_TALLY, type Report, sumTallies, type Tally } from '../validate/report.ts';
import { reportByStandard, type Standard } from '../validate/standards.ts';
import type {
  JsonDecision,
  JsonFile,
  JsonFinding,
  JsonProblem,
  JsonReport,
  JsonRequirement,
  JsonRule,
  JsonSummary,
} from './jsonReport.ts';
import { decisionStanding } from './reviewDecisions.ts';
import { numberGaps } from './svg/numbering.ts';

export type { JsonFile, JsonProblem, JsonReport, JsonSummary } from './jsonReport.ts';

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

function toJsonFinding(file: string, catalog: Catalog, finding: Finding, number: number | null): JsonFinding {
  const { control } = finding.compiled;
  const { id, kind, name, service } = finding.element;
  const because = reasons(catalog, finding).map(({ fact, label, because: { value, origin } }) => {
    return { fact, label, value, origin };
  });
  const { title, gap, why, remediation } = wordsOf(finding);
  return {
    file,
    key: finding.key,
    number,
    control: control.id,
    title,
    outcome: finding.outcome,
    severity: finding.severity,
    ...(finding.raise ? { raise: finding.raise } : {}),
    category: control.category,
    element: { id, kind, name, service },
    because,
    gap,
    why,
    remediation,
    where: control.where ?? null,
    references: control.references,
    sources: control.sources.pages,
    reopened: finding.reopened,
    error: finding.error,
  };
}

function toJsonFindings({ file, report }: Checked, catalog: Catalog): readonly JsonFinding[] {
  const numbers = new Map(
    numberGaps(report).flatMap(({ gaps }) => gaps.map(({ number, finding }) => [finding.key, number])),
  );
  return report.findings.map((finding) => toJsonFinding(file, catalog, finding, numbers.get(finding.key) ?? null));
}

const toJsonDecisions = ({ diagram, report }: Checked): readonly JsonDecision[] =>
  diagram.suppressions.map((decision) => {
    const {
      control,
      element,
      kind,
      justification,
      owner,
      decidedOn,
      expiresOn,
      decidedSeverity,
      compensatedBy,
      ticket,
    } = decision;
    const standing = decisionStanding(report, decision);
    const key = keyOf(control, element);
    return {
      key,
      control,
      element,
      standing,
      kind,
      justification,
      owner,
      decidedOn,
      expiresOn,
      ...(decidedSeverity ? { decidedSeverity } : {}),
      ...(compensatedBy ? { compensatedBy } : {}),
      ...(ticket ? { ticket } : {}),
    };
  });

function toJsonRequirements(report: Report, catalog: Catalog, standard: Standard): readonly JsonRequirement[] {
  return reportByStandard(standard, catalog, report).requirements.map(({ requirement, ...each }) => {
    const { id, title = null, notCovered = null } = requirement;
    return { id, title, ...each, notCovered };
  });
}

const toJsonRules = (checked: Checked, catalog: Catalog): readonly JsonRule[] =>
  judgeRules({ ...checked, catalog }).map((judged) => {
    const { rule, standing, missing, paths, more } = judged;
    return {
      id: rule.id,
      title: ruleText({ ...checked, catalog }, rule),
      question: rule.question,
      severity: rule.severity,
      standing,
      missing,
      paths: paths.map((path) => ({ key: pathKey(judged, path), ...path })),
      more,
    };
  });

function toJsonFile(each: Checked | Unchecked, catalog: Catalog, standard: Standard | null): JsonFile {
  const { file } = each;
  if (!isChecked(each)) return { file, problem: each.problem };
  const { diagram } = each;
  const toSignOff = (signed: SignOff) => {
    const { reviewer, date, scope, hash } = signed;
    return { reviewer, date, scope, holds: signOffHolds(diagram, signed), hash };
  };
  const data = countClasses({ diagram: each.diagram, catalog });
  const requirements = standard && toJsonRequirements(each.report, catalog, standard);
  return {
    file,
    diagram: diagram.name,
    summary: toSummary([each]),
    decisions: toJsonDecisions(each),
    requirements,
    ...(diagram.rules === undefined ? {} : { rules: toJsonRules(each, catalog) }),
    ...(diagram.signOffs === undefined ? {} : { signOffs: diagram.signOffs.map(toSignOff) }),
    ...(data.length === 0 ? {} : { data }),
  };
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
    catalog: { ...catalogVersion(catalog), overrides: catalog.overrides },
    standard: standard && { id: standard.id, name: standard.name, version: standard.version },
    files: files.map((each) => toJsonFile(each, catalog, standard)),
    summary: toSummary(checked),
    findings: checked.flatMap((each) => toJsonFindings(each, catalog)),
  };
}
