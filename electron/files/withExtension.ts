import { promises as fs } from 'node:fs';
import path from 'node:path';

/**
 * Adds the extension (without the dot) that some systems' dialogs leave off. If a file of the longer
 * name is there already, the name stays as it was typed: only that one has the person agreed to replace.
 */
export async function withExtension(file: string, extension: string): Promise<string> {
  if (path.extname(file) !== '') return file;
  const longer = `${file}.${extension}`;
  return fs.access(longer).then(
    () => file,
    () => longer,
  );
}
