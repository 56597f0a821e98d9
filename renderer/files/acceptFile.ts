import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import type { DiagramFile, OpenResult } from '../../shared/ipc/contract.ts';
import { ask } from '../state/questions.ts';
import { notADiagram, openFailed } from './fileMessages.ts';

/** A file that was read and understood. */
export interface Accepted {
  readonly diagram: Diagram;
  /** Null where the diagram came out of a picture: it has no file of its own yet. */
  readonly file: DiagramFile | null;
  readonly readOnly: boolean;
  /** Whether another window has the file open too. */
  readonly elsewhere: boolean;
}

/** The diagram in a text, or null after the person has been told what is wrong with it and where. */
export async function acceptText(name: string, text: string): Promise<Diagram | null> {
  const parsed = parseDiagram(text);
  if (parsed.ok) return parsed.diagram;
  await ask(notADiagram(name, parsed));
  return null;
}

/** What a host has opened, or null when the person cancelled or has been told why not. */
export async function acceptFile(result: OpenResult): Promise<Accepted | null> {
  if (result.state === 'cancelled') return null;
  if (result.state === 'failed') {
    await ask(openFailed(result));
    return null;
  }
  const { id, name, location, text, readOnly, picture = false, elsewhere = false } = result.file;
  const diagram = await acceptText(name, text);
  return diagram && { diagram, file: picture ? null : { id, name, location }, readOnly, elsewhere };
}

/** What a host says when it could not even try. */
export const openBroke = (name: string, error: unknown): OpenResult => ({
  state: 'failed',
  reason: 'other',
  name,
  detail: error instanceof Error ? error.message : String(error),
});
