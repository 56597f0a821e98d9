import { SEVERITIES } from '../catalog/terms.ts';
import type { JsonReport, JsonSummary } from './json.ts';

/** Counts of two reports together. */
export function addSummaries(a: JsonSummary, b: JsonSummary): JsonSummary {
  const bySeverity = { ...a.bySeverity };
  for (const severity of SEVERITIES) bySeverity[severity] += b.bySeverity[severity];
  return {
    resources: a.resources + b.resources,
    flows: a.flows + b.flows,
    boundaries: a.boundaries + b.boundaries,
    controls: a.controls + b.controls,
    satisfied: a.satisfied + b.satisfied,
    gap: a.gap + b.gap,
    unknown: a.unknown + b.unknown,
    suppressed: a.suppressed + b.suppressed,
    bySeverity,
    unchecked: a.unchecked + b.unchecked,
  };
}

/** One report made of several, or one sentence on why they do not belong together. */
export type MergedReport =
  | { readonly ok: true; readonly report: JsonReport }
  | { readonly ok: false; readonly why: string };

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function whyApart(first: JsonReport, others: readonly JsonReport[]): string | null {
  for (const other of others) {
    if (!sameText(first.catalog, other.catalog)) return 'They were made with different catalogs.';
    if (!sameText(first.standard, other.standard)) return 'They were made for different standards.';
  }
  const names = [first, ...others].flatMap(({ files }) => files.map(({ file }) => file));
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  return twice === undefined ? null : `"${twice}" is in more than one of them.`;
}

/**
 * Joins reports on different files, as shards make them, to the report that one run on all files would have made, but
 * for the order of files, which is that of their names. The date is the latest.
 */
export function mergeReports(reports: readonly JsonReport[]): MergedReport {
  const [first, ...others] = reports;
  if (!first) return { ok: false, why: 'There is no report to merge.' };
  const why = whyApart(first, others);
  if (why !== null) return { ok: false, why };
  const files = reports.flatMap((report) => report.files).sort((a, b) => (a.file < b.file ? -1 : 1));
  const findings = new Map(files.map(({ file }) => [file, [] as JsonReport['findings'][number][]]));
  for (const finding of reports.flatMap((report) => report.findings)) findings.get(finding.file)?.push(finding);
  return {
    ok: true,
    report: {
      ...first,
      date:
        reports
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? first.date,
      files,
      summary: others.reduce((sum, { summary }) => addSummaries(sum, summary), first.summary),
      findings: [...findings.values()].flat(),
    },
  };
}
