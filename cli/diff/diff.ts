import type { Severity } from '../../shared/catalog/terms.ts';
import type { Theme } from '../../shared/export/svg/style.ts';
import { isAtLeast } from '../../shared/validate/report.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { pictureLinks, planOutputs, STDOUT, type Target, writeTarget } from '../outputs.ts';
import { painter } from '../paint.ts';
import { readCatalog } from '../read.ts';
import { readIconsFor } from '../render.ts';
import { changedPairs } from './changedPairs.ts';
import { type ComparedPair, comparePair, type DiffFormat, isShared, picture, sharedDocument } from './documents.ts';
import { namedPair } from './namedPair.ts';
import type { Pairs } from './pair.ts';

export interface DiffOptions {
  readonly format: readonly DiffFormat[];
  readonly output?: string;
  readonly force?: true;
  readonly failOn: Severity;
  readonly catalog?: string;
  readonly changedSince?: string;
  readonly theme: Theme;
  /** Where the folder of the output will be on a server: Markdown has its pictures from there. Ends in `/`. */
  readonly pictureUrl?: string;
}

async function pairsOf(io: Io, names: readonly string[], since: string | undefined): Promise<Pairs | ExitCode> {
  if (since !== undefined) return changedPairs(io, names.length === 0 ? ['.'] : names, since);
  const [before, after, ...more] = names;
  if (before !== undefined && after !== undefined && more.length === 0) return namedPair(io, before, after);
  io.stderr('Name two diagrams, or use --changed-since REVISION.\n');
  return EXIT.usage;
}

const encoded = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);

/** The addresses of pictures in Markdown, by file. */
const picturesOf = (targets: readonly Target<DiffFormat>[], { pictureUrl = '' }: DiffOptions) =>
  new Map([...pictureLinks(targets)].map(([file, link]) => [file, `${pictureUrl}${encoded(link)}`]));

/** `diff A B`: what was added, removed and changed, which gaps opened and which closed. Opened gaps, and rules broken anew, fail. */
export async function diff(io: Io, names: readonly string[], options: DiffOptions): Promise<ExitCode> {
  const { format: formats, output, force = false, failOn, theme } = options;
  const found = await pairsOf(io, names, options.changedSince);
  if (typeof found === 'number') return found;
  const files = found.pairs.map(({ file }) => file);
  const wish = { formats, output, force, files, sources: found.sources, kind: 'comparison', isShared };
  const plan = await planOutputs(io, wish);
  if (!plan.ok) {
    io.stderr(`${plan.why}\n`);
    return EXIT.usage;
  }
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const pairs = found.pairs.map((pair) => comparePair(pair, catalog, io.today));
  const icons = await readIconsFor(formats, io.readIcons);
  const pictures = picturesOf(plan.targets, options);
  const documentOf = ({ format, file, to }: Target<DiffFormat>): string => {
    const setting = { date: io.today, paint: painter(io.colours && to === STDOUT), pictures };
    if (isShared(format)) return sharedDocument(format, pairs, setting);
    const own = pairs.filter(({ pair }) => pair.file === file);
    return own.map((each: ComparedPair) => picture(each, { catalog, icons, date: io.today, theme })).join('');
  };
  for (const target of plan.targets) {
    if (!(await writeTarget(io, target.to, documentOf(target)))) return EXIT.unreadable;
  }
  if (!found.complete) return EXIT.unreadable;
  const opened = pairs.flatMap(({ review }) => [...review.opened, ...review.rules.filter(({ opens }) => opens)]);
  return opened.some(({ severity }) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.clean;
}
