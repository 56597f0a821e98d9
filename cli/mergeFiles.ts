import type { Severity } from '../shared/catalog/terms.ts';
import { JsonReport } from '../shared/export/jsonReport.ts';
import { mergeReports } from '../shared/export/mergeReports.ts';
import { isAtLeast } from '../shared/validate/report.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { mergedText } from './mergedText.ts';
import { planOutputs, STDOUT, writeTarget } from './outputs.ts';
import { painter } from './paint.ts';

export interface MergeOptions {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly force?: true;
  readonly failOn: Severity;
}

/** A report that `check --format json` wrote; null, after a word on stderr, when it is none. */
async function readReport(io: Io, file: string): Promise<JsonReport | null> {
  try {
    const parsed = JsonReport.safeParse(JSON.parse(await io.readText(file)));
    if (parsed.success) return parsed.data;
    io.stderr(`${file}: It is no report of "parapet check --format json".\n`);
  } catch (error) {
    io.stderr(`${file}: could not be read: ${error instanceof Error ? error.message : String(error)}.\n`);
  }
  return null;
}

/** What the run on all files would have ended with. */
function codeOf({ files, findings }: JsonReport, failOn: Severity): ExitCode {
  if (files.some((file) => 'problem' in file)) return EXIT.unreadable;
  const fails = findings.some(
    ({ outcome, severity, baseline }) => outcome === 'gap' && baseline !== 'known' && isAtLeast(severity, failOn),
  );
  return fails ? EXIT.findings : EXIT.clean;
}

/** `merge-reports FILE…`: one report, and one exit code, from the JSON that shards wrote. */
export async function mergeFiles(io: Io, files: readonly string[], options: MergeOptions): Promise<ExitCode> {
  const { format, output, force = false, failOn } = options;
  const plan = await planOutputs(io, { formats: [format], output, force, files, isShared: () => true });
  if (!plan.ok) {
    io.stderr(`${plan.why}\n`);
    return EXIT.usage;
  }
  const reports: JsonReport[] = [];
  for (const file of files) {
    const report = await readReport(io, file);
    if (report) reports.push(report);
  }
  if (reports.length < files.length) return EXIT.unreadable;
  const merged = mergeReports(reports);
  if (!merged.ok) {
    io.stderr(`The reports do not belong together. ${merged.why}\n`);
    return EXIT.usage;
  }
  const { report } = merged;
  for (const { to } of plan.targets) {
    const paint = painter(io.colours && to === STDOUT);
    const text = format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : mergedText(report, paint);
    if (!(await writeTarget(io, to, text))) return EXIT.unreadable;
  }
  return codeOf(report, failOn);
}
