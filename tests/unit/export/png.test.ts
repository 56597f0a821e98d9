import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { encodePng } from '../../../shared/export/png/encode.ts';
import { pngPicture } from '../../../shared/export/png/picture.ts';
import { rasterize } from '../../../shared/export/png/rasterize.ts';
import { THEMES } from '../../../shared/export/svg/style.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const program = () => readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));

// Starts the program, which can be done once.
beforeAll(() => rasterize({ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', scale: 1, model: null }, program));

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

function drawn(width: number, height: number, colours: readonly number[]): Drawn {
  const pixels = new Uint8Array(4 * width * height);
  const view = new DataView(pixels.buffer);
  for (let i = 0; i < width * height; i++) view.setUint32(4 * i, ((colours[i % colours.length] ?? 0) << 8) | 0xff);
  return { width, height, pixels };
}

const encoded = ({ pixels, width, height }: Drawn) => encodePng(pixels, width, height);

/** What a program that is not ours sees in the file; it checks the sums of chunks and stream too. */
function read(png: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const size = `width="${width}" height="${height}"`;
  const image = `<image ${size} image-rendering="optimizeSpeed" xlink:href="${href}"/>`;
  const xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return new Resvg(`<svg ${xmlns} ${size}>${image}</svg>`, { font: { loadSystemFonts: false } }).render().pixels;
}

/** The stream of rows, by zlib, which checks its sum. */
const rowsOf = (png: Uint8Array) => inflateSync(png.subarray(41, png.length - 16));

function expectKept(picture: Drawn) {
  const { width, height, pixels } = picture;
  const png = encoded(picture);
  expect(rowsOf(png)).toHaveLength(height * (1 + 3 * width));
  expect(Buffer.compare(read(png, width, height), pixels)).toBe(0);
}

/** Few colours in long runs, as in drawings, up to noise. */
const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 700 }),
    height: fc.integer({ min: 1, max: 12 }),
    runs: fc.array(fc.tuple(fc.integer({ min: 0, max: 0xffffff }), fc.integer({ min: 1, max: 900 })), { minLength: 1 }),
  })
  .map(({ width, height, runs }) =>
    drawn(
      width,
      height,
      runs.flatMap(([colour, count]) => Array(count).fill(colour)),
    ),
  );

describe('a PNG', () => {
  it('has the pixels that it was made of', () => {
    fc.assert(fc.property(pictures, expectKept), { numRuns: 100 });
  });

  it('has them where each differs from its neighbours', () => {
    const noise = fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: 5_000 });
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 70 }), (colours, width) =>
        expectKept(drawn(width, Math.ceil(colours.length / width), colours)),
      ),
      { numRuns: 50 },
    );
  });

  it('repeats a pixel any number of times', () => {
    for (let count = 0; count <= 180; count++)
      expectKept(drawn(count + 2, 2, [0x123456, ...Array(count + 1).fill(0xfedcba)]));
  });

  it.each([
    ['one pixel', 1, 1],
    ['one column', 1, 3_000],
    ['very wide', 20_000, 2],
  ])('may be %s', (_, width, height) => {
    for (const colours of [[0], [0xffffff], [0xc42a2a, 0xc42a2a, 0x0a500a]]) expectKept(drawn(width, height, colours));
  });

  it.each(THEMES)('has the pixels of the drawing in the %s theme, all of them opaque', async (theme) => {
    const parsed = parseDiagram(readFileSync(samplePaths()[0] ?? '', 'utf8'));
    if (!parsed.ok) throw new Error(parsed.message);
    const catalog = await shippedCatalog();
    const report = validate(parsed.diagram, catalog, '2026-11-21');
    const input = { diagram: parsed.diagram, catalog, report, icons: shippedIcons(), date: '2026-11-21', theme };
    const result = pngPicture(input, 1);
    if (!result.ok) throw new Error('too large');
    const drawing = new Resvg(result.picture.svg, { font: { loadSystemFonts: false } }).render();
    const png = await rasterize(result.picture, program);
    expect(Buffer.compare(read(png, drawing.width, drawing.height), drawing.pixels)).toBe(0);
  });

  it('is small where much is alike, and has the same bytes each time', () => {
    const page = drawn(4_000, 3_000, [0xf6f7f9]);
    expect(encoded(page).length).toBeLessThan(100_000);
    expect(encoded(page)).toEqual(encoded(page));
  });
});
