import { formatDiagram } from '../shared/diagram/format.ts';
import { chooseFiles } from './check/chooseFiles.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { complainAbout } from './outputs.ts';
import { safe } from './paint.ts';
import { readDiagram } from './read.ts';

export interface FmtOptions {
  readonly check?: true;
}

/** `fmt NAME…`: writes diagrams as the app does; one that cannot be read stays as it is. */
export async function fmt(io: Io, names: readonly string[], { check }: FmtOptions): Promise<ExitCode> {
  const chosen = await chooseFiles(io, names, {});
  if (!chosen.ok) return chosen.code;
  let [different, unreadable] = [0, chosen.empty.length];
  for (const file of chosen.files) {
    const read = await readDiagram(io, file);
    if (!read.ok) unreadable++;
    if (!read.ok || formatDiagram(read.diagram) === read.text) continue;
    different++;
    try {
      if (!check) await io.writeFile(file, formatDiagram(read.diagram));
      await io.stdout(`${safe(file)}${check ? ': not formatted' : ''}\n`);
    } catch (error) {
      unreadable++;
      complainAbout(io, file, error);
    }
  }
  if (unreadable > 0) return EXIT.unreadable;
  return check && different > 0 ? EXIT.findings : EXIT.clean;
}
