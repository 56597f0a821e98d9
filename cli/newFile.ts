import { formatDiagram } from '../shared/diagram/format.ts';
import { parseDiagram } from '../shared/diagram/parse.ts';
import { type Diagram, emptyDiagram } from '../shared/diagram/schema.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { writeTarget } from './outputs.ts';
import { safe } from './paint.ts';

export interface NewOptions {
  readonly sample?: string;
  readonly force?: true;
}

const EXTENSION = /\.parapet$/i;

/** A copy of a sample; null when there is none of this name. */
function sampleOf(samples: Readonly<Record<string, string>>, name: string): Diagram | null {
  const text = samples[`${name.replace(EXTENSION, '')}.parapet`];
  const parsed = text === undefined ? null : parseDiagram(text);
  return parsed?.ok ? parsed.diagram : null;
}

/** `new [FILE]`: a diagram to begin with, empty or a sample; never over a file, unless forced. */
export async function newFile(io: Io, file: string | undefined, options: NewOptions): Promise<ExitCode> {
  const { sample, force = false } = options;
  const name = file ?? (sample === undefined ? 'diagram' : sample.replace(EXTENSION, ''));
  const to = EXTENSION.test(name) ? name : `${name}.parapet`;
  const samples = sample === undefined ? {} : await io.readSamples();
  const title = to.replace(/^.*[\\/]/, '').replace(EXTENSION, '');
  const diagram = sample === undefined ? emptyDiagram(title) : sampleOf(samples, sample);
  if (diagram === null) {
    const known = Object.keys(samples).map((each) => each.replace(EXTENSION, ''));
    io.stderr(`There is no sample "${safe(sample ?? '')}". Known are ${known.join(', ')}.\n`);
    return EXIT.usage;
  }
  if ((await io.locate(to)).file !== null && !force) {
    io.stderr(`${to}: It exists already; --force replaces it. Nothing was written.\n`);
    return EXIT.usage;
  }
  if (!(await writeTarget(io, to, formatDiagram(diagram)))) return EXIT.unreadable;
  io.stderr(`${to}: written\n`);
  return EXIT.clean;
}
