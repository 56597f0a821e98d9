import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { EMBEDDED_NAME } from '../embed.ts';
import { withPngText } from './chunks.ts';
import { encodePng } from './encode.ts';
import type { Picture } from './picture.ts';

/** The program that draws SVG, as bytes or as the answer to a request; every host has it in its own place. */
export type ResvgProgram = Parameters<typeof initWasm>[0];

let started: Promise<void> | null = null;

/** Starts the program that draws, once. */
function start(program: () => ResvgProgram): Promise<void> {
  started ??= initWasm(program()).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

function draw({ svg, scale }: Picture): Uint8Array {
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    const { pixels, width, height } = image;
    image.free();
    return encodePng(pixels, width, height);
  } finally {
    drawing.free();
  }
}

/**
 * A picture of `pngPicture` as PNG, the same bytes on every machine. `program` is asked for once in a process. Rejects when it cannot be started.
 */
export async function rasterize(picture: Picture, program: () => ResvgProgram): Promise<Uint8Array> {
  await start(program);
  const png = draw(picture);
  return picture.model === null ? png : withPngText(png, EMBEDDED_NAME, picture.model);
}
