/** What a worker that makes a file answers: the file, or what went wrong. */
export type Made =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };

/** Has a worker make a file, and ends it afterwards: its memory, as large as the file, is given back. */
export async function bytesFromWorker(
  worker: Worker,
  order: unknown,
  notStarted: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const made = await new Promise<Made>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Made>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || notStarted));
      worker.postMessage(order);
    });
    if (!made.ok) throw new Error(made.message);
    return made.bytes;
  } finally {
    worker.terminate();
  }
}
