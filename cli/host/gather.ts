import type { Chunk } from '../io.ts';

/** Pieces are gathered to this many bytes before they are written. */
const ENOUGH = 256 * 1024;

/** Many small pieces on their way to a file. */
export interface Gathered {
  readonly write: (chunk: Chunk) => Promise<void>;
  /** Writes what is still held back. */
  readonly flush: () => Promise<void>;
}

/** Makes few large pieces of many small ones. */
export function gather(put: (bytes: Uint8Array) => Promise<void>): Gathered {
  let held: Uint8Array[] = [];
  let size = 0;
  const flush = async () => {
    const bytes = Buffer.concat(held, size);
    held = [];
    size = 0;
    if (bytes.length > 0) await put(bytes);
  };
  return {
    write: async (chunk) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      held.push(bytes);
      size += bytes.length;
      if (size >= ENOUGH) await flush();
    },
    flush,
  };
}
