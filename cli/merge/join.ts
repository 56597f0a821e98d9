import type { Severity } from '../../shared/catalog/terms.ts';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import type { JsonFile, JsonReport, JsonRule } from '../../shared/export/jsonReport.ts';
import { mergeReports } from '../../shared/export/mergeReports.ts';
import { mergeSarif } from '../../shared/export/mergeSarif.ts';
import type { SarifLog } from '../../shared/export/sarif/model.ts';
import { countBroken } from '../../shared/exposure/rules.ts';
import type { Counts, FileLine } from './mergedText.ts';
import { pieces } from './pieces.ts';
import type { ShardReport } from './readReport.ts';

/** Reports of shards as one. */
export interface Joined {
  readonly kind: ShardReport['kind'];
  /** By name. */
  readonly files: readonly FileLine[];
  readonly total: Counts;
  /** Severities of the gaps, and of the paths that rules forbid, that no baseline has. */
  readonly failing: ReadonlySet<Severity>;
  /** The report itself, piece by piece. */
  readonly document: () => Iterable<string>;
}

export type JoinResult = { readonly ok: true; readonly joined: Joined } | { readonly ok: false; readonly why: string };

const rulesOf = (file: JsonFile): readonly JsonRule[] => ('rules' in file ? (file.rules ?? []) : []);

function joinJson(reports: readonly JsonReport[]): JoinResult {
  const merged = mergeReports(reports);
  if (!merged.ok) return merged;
  const { files, findings, summary } = merged.report;
  const rules = files.flatMap(rulesOf);
  const fails = [
    ...findings.filter(({ outcome, baseline }) => outcome === 'gap' && baseline !== 'known'),
    ...rules.filter(({ paths }) => paths.some(({ baseline }) => baseline !== 'known')),
  ];
  const joined: Joined = {
    kind: 'json',
    files: files.map((file) =>
      'problem' in file
        ? { name: file.file, problem: file.problem.message }
        : { name: file.file, counts: { ...file.summary, brokenRules: countBroken(rulesOf(file)) } },
    ),
    total: { ...summary, brokenRules: countBroken(rules) },
    failing: new Set(fails.map(({ severity }) => severity)),
    document: () => pieces({ ...merged.report, findings: [] }, 'findings', findings, 1),
  };
  return { ok: true, joined };
}

type SarifRun = SarifLog['runs'][number];
type SarifResult = SarifRun['results'][number];

const isOpen = ({ kind, suppressions }: SarifResult): boolean => kind === 'fail' && suppressions.length === 0;

const uriOf = ({ locations }: Pick<SarifResult, 'locations'>): string =>
  locations[0]?.physicalLocation?.artifactLocation.uri ?? '';

/** Counts of results; a log does not say what is met. */
function countsOf(results: readonly SarifResult[]): Counts {
  const gaps = results.filter((result) => isOpen(result) && result.properties.rule === undefined);
  const broken = results.flatMap((result) =>
    result.properties.rule === undefined ? [] : [`${result.properties.rule} ${uriOf(result)}`],
  );
  const count = (severity: Severity) => gaps.filter(({ properties }) => properties.severity === severity).length;
  return {
    gap: gaps.length,
    unknown: results.filter(({ kind }) => kind === 'review').length,
    brokenRules: new Set(broken).size,
    suppressed: results.filter(({ suppressions }) => suppressions.length > 0).length,
    bySeverity: Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)] as const)),
  };
}

function sarifLines({ artifacts, invocations, results }: SarifRun): readonly FileLine[] {
  const byFile = new Map(artifacts.map(({ location }) => [location.uri, [] as SarifResult[]]));
  for (const result of results) byFile.get(uriOf(result))?.push(result);
  const unread = invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications);
  const lines: readonly FileLine[] = [
    ...[...byFile].map(([name, own]) => ({ name, counts: countsOf(own) })),
    ...unread.map((each) => ({ name: uriOf(each), problem: each.message.text })),
  ];
  return lines.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function joinSarif(logs: readonly SarifLog[]): JoinResult {
  const merged = mergeSarif(logs);
  if (!merged.ok) return merged;
  const { log, run } = merged;
  const fails = run.results.filter((result) => isOpen(result) && result.baselineState !== 'unchanged');
  const joined: Joined = {
    kind: 'sarif',
    files: sarifLines(run),
    total: countsOf(run.results),
    failing: new Set(fails.map(({ properties }) => properties.severity)),
    document: () => pieces({ ...log, runs: [{ ...run, results: [] }] }, 'results', run.results, 3),
  };
  return { ok: true, joined };
}

/** Joins reports of one kind; refuses those of two, and those that do not belong together. */
export function join(reports: readonly ShardReport[]): JoinResult {
  const json = reports.flatMap((each) => (each.kind === 'json' ? [each.report] : []));
  const sarif = reports.flatMap((each) => (each.kind === 'sarif' ? [each.log] : []));
  if (json.length > 0 && sarif.length > 0) return { ok: false, why: 'Some are JSON, some are SARIF.' };
  return sarif.length > 0 ? joinSarif(sarif) : joinJson(json);
}
