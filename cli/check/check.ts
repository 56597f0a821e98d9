import type { Severity } from '../../shared/catalog/terms.ts';
import { inOrder } from '../inOrder.ts';
import { EXIT, type ExitCode, type Io, type Reviewer } from '../io.ts';
import { pictureLinks, planOutputs, STDOUT, type Target } from '../outputs.ts';
import { findStandard, readCatalog, unknownStandard } from '../read.ts';
import { type PictureStyle, styleOf } from '../render.ts';
import { type BaselineFile, openBaseline } from './baselineFile.ts';
import { chooseFiles, type FileChoice } from './chooseFiles.ts';
import { openDocuments } from './documentSet.ts';
import type { DocumentView } from './documents/document.ts';
import { isDocument } from './documents/documents.ts';
import type { CheckFormat, FileReview, ReviewSetup, ReviewTask } from './fileReview.ts';
import { createReviewer } from './review.ts';

export interface CheckOptions extends FileChoice, PictureStyle {
  readonly format: readonly CheckFormat[];
  readonly output?: string;
  readonly force?: true;
  readonly failOn: Severity;
  readonly standard?: string;
  readonly catalog?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly jobs?: number;
}

/** From so many files on, starting threads pays. */
const MANY = 16;
/** Files between two lines of progress. */
const STEP = 10;

function usage(io: Io, why: string): ExitCode {
  io.stderr(`${why}\n`);
  return EXIT.usage;
}

function setupOf(io: Io, options: CheckOptions): ReviewSetup {
  const detail = options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal';
  const colours = io.colours && (options.output ?? STDOUT) === STDOUT;
  const { catalog = null, standard = null, format: formats, failOn } = options;
  return { catalog, standard, formats, failOn, detail, colours, style: styleOf(options) };
}

/** Reviewers for so many files: one in this thread, or several in threads of their own. */
async function reviewersFor(io: Io, files: number, options: CheckOptions): Promise<readonly Reviewer[] | null> {
  const setup = setupOf(io, options);
  const jobs = Math.min(options.jobs ?? (files < MANY ? 1 : io.cores), files);
  if (jobs > 1) return io.startReviewers(jobs, setup);
  const review = await createReviewer(io, setup);
  return review && [{ review, close: async () => {} }];
}

/** What a run has come to so far. */
interface Sum {
  unreadable: number;
  failing: number;
  readonly gaps: Map<string, readonly string[]>;
  readonly stale: { readonly file: string; readonly keys: readonly string[] }[];
}

function count(sum: Sum, review: FileReview, baseline: BaselineFile | null): void {
  if (review.problem) sum.unreadable++;
  sum.failing += review.failing;
  if (!baseline || review.problem) return;
  sum.gaps.set(review.file, review.gaps);
  if (review.stale.length > 0) sum.stale.push({ file: review.file, keys: review.stale });
}

/** Reviews all files and hands each review on as soon as its turn has come. */
async function reviewAll(
  io: Io,
  tasks: readonly ReviewTask[],
  reviewers: readonly Reviewer[],
  take: (review: FileReview) => Promise<void>,
): Promise<void> {
  const show = tasks.length >= MANY ? io.progress : null;
  let done = 0;
  for await (const review of inOrder(
    tasks,
    reviewers.map(({ review }) => review),
  )) {
    show?.('');
    io.stderr(review.complaint);
    await take(review);
    done++;
    if (done % STEP === 0) show?.(`${done} of ${tasks.length} diagrams`);
  }
  show?.('');
  await Promise.all(reviewers.map(({ close }) => close()));
}

/** The exit code of a run, after its baseline has been dealt with. */
async function conclude(sum: Sum, written: boolean, baseline: BaselineFile | null, update: boolean): Promise<ExitCode> {
  if (baseline && update) {
    const updated = await baseline.update(sum.gaps);
    return updated && written && sum.unreadable === 0 ? EXIT.clean : EXIT.unreadable;
  }
  await baseline?.reportStale(sum.stale);
  if (sum.unreadable > 0 || !written) return EXIT.unreadable;
  return sum.failing > 0 ? EXIT.findings : EXIT.clean;
}

/** All that a run needs, once it is clear that it can begin. */
interface Run {
  readonly files: readonly string[];
  /** Names that stand for no diagram. */
  readonly empty: number;
  readonly targets: readonly Target<CheckFormat>[];
  readonly baseline: BaselineFile | null;
  readonly view: DocumentView;
}

function contradiction({ updateBaseline, baseline, quiet, verbose }: CheckOptions): string | null {
  if (updateBaseline && baseline === undefined) return '--update-baseline needs --baseline FILE.';
  return quiet && verbose ? '--quiet and --verbose exclude each other.' : null;
}

/** Reads what the options name; an exit code, after a word on stderr, where that cannot be. */
async function prepare(io: Io, names: readonly string[], options: CheckOptions): Promise<Run | ExitCode> {
  const { output, force = false, format: formats, updateBaseline = false, quiet = false } = options;
  const contradicting = contradiction(options);
  if (contradicting !== null) return usage(io, contradicting);
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const standard = options.standard === undefined ? null : findStandard(catalog, options.standard);
  if (standard === undefined) return unknownStandard(io, catalog, options.standard);
  const chosen = await chooseFiles(io, names, options);
  if (!chosen.ok) return chosen.code;
  const { files, empty } = chosen;
  const plan = await planOutputs(io, { formats, output, force, files, isShared: isDocument });
  if (!plan.ok) return usage(io, plan.why);
  const baseline = options.baseline === undefined ? null : await openBaseline(io, options.baseline, updateBaseline);
  if (baseline === null && options.baseline !== undefined) return EXIT.unreadable;
  const view = { io, catalog, standard, colours: io.colours, quiet };
  return { files, empty: empty.length, targets: plan.targets, baseline, view };
}

async function tasksOf({ files, baseline, targets }: Run): Promise<readonly ReviewTask[]> {
  const links = pictureLinks(targets);
  const task = async (file: string) => {
    return { file, baseline: baseline && (await baseline.keysOf(file)), picture: links.get(file) ?? null };
  };
  return Promise.all(files.map(task));
}

/** `check NAME…`: reports on every diagram that can be read. One that cannot outweighs findings, and stops no other. */
export async function check(io: Io, names: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const run = await prepare(io, names, options);
  if (typeof run === 'number') return run;
  const { files, empty, targets, baseline, view } = run;
  const reviewers = await reviewersFor(io, Math.max(files.length, 1), options);
  if (!reviewers) return EXIT.unreadable;
  const documents = await openDocuments(view, targets);
  const sum: Sum = { unreadable: empty, failing: 0, gaps: new Map(), stale: [] };
  await reviewAll(io, await tasksOf(run), reviewers, async (review) => {
    count(sum, review, baseline);
    await documents.add(review);
  });
  return conclude(sum, await documents.end(), baseline, options.updateBaseline ?? false);
}
