import type { Io } from '../io.ts';
import type { SideRead } from './blobs.ts';
import { type Pairs, pairOf } from './pair.ts';
import { areStates, complainOfAbsent, readSide, type Side, toSide } from './readSides.ts';

const diagramOf = (read: SideRead) => (read.state === 'read' ? read.diagram : null);
const stateText = ({ name }: Side, read: SideRead): string => (read.state === 'read' ? name : `${name} (not there)`);

/** Two sides that somebody named. A state of a file that is not there is an empty one, where the other state is. */
export async function namedPair(io: Io, before: string, after: string): Promise<Pairs> {
  const [a, b] = [await toSide(io, before), await toSide(io, after)];
  const [was, is] = [await readSide(io, a), await readSide(io, b)];
  const states = [was.state, is.state];
  const oneIsNew = states.includes('read') && states.includes('absent') && (await areStates(io, a, b));
  const complete = oneIsNew || states.every((state) => state === 'read');
  if (!complete) {
    if (was.state === 'absent') complainOfAbsent(io, a);
    if (is.state === 'absent') complainOfAbsent(io, b);
    return { pairs: [], complete, sources: [] };
  }
  const pair = pairOf(
    { before: diagramOf(was), after: diagramOf(is) },
    {
      names: { before, after },
      states: { before: stateText(a, was), after: stateText(b, is) },
      file: is.state === 'read' ? b.path : a.path,
    },
  );
  return {
    pairs: [pair],
    complete,
    sources: [a, b].filter(({ revision }) => revision === null).map(({ path }) => path),
  };
}
