import path from 'node:path';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Severity } from '../../shared/catalog/terms.ts';
import { type Diagram, emptyDiagram } from '../../shared/diagram/schema.ts';
import { type ComparedReview, toComparedReview } from '../../shared/export/comparison.ts';
import { toComparisonMarkdown } from '../../shared/export/comparisonMarkdown.ts';
import { compareJudged } from '../../shared/validate/compare.ts';
import { isAtLeast } from '../../shared/validate/report.ts';
import { validate } from '../../shared/validate/validate.ts';
import { forkPoint } from '../changes.ts';
import { chooseFiles } from '../check/chooseFiles.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { planOutputs, STDOUT, writeTarget } from '../outputs.ts';
import { painter } from '../paint.ts';
import { parseText, readCatalog, readDiagram } from '../read.ts';
import { diffText } from './diffText.ts';
import { readSide } from './readSides.ts';

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

export interface DiffOptions {
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly output?: string;
  readonly force?: true;
  readonly failOn: Severity;
  readonly catalog?: string;
  readonly changedSince?: string;
}

/** Two states of a diagram, and what they are called. */
interface Pair {
  readonly before: Diagram;
  readonly after: Diagram;
  readonly names: { readonly before: string; readonly after: string };
}

/** Pairs to compare, and whether all could be read. */
interface Pairs {
  readonly pairs: readonly Pair[];
  readonly complete: boolean;
}

async function namedPair(io: Io, before: string, after: string): Promise<Pairs> {
  const [a, b] = [await readSide(io, before), await readSide(io, after)];
  if (!a.ok || !b.ok) return { pairs: [], complete: false };
  return { pairs: [{ before: a.diagram, after: b.diagram, names: { before, after } }], complete: true };
}

/** What a file was in a commit; empty where it was not there or was no diagram. */
async function diagramAt(io: Io, commit: string, root: string, file: string): Promise<Diagram> {
  const place = path.relative(root, (await io.locate(file)).path).replaceAll(path.sep, '/');
  const shown = await io.git(['show', '--no-textconv', `${commit}:${place}`]);
  const parsed = shown.ok ? parseText({ stderr: () => {} }, file, shown.stdout) : null;
  return parsed?.ok ? parsed.diagram : emptyDiagram('');
}

/** Every diagram that changed since a revision, as it was there and as it is now; an exit code when git does not know. */
async function changedPairs(io: Io, names: readonly string[], changedSince: string): Promise<Pairs | ExitCode> {
  const chosen = await chooseFiles(io, names, { changedSince });
  if (!chosen.ok) return chosen.code;
  const [base, top] = [await forkPoint(io, changedSince), await io.git(['rev-parse', '--show-toplevel'])];
  if (!base.ok || !top.ok) return EXIT.usage;
  const root = top.stdout.replace(/\r?\n$/, '');
  const pairs: Pair[] = [];
  let complete = chosen.empty.length === 0;
  for (const file of chosen.files) {
    const now = await readDiagram(io, file);
    complete &&= now.ok;
    if (!now.ok) continue;
    pairs.push({
      before: await diagramAt(io, base.id, root, file),
      after: now.diagram,
      names: { before: file, after: file },
    });
  }
  return { pairs, complete };
}

function review(pair: Pair, catalog: Catalog, today: string): ComparedReview {
  const judge = (diagram: Diagram) => ({ diagram, report: validate(diagram, catalog, today) });
  return toComparedReview({ comparison: compareJudged(judge(pair.before), judge(pair.after)), catalog, ...pair.names });
}

function print(reviews: readonly ComparedReview[], format: DiffOptions['format'], io: Io, colours: boolean): string {
  switch (format) {
    case 'text':
      return reviews.map((each) => diffText(each, painter(colours))).join('\n');
    case 'markdown':
      return reviews.map(toComparisonMarkdown).join('\n');
    case 'json': {
      const json = { format: 'parapet-comparison', version: 1, date: io.today, comparisons: reviews };
      return `${JSON.stringify(json, null, 2)}\n`;
    }
  }
}

async function pairsOf(io: Io, names: readonly string[], since: string | undefined): Promise<Pairs | ExitCode> {
  if (since !== undefined) return changedPairs(io, names.length === 0 ? ['.'] : names, since);
  const [before, after, ...more] = names;
  if (before !== undefined && after !== undefined && more.length === 0) return namedPair(io, before, after);
  io.stderr('Name two diagrams, or use --changed-since REVISION.\n');
  return EXIT.usage;
}

/** `diff A B`: what was added, removed and changed, which gaps opened and which closed. Opened gaps fail. */
export async function diff(io: Io, names: readonly string[], options: DiffOptions): Promise<ExitCode> {
  const { format, output, force = false, failOn } = options;
  const plan = await planOutputs(io, { formats: [format], output, force, files: names, isShared: () => true });
  if (!plan.ok) {
    io.stderr(`${plan.why}\n`);
    return EXIT.usage;
  }
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const found = await pairsOf(io, names, options.changedSince);
  if (typeof found === 'number') return found;
  const reviews = found.pairs.map((pair) => review(pair, catalog, io.today));
  for (const { to } of plan.targets) {
    const text = print(reviews, format, io, io.colours && to === STDOUT);
    if (!(await writeTarget(io, to, text))) return EXIT.unreadable;
  }
  if (!found.complete) return EXIT.unreadable;
  const fails = reviews.some(({ opened }) => opened.some(({ severity }) => isAtLeast(severity, failOn)));
  return fails ? EXIT.findings : EXIT.clean;
}
