import type { SarifLog, SarifNotification } from './sarif/model.ts';
import { textOrder } from './text.ts';

/** One log made of several and its only run, or one sentence on why they do not belong together. */
export type MergedSarif =
  | { readonly ok: true; readonly log: SarifLog; readonly run: Run }
  | { readonly ok: false; readonly why: string };

type Run = SarifLog['runs'][number];
type Rule = Run['tool']['driver']['rules'][number];
/** A result with its place in the list of rules. */
type LogResult = Run['results'][number];
type RunProperties = Run['properties'];

const uriOf = ({ locations }: Pick<LogResult, 'locations'>): string | undefined =>
  locations[0]?.physicalLocation?.artifactLocation.uri;

const notificationsOf = ({ invocations }: Run): readonly SarifNotification[] =>
  invocations.flatMap(({ toolExecutionNotifications }) => toolExecutionNotifications);

const unreadOf = ({ locations }: SarifNotification): string =>
  locations[0]?.physicalLocation.artifactLocation.uri ?? '';

/** The files that a run was about, with those that it could not check. */
const filesOf = (run: Run): readonly string[] => [
  ...run.artifacts.map(({ location }) => location.uri),
  ...notificationsOf(run).map(unreadOf),
];

function brokenResult(run: Run, files: ReadonlySet<string>, result: LogResult): string | null {
  if (run.tool.driver.rules[result.ruleIndex]?.id !== result.ruleId) return 'names a rule that is not there';
  const uri = uriOf(result);
  if (uri === undefined) return 'names no file';
  return files.has(uri) ? null : 'names a file that is not among the artifacts';
}

/** What is wrong with a log that has the shape of one; null where nothing is. */
export function brokenLink({ runs }: SarifLog): string | null {
  for (const run of runs) {
    const files = new Set(run.artifacts.map(({ location }) => location.uri));
    for (const [index, result] of run.results.entries()) {
      const why = brokenResult(run, files, result);
      if (why !== null) return `runs[0].results[${index}] ${why}`;
    }
  }
  return null;
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function whyApart(first: Run, others: readonly Run[]): string | null {
  for (const { tool } of others) {
    const [one, other] = [first.tool.driver, tool.driver];
    if (one.version !== other.version) return 'They were made by different versions of Parapet.';
    if (!sameText(one.properties, other.properties)) return 'They were made with different catalogs.';
  }
  const seen = new Set<string>();
  const twice = [first, ...others].flatMap(filesOf).find((uri) => seen.size === seen.add(uri).size);
  return twice === undefined ? null : `"${twice}" is in more than one of them.`;
}

/** Every rule once, by id. A control of resources and boundaries alike is told in two ways: one of them, always the same. */
function mergedRules(runs: readonly Run[]): readonly Rule[] {
  const all = runs.flatMap(({ tool }) => tool.driver.rules.map((rule) => ({ rule, text: JSON.stringify(rule) })));
  all.sort((a, b) => textOrder(a.rule.id, b.rule.id) || textOrder(a.text, b.text));
  return all.map(({ rule }) => rule).filter(({ id }, i, rules) => id !== rules[i - 1]?.id);
}

/** Results by the name of their file, those of a file in their order; each with the index that its rule has here. */
function mergedResults(runs: readonly Run[], rules: readonly Rule[]): readonly LogResult[] {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const byFile = new Map<string, LogResult[]>();
  for (const result of runs.flatMap(({ results }) => results)) {
    const uri = uriOf(result) ?? '';
    const own = byFile.get(uri);
    if (own) own.push(result);
    else byFile.set(uri, [result]);
  }
  const ordered = [...byFile].sort(([a], [b]) => textOrder(a, b)).flatMap(([, results]) => results);
  return ordered.map((result) => ({ ...result, ruleIndex: indexOf.get(result.ruleId) ?? -1 }));
}

/** The latest date, and the sign-offs by file. */
function mergedProperties(runs: readonly Run[], first: RunProperties): RunProperties {
  const dates = runs.map(({ properties }) => properties.date).sort();
  const signOffs = runs.flatMap(({ properties }) => properties.signOffs ?? []);
  signOffs.sort((a, b) => textOrder(a.file ?? '', b.file ?? ''));
  return { date: dates.at(-1) ?? first.date, ...(signOffs.length === 0 ? {} : { signOffs }) };
}

/**
 * Joins logs on different files, as shards make them, to the log that one run on all files would have made, but for the
 * order of files, which is that of their names: the same whatever the order of the logs. The date is the latest.
 */
export function mergeSarif(logs: readonly SarifLog[]): MergedSarif {
  const runs = logs.flatMap((log) => log.runs);
  const [first, ...others] = runs;
  if (!first || !logs[0]) return { ok: false, why: 'There is no log to merge.' };
  const why = whyApart(first, others);
  if (why !== null) return { ok: false, why };
  const rules = mergedRules(runs);
  const unread = runs.flatMap(notificationsOf).sort((a, b) => textOrder(unreadOf(a), unreadOf(b)));
  const run: Run = {
    ...first,
    tool: { driver: { ...first.tool.driver, rules } },
    invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: unread }],
    artifacts: runs.flatMap(({ artifacts }) => artifacts).sort((a, b) => textOrder(a.location.uri, b.location.uri)),
    results: mergedResults(runs, rules),
    properties: mergedProperties(runs, first.properties),
  };
  return { ok: true, log: { ...logs[0], runs: [run] }, run };
}
