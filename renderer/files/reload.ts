import { formatDiagram } from '../../shared/diagram/format.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { type ComparedReview, compareStates } from '../../shared/export/comparison.ts';
import type { DiagramFile, Host } from '../../shared/ipc/contract.ts';
import { catalog } from '../state/catalog.ts';
import { commit, flyTo, markSaved, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';

/** What somebody else has made of a file that is open here. */
export interface Theirs {
  readonly diagram: Diagram;
  readonly file: DiagramFile;
}

/** A known file as it is on disk now; null when it cannot be read as a diagram. Asks and says nothing. */
export async function readAgain(host: Host, { id }: DiagramFile): Promise<Theirs | null> {
  const result = await host.call('file:openAgain', id).catch(() => null);
  if (result?.state !== 'opened') return null;
  const { text, id: newId, name, location } = result.file;
  const parsed = parseDiagram(text);
  return parsed.ok ? { diagram: parsed.diagram, file: { id: newId, name, location } } : null;
}

/** True when two diagrams would be saved as the same text. */
export const isSameText = (a: Diagram, b: Diagram): boolean => a === b || formatDiagram(a) === formatDiagram(b);

/** What the second of two states says differently, in words. */
export const differences = (
  before: Diagram,
  after: Diagram,
  names: { readonly before: string; readonly after: string },
): ComparedReview =>
  compareStates({ before, after, diagram: 'changed', names }, catalog, useStore.getState().today).review;

/** Takes what is on disk in place of what is open, as a step that can be undone. */
export function takeTheirs({ diagram, file }: Theirs): void {
  commit(`Reload ${file.name}`, () => diagram);
  markSaved(diagram, file);
  flyTo('all');
  tell(`Reloaded ${file.name}`);
}
