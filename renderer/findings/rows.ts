import { CATEGORIES, CATEGORY_IDS } from '../../shared/catalog/terms.ts';
import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import { type Assessment, type Report, severityRank } from '../../shared/validate/report.ts';
import { catalog } from '../state/catalog.ts';

/** A requirement that a control serves: as short as it gets, and in full. */
export interface Standard {
  readonly framework: string;
  readonly requirement: string;
  readonly full: string;
}

/** A finding, or an accepted one, as the table shows it. */
export interface FindingRow {
  readonly assessment: Assessment;
  readonly where: string;
  readonly title: string;
  /** Place of the category in the inspector's order. */
  readonly category: number;
  readonly categoryName: string;
  readonly standards: readonly Standard[];
  /** 0 is the worst. */
  readonly rank: number;
  /** All that the search looks at, in lower case. */
  readonly haystack: string;
}

function whereOf({ element }: Assessment): string {
  const { kind, service } = element;
  const name = placeName(element);
  if (kind === 'flow') return name;
  const type =
    kind === 'resource' ? catalog.services.get(service)?.service.shortName : catalog.boundaries.get(service)?.kind.name;
  return type === undefined || type.toLowerCase() === name.toLowerCase() ? name : `${name} · ${type}`;
}

function toRow(assessment: Assessment): FindingRow {
  const { severity } = assessment;
  const { id, category, references } = assessment.compiled.control;
  const where = whereOf(assessment);
  const { title } = textsOf(assessment);
  const categoryName = CATEGORIES[category];
  const standards = references.map(({ framework, requirement }) => ({
    framework,
    requirement,
    full: `${catalog.frameworks.get(framework)?.shortName ?? framework} ${requirement}`,
  }));
  const haystack = [where, title, categoryName, severity, id, ...standards.map(({ full }) => full)]
    .join('\n')
    .toLowerCase();
  const rank = severityRank(severity);
  return {
    assessment,
    where,
    title,
    category: CATEGORY_IDS.indexOf(category),
    categoryName,
    standards,
    rank,
    haystack,
  };
}

const known = new WeakMap<Assessment, FindingRow>();

/** The row of an assessment: made when it is first looked at, and once, since an edit leaves most assessments as they were. */
export function rowOf(assessment: Assessment): FindingRow {
  const before = known.get(assessment);
  if (before) return before;
  const row = toRow(assessment);
  known.set(assessment, row);
  return row;
}

function acceptedOf(report: Report): readonly Assessment[] {
  if (report.tally.suppressed === 0) return [];
  return [...report.elements.values()]
    .filter(({ tally }) => tally.suppressed > 0)
    .flatMap(({ assessments }) => assessments.filter(({ outcome }) => outcome === 'suppressed'));
}

/** All that the panel can show: findings in the order of the report, then what is accepted. */
export function listedOf(report: Report): readonly Assessment[] {
  const accepted = acceptedOf(report);
  return accepted.length === 0 ? report.findings : [...report.findings, ...accepted];
}
