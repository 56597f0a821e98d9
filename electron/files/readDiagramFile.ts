import { constants, promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { diagramText } from '../../shared/import/picture.ts';
import { MAX_FILE_BYTES, type OpenFailure } from '../../shared/ipc/contract.ts';
import { contentHash } from './contentHash.ts';
import { toOpenFailure } from './failure.ts';

/** A diagram file's content, and where it really is. */
export interface ReadFile {
  readonly state: 'read';
  /** Absolute, links resolved. */
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly readOnly: boolean;
  /** Whether the text is that of a diagram inside a picture. */
  readonly picture?: boolean;
}

/** True when nobody may write the file, or this person may not. */
export async function isReadOnly(file: string, stat: Stats): Promise<boolean> {
  if ((stat.mode & 0o222) === 0) return true; // root may write anything; the mark is still meant
  return fs.access(file, constants.W_OK).then(
    () => false,
    () => true,
  );
}

function toText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Reads a diagram file as text, or the diagram inside an exported picture. Looks at kind and size before it reads; never rejects. */
export async function readDiagramFile(file: string): Promise<ReadFile | OpenFailure> {
  const name = path.basename(file);
  const failed = (reason: OpenFailure['reason'], detail: string): OpenFailure => ({
    state: 'failed',
    reason,
    name,
    detail,
  });
  try {
    const real = await fs.realpath(file);
    const stat = await fs.stat(real);
    if (!stat.isFile())
      return failed('notAFile', stat.isDirectory() ? 'It is a folder.' : 'It is not an ordinary file.');
    if (stat.size > MAX_FILE_BYTES) {
      return failed('tooLarge', `It has ${mebibytes(stat.size)}; the limit is ${mebibytes(MAX_FILE_BYTES)}.`);
    }
    const bytes = await fs.readFile(real);
    const found = diagramText(bytes, toText);
    if (found.text === null) return failed('notText', found.why);
    const { text, picture } = found;
    const readOnly = !picture && (await isReadOnly(real, stat));
    return { state: 'read', path: real, text, hash: contentHash(bytes), readOnly, picture };
  } catch (error) {
    return toOpenFailure(error, name);
  }
}
