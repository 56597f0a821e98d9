import { pngFile } from './chunks.ts';
import { createRunStream, type RunStream } from './runs.ts';

/** The filter of each row: its bytes are differences from the row above. */
const UP = 2;

/** Pixels of four bytes, as such and each as one number, to compare them. */
interface Row {
  readonly bytes: Uint8Array;
  readonly pixels: Uint32Array;
}

function writeRow(stream: RunStream, row: Row, above: Row): void {
  const { bytes, pixels } = row;
  const width = pixels.length;
  const difference = (at: number) => ((bytes[at] ?? 0) - (above.bytes[at] ?? 0)) & 0xff;
  stream.byte(UP);
  for (let x = 0; x < width; ) {
    const start = x;
    const pixel = pixels[x];
    const over = above.pixels[x];
    x++;
    if (pixel === over) {
      while (x < width && pixels[x] === above.pixels[x]) x++;
      stream.pixels(0, 0, 0, x - start);
    } else {
      while (x < width && pixels[x] === pixel && above.pixels[x] === over) x++;
      stream.pixels(difference(4 * start), difference(4 * start + 1), difference(4 * start + 2), x - start);
    }
  }
}

/**
 * A PNG with eight bits for red, green and blue, of pixels with four bytes each; they must be opaque, alpha is not looked
 * at. The same bytes on every machine. Made for drawings, where most pixels are like those above or beside them.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rowAt = (at: number): Row => ({
    bytes: pixels.subarray(at, at + 4 * width),
    pixels: new Uint32Array(pixels.buffer, pixels.byteOffset + at, width),
  });
  const stream = createRunStream();
  let above: Row = { bytes: new Uint8Array(4 * width), pixels: new Uint32Array(width) };
  for (let y = 0; y < height; y++) {
    const row = rowAt(4 * width * y);
    writeRow(stream, row, above);
    above = row;
  }
  return pngFile(width, height, stream.end());
}
