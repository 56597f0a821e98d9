import type { Picture } from '../../shared/export/png/picture.ts';
import type { Drawn } from './pngWorker.ts';

/** Draws a picture as PNG in a worker, which ends afterwards: its memory, as large as the picture, is given back. */
export async function drawPng(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./pngWorker.ts', import.meta.url), { type: 'module' });
  try {
    const drawn = await new Promise<Drawn>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Drawn>) => resolve(data);
      worker.onerror = ({ message }) =>
        reject(new Error(message || 'The program that draws PNG could not be started.'));
      worker.postMessage(picture);
    });
    if (!drawn.ok) throw new Error(drawn.message);
    return drawn.png;
  } finally {
    worker.terminate();
  }
}
