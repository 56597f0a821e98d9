import { fstatSync, writeFileSync } from 'node:fs';

/**
 * A way to write all of a text to a standard stream; the system's errors go to `onError`, never up. Where the reader is
 * slow it gives a promise to wait for.
 */
export function writer(
  stream: NodeJS.WriteStream & { readonly fd?: number },
  onError: (error: Error) => void,
): (data: string | Uint8Array) => void | Promise<void> {
  let open = true;
  const close = (error?: Error) => {
    open = false;
    if (error) onError(error);
  };
  stream.on('error', close);
  stream.on('close', () => close());
  // In a worker thread the stream leads to the main thread and is no file.
  if (stream.fd === undefined || !fstatSync(stream.fd).isFile()) {
    return (data) => {
      if (stream.write(data) || !open) return;
      return new Promise((resolve) => {
        for (const event of ['drain', 'error', 'close']) stream.once(event, () => resolve());
      });
    };
  }
  const { fd } = stream;
  return (data) => {
    try {
      // The stream would not notice that a disk, nearly full, took only a part.
      writeFileSync(fd, data);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
