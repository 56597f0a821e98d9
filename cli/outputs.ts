import path from 'node:path';
import { FORMATS, isFormatId } from '../shared/export/formats.ts';
import type { Io, Output } from './io.ts';

/** Standard output. */
export const STDOUT = '-';

/** What is to be written where. */
export interface OutputWish<Format extends string> {
  readonly formats: readonly Format[];
  /** A file, a folder, or `-`; not given: standard output. */
  readonly output: string | undefined;
  /** Whether files that exist are replaced. */
  readonly force: boolean;
  readonly files: readonly string[];
  /** Other files that are read, and not to be overwritten. */
  readonly sources?: readonly string[];
  /** What documents in a folder are, where they are no reports: it goes into their names, so that both have room there. */
  readonly kind?: string;
  /** Whether all diagrams share one document of a format; else each has its own. */
  readonly isShared: (format: Format) => boolean;
}

/** One document to write: of one diagram (`file`), or of all (null). `to` is a path, or `-`. */
export interface Target<Format extends string> {
  readonly format: Format;
  readonly file: string | null;
  readonly to: string;
}

export type Plan<Format extends string> =
  | { readonly ok: true; readonly targets: readonly Target<Format>[] }
  | { readonly ok: false; readonly why: string };

const no = (why: string) => ({ ok: false, why }) as const;

/** The extension of a format, without a dot. */
export const extensionOf = (format: string): string => (isFormatId(format) ? FORMATS[format].extension : 'txt');

/** The format that the name of an output ends in, where that is one of the choices. */
export function formatNamed<F extends string>(output: string | undefined, choices: readonly F[], otherwise: F): F {
  const name = output?.toLowerCase() ?? '';
  return choices.find((format) => name.endsWith(`.${extensionOf(format)}`)) ?? otherwise;
}

/** The path of a document in a folder for each diagram: as the diagrams lie, or by name alone when they lie elsewhere. */
function pageNames(files: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const normal = path.normalize(file).replace(/\.parapet$/i, '');
    const inside = !path.isAbsolute(normal) && !normal.startsWith('..');
    const name = inside ? normal : path.basename(normal);
    const free = [name, ...files.map((_, i) => `${name}-${i + 2}`)].find((each) => !taken.has(each.toLowerCase()));
    names.set(file, free ?? name);
    taken.add((free ?? name).toLowerCase());
  }
  return names;
}

function inFolder<F extends string>(wish: OutputWish<F>, folder: string): readonly Target<F>[] {
  const names = pageNames(wish.files);
  return wish.formats.flatMap((format): readonly Target<F>[] => {
    const at = (name: string) => path.join(folder, `${name}.${extensionOf(format)}`);
    if (wish.isShared(format)) return [{ format, file: null, to: at(wish.kind ?? 'parapet') }];
    const ending = wish.kind === undefined ? '' : `.${wish.kind}`;
    return wish.files.map((file) => ({ format, file, to: at(`${names.get(file) ?? file}${ending}`) }));
  });
}

/** Everything into one file, or to standard output. */
function inOne<F extends string>(wish: OutputWish<F>, to: string): Plan<F> {
  const [format, ...more] = wish.formats;
  if (format === undefined) return { ok: true, targets: [] };
  if (more.length > 0) return no('Several formats need a folder: --output FOLDER.');
  if (wish.isShared(format)) return { ok: true, targets: [{ format, file: null, to }] };
  const [file, ...others] = wish.files;
  if (others.length > 0) return no(`${extensionOf(format)} of several diagrams needs a folder: --output FOLDER.`);
  return { ok: true, targets: file === undefined ? [] : [{ format, file, to }] };
}

async function isFolderName<F extends string>(io: Io, { formats, files, isShared }: OutputWish<F>, name: string) {
  if (/[\\/]$/.test(name) || (await io.isFolder(name))) return true;
  const many = formats.length > 1 || (files.length > 1 && !formats.every(isShared));
  return many && !formats.some((format) => name.endsWith(`.${extensionOf(format)}`));
}

