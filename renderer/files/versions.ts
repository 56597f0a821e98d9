import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import type { DiagramFile, FileVersion, Host } from '../../shared/ipc/contract.ts';
import type { Report } from '../../shared/validate/report.ts';
import { validate } from '../../shared/validate/validate.ts';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';

/** What a file held until it was saved over, and how it would be judged today. */
export interface Version extends FileVersion {
  /** Null when it cannot be read any more. */
  readonly diagram: Diagram | null;
  readonly report: Report | null;
}

async function load(host: Host, file: DiagramFile, version: FileVersion): Promise<Version> {
  const text = await host.call('versions:read', file.id, version.id).catch(() => null);
  const parsed = text === null ? null : parseDiagram(text);
  if (!parsed?.ok) return { ...version, diagram: null, report: null };
  const { diagram } = parsed;
  return { ...version, diagram, report: validate(diagram, catalog, useStore.getState().today) };
}

/** Reads the versions of a file one after the other, newest first, and shows them as they come. */
export async function loadVersions(
  host: Host,
  file: DiagramFile,
  show: (versions: readonly Version[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const all = await host.call('versions:list', file.id).catch(() => []);
  const loaded: Version[] = [];
  if (all.length === 0 && !signal.aborted) show([]);
  for (const version of all) {
    if (signal.aborted) return;
    loaded.push(await load(host, file, version));
    if (!signal.aborted) show([...loaded]);
  }
}
