import { validate } from '../shared/validate/validate.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { complainAbout, pictureLinks, planOutputs, STDOUT, writeTarget } from './outputs.ts';
import { findStandard, readCatalog, readDiagram, unknownStandard } from './read.ts';
import { CannotRender, type PictureStyle, RENDERERS, type Rendered, readIconsFor, styleOf } from './render.ts';
import { findScope, scopeRefusal } from './scope.ts';

export interface ExportOptions extends PictureStyle {
  readonly format: readonly Rendered[];
  /** A file, a folder, or `-` for stdout. */
  readonly output: string;
  readonly force?: true;
  readonly standard?: string;
  readonly catalog?: string;
  /** Ids and names of elements, or `all`. */
  readonly scope: readonly string[];
}

type Data = string | Uint8Array;

/** A document; null, and a word on stderr, when it cannot be made of this diagram. */
async function rendered(io: Io, to: string, render: () => Data | Promise<Data>): Promise<Data | null> {
  try {
    return await render();
  } catch (error) {
    if (!(error instanceof CannotRender)) throw error;
    complainAbout(io, to, error);
    return null;
  }
}

function usage(io: Io, why: string): ExitCode {
  io.stderr(`${why.trimEnd()}\n`);
  return EXIT.usage;
}

/** `export FILE`: writes documents of a diagram and its report, each whole or not at all; one that fails stops no other. */
export async function exportFile(io: Io, file: string, options: ExportOptions): Promise<ExitCode> {
  const { format: formats, output, force = false, scope: part } = options;
  const refusal = scopeRefusal(formats, part);
  if (refusal !== null) return usage(io, refusal);
  const plan = await planOutputs(io, { formats, output, force, files: [file], isShared: () => false });
  if (!plan.ok) return usage(io, plan.why);
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const standard = options.standard === undefined ? null : findStandard(catalog, options.standard);
  if (standard === undefined) return unknownStandard(io, catalog, options.standard);
  const read = await readDiagram(io, file);
  if (!read.ok) return EXIT.unreadable;
  const { diagram, text } = read;
  const report = validate(diagram, catalog, io.today);
  const found = findScope(report, part);
  if (!found.ok) return usage(io, `${file}: ${found.why}`);
  const tools = {
    icons: await readIconsFor(formats, io.readIcons),
    scope: found.scope,
    style: styleOf(options),
    resvg: io.resvg,
    picture: pictureLinks(plan.targets).get(file) ?? null,
  };
  const input = { diagram, catalog, report, date: io.today, standard, file: { name: file, text } };
  let missing = 0;
  for (const { format, to } of plan.targets) {
    const data = await rendered(io, to, () => RENDERERS[format](input, tools));
    if (data === null || !(await writeTarget(io, to, data))) missing++;
    else if (to !== STDOUT) io.stderr(`${to}: written\n`);
  }
  return missing === 0 ? EXIT.clean : EXIT.unreadable;
}
