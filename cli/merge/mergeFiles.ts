import type { Severity } from '../../shared/catalog/terms.ts';
import { isAtLeast } from '../../shared/validate/report.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { planOutputs, STDOUT, writePieces } from '../outputs.ts';
import { painter } from '../paint.ts';
import { type Joined, join } from './join.ts';
import { mergedText } from './mergedText.ts';
import { readReport, type ShardReport } from './readReport.ts';

/** Formats that reports are merged to. */
export const MERGED_FORMATS = ['text', 'json', 'sarif'] as const;
type MergedFormat = (typeof MERGED_FORMATS)[number];

export interface MergeOptions {
  readonly format: MergedFormat;
  readonly output?: string;
  readonly force?: true;
  readonly failOn: Severity;
}

function usage(io: Io, why: string): ExitCode {
  io.stderr(`${why}\n`);
  return EXIT.usage;
}

/** All reports that names and patterns stand for; null, after a word on stderr for each that is none. */
async function readAll(io: Io, names: readonly string[]): Promise<readonly ShardReport[] | null> {
  const { files, empty } = await io.findFiles(names);
  for (const name of empty) io.stderr(`${name}: there is no report. Name what "parapet check" wrote.\n`);
  const reports: ShardReport[] = [];
  for (const file of files) {
    const report = await readReport(io, file);
    if (report) reports.push(report);
  }
  return empty.length === 0 && reports.length === files.length ? reports : null;
}

/** What the run on all files would have ended with. */
function codeOf({ files, failing }: Joined, failOn: Severity): ExitCode {
  if (files.some((file) => 'problem' in file)) return EXIT.unreadable;
  return [...failing].some((severity) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.clean;
}

/** `merge-reports FILE…`: one report, and one exit code, from the JSON or the SARIF that shards wrote. */
export async function mergeFiles(io: Io, names: readonly string[], options: MergeOptions): Promise<ExitCode> {
  const { format, output, force = false, failOn } = options;
  const plan = await planOutputs(io, { formats: [format], output, force, files: names, isShared: () => true });
  if (!plan.ok) return usage(io, plan.why);
  const reports = await readAll(io, names);
  if (!reports) return EXIT.unreadable;
  const result = join(reports);
  if (!result.ok) return usage(io, `The reports do not belong together. ${result.why}`);
  const { joined } = result;
  if (format !== 'text' && format !== joined.kind) {
    return usage(io, `Reports in ${joined.kind} make text or ${joined.kind}, not ${format}.`);
  }
  for (const { to } of plan.targets) {
    const paint = painter(io.colours && to === STDOUT);
    const document = format === 'text' ? [mergedText(joined.files, joined.total, paint)] : joined.document();
    if (!(await writePieces(io, to, document))) return EXIT.unreadable;
  }
  return codeOf(joined, failOn);
}
