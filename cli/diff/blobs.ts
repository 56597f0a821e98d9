import type { Diagram } from '../../shared/diagram/schema.ts';
import type { Io } from '../io.ts';
import { parseText } from '../read.ts';

/** The diagram of a side. `failed`: stderr has said why. `absent`: nothing is there, and nothing was said. */
export type SideRead =
  | { readonly state: 'read'; readonly diagram: Diagram }
  | { readonly state: 'absent' }
  | { readonly state: 'failed' };

/** The text of a file in a commit. `absent`: the commit has no such file. */
type Blob =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly why: string };

/** `place` is seen from the top of the repository, or begins with `./`. */
async function readBlob(io: Io, commit: string, place: string): Promise<Blob> {
  const blob = `${commit}:${place}`;
  const known = await io.git(['rev-parse', '--verify', '--quiet', '--end-of-options', blob]);
  if (!known.ok) return { state: 'absent' };
  const shown = await io.git(['show', '--no-textconv', blob]);
  return shown.ok ? { state: 'read', text: shown.stdout } : { state: 'failed', why: shown.why };
}

/** The diagram that a file was in a commit, at the first of the places that has one. Says on stderr why it is none. */
export async function readAt(io: Io, name: string, commit: string, places: readonly string[]): Promise<SideRead> {
  for (const place of places) {
    const blob = await readBlob(io, commit, place);
    if (blob.state === 'absent') continue;
    if (blob.state === 'failed') {
      io.stderr(`${name}: ${blob.why}.\n`);
      return { state: 'failed' };
    }
    const parsed = parseText(io, name, blob.text);
    return parsed.ok ? { state: 'read', diagram: parsed.diagram } : { state: 'failed' };
  }
  return { state: 'absent' };
}
