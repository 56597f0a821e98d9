import { fstatSync, writeFileSync } from 'node:fs';

/** A way to write all of a text to a standard stream; the system's errors go to `onError`, never up. */
export function writer(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onError: (error: Error) => void,
): (text: string) => void {
  stream.on('error', onError);
  if (!fstatSync(stream.fd).isFile()) return (text) => void stream.write(text);
  return (text) => {
    try {
      // The stream would not notice that a disk, nearly full, took only a part.
      writeFileSync(stream.fd, text);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