// Windows takes dots and spaces at the end of a name away.
const DIAGRAM_NAME = /\.parapet[. ]*$/i;

/** Why a target must not be written, as one sentence with what to do; null when it may. */
async function refusal(io: Io, { format, to }: Target<string>, diagrams: ReadonlySet<string>, force: boolean) {
  const place = await io.locate(to);
  if (diagrams.has(place.path) || (place.file !== null && diagrams.has(place.file))) {
    return `This is the diagram itself; it would be overwritten. Name another file, such as diagram.${extensionOf(format)}.`;
  }
  if ([to, place.path].some((name) => DIAGRAM_NAME.test(name))) {
    return `A name that ends in .parapet is for a diagram. Name a file that ends in .${extensionOf(format)}.`;
  }
  return place.file !== null && !force ? 'It exists already; --force replaces it.' : null;
}

/** Decides where every document goes, and refuses what would overwrite a diagram or, unless forced, any file. */
export async function planOutputs<F extends string>(io: Io, wish: OutputWish<F>): Promise<Plan<F>> {
  const { output = STDOUT, files, sources = [], force } = wish;
  const plan =
    output !== STDOUT && (await isFolderName(io, wish, output))
      ? { ok: true as const, targets: inFolder(wish, output) }
      : inOne(wish, output);
  if (!plan.ok) return plan;
  const places = await Promise.all([...files, ...sources].map((file) => io.locate(file)));
  const diagrams = new Set(places.flatMap((place) => [place.path, ...(place.file === null ? [] : [place.file])]));
  for (const target of plan.targets) {
    const why = target.to === STDOUT ? null : await refusal(io, target, diagrams, force);
    if (why !== null) return no(`${target.to}: ${why} Nothing was written.`);
  }
  return plan;
}

/** Formats that a Markdown report shows, the best first. */
const PICTURES = ['svg', 'png'];

/** The picture of each diagram as its Markdown report links to it; none where they are not both files. */
export function pictureLinks(targets: readonly Target<string>[]): ReadonlyMap<string, string> {
  const written = targets.filter(({ to }) => to !== STDOUT);
  const reports = new Map(written.filter(({ format }) => format === 'markdown').map(({ file, to }) => [file, to]));
  const format = PICTURES.find((wanted) => written.some((target) => target.format === wanted));
  const links = new Map<string, string>();
  for (const { format: own, file, to } of written) {
    const report = reports.get(file) ?? reports.get(null);
    if (own !== format || file === null || report === undefined) continue;
    links.set(file, path.relative(path.dirname(report), to).replaceAll(path.sep, '/'));
  }
  return links;
}

/** What went wrong. Of the system's errors without the path, which may be of a file that nobody asked for. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const call = 'syscall' in error ? error.message.indexOf(`, ${error.syscall}`) : -1;
  return call === -1 ? error.message : error.message.slice(0, call);
}

/** Says on stderr that a document could not be written. */
export function complainAbout(io: Io, to: string, error: unknown): void {
  io.stderr(`${to}: could not be written: ${reasonOf(error)}.\n`);
}

/** Writes one whole document; false, and a word on stderr, when it cannot be written. */
export async function writeTarget(io: Io, to: string, data: string | Uint8Array): Promise<boolean> {
  try {
    if (to === STDOUT) await io.stdout(data);
    else await io.writeFile(to, data);
    return true;
  } catch (error) {
    complainAbout(io, to, error);
    return false;
  }
}

/** Writes a document piece by piece, whole or not at all; false, and a word on stderr, when it cannot be written. */
export async function writePieces(io: Io, to: string, pieces: Iterable<string>): Promise<boolean> {
  let output: Output | null = null;
  try {
    if (to !== STDOUT) output = await io.openOutput(to);
    for (const piece of pieces) await (output ? output.write(piece) : io.stdout(piece));
    await output?.commit();
    return true;
  } catch (error) {
    await output?.discard();
    complainAbout(io, to, error);
    return false;
  }
}
