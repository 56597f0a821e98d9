import type { Made } from './bytesFromWorker.ts';

/** Inside a worker: makes a file of each order that comes, and answers with it or with what went wrong. */
export function answerWithBytes<Order>(make: (order: Order) => Promise<Uint8Array>): void {
  addEventListener('message', ({ data }: MessageEvent<Order>) => {
    make(data).then(
      (made) => {
        const bytes = new Uint8Array(made);
        postMessage({ ok: true, bytes } satisfies Made, { transfer: [bytes.buffer] });
      },
      (error: unknown) => postMessage({ ok: false, message: String(error) } satisfies Made),
    );
  });
}
