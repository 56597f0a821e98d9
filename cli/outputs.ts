import type { Io } from './io.ts';

// Windows takes dots and spaces at the end of a name away.
const DIAGRAM_NAME = /\.parapet[. ]*$/i;

/** Why a picture must not be written to `output`, as one sentence with what to do; null when it may. */
export async function outputProblem(io: Io, input: string, output: string): Promise<string | null> {
  const [from, to] = await Promise.all([io.locate(input), io.locate(output)]);
  if (to.path === from.path || (to.file !== null && to.file === from.file)) {
    return 'This is the diagram itself; the picture would overwrite it. Name another file, such as diagram.svg.';
  }
  if ([output, to.path].some((name) => DIAGRAM_NAME.test(name))) {
    return 'A name that ends in .parapet is for a diagram, not for a picture. Name a file that ends in .svg.';
  }
  return null;
}
