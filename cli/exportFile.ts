import { iconsFromFiles } from '../shared/export/icon.ts';
import { exportSvg } from '../shared/export/svg/exportSvg.ts';
import { validate } from '../shared/validate/validate.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { outputProblem } from './outputProblem.ts';
import { readCatalog, readDiagram } from './read.ts';

export interface ExportOptions {
  readonly format: 'svg';
  /** A path, or `-` for stdout. */
  readonly output: string;
  readonly catalog?: string;
}

/** `export FILE`: writes the annotated picture of a diagram, whole or not at all. */
export async function exportFile(io: Io, file: string, { output, catalog: own }: ExportOptions): Promise<ExitCode> {
  const refusal = output === '-' ? null : await outputProblem(io, file, output);
  if (refusal !== null) {
    io.stderr(`${output}: ${refusal} Nothing was written.\n`);
    return EXIT.usage;
  }
  const catalog = await readCatalog(io, own);
  if (!catalog) return EXIT.unreadable;
  const read = await readDiagram(io, file);
  if (!read.ok) return EXIT.unreadable;
  const { diagram } = read;
  const report = validate(diagram, catalog, io.today);
  const icons = iconsFromFiles(await io.readIcons());
  const svg = exportSvg({ diagram, catalog, report, icons, date: io.today });
  if (output === '-') {
    io.stdout(svg);
    return EXIT.clean;
  }
  try {
    await io.writeFile(output, svg);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.stderr(`${output}: could not be written: ${why}. Choose another place with --output.\n`);
    return EXIT.unreadable;
  }
  io.stderr(`${output}: written\n`);
  return EXIT.clean;
}
