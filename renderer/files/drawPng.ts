import type { Picture } from '../../shared/export/png/picture.ts';
import { bytesFromWorker } from './bytesFromWorker.ts';

/** Draws a picture as PNG in a worker. */
export const drawPng = (picture: Picture): Promise<Uint8Array<ArrayBuffer>> =>
  bytesFromWorker(
    new Worker(new URL('./pngWorker.ts', import.meta.url), { type: 'module' }),
    picture,
    'The program that draws PNG could not be started.',
  );
