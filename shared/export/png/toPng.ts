import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Diagram } from '../../diagram/schema.ts';
import { EMBEDDED_NAME, toEmbedded } from '../embed.ts';
import type { SvgInput } from '../svg/drawing.ts';
import { exportSvg } from '../svg/exportSvg.ts';
import { withPngText } from './chunks.ts';

/** Pixels of the picture for one of the SVG. */
export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

/** More pixels than this need gigabytes of memory, and most programs do not open them. */
export const MAX_PIXELS = 120_000_000;

/** A PNG, or the size it would have had. */
export type PngResult =
  | { readonly ok: true; readonly png: Uint8Array }
  | { readonly ok: false; readonly reason: 'tooLarge'; readonly width: number; readonly height: number };

/** The program that draws SVG, compiled or as bytes; every host reads it from its own place. */
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

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /\swidth="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

function rasterize(svg: string, scale: Scale): Uint8Array {
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawing.free();
  }
}

/** Whether the diagram goes along: as in an SVG, where all of it is shown and nobody asked for it not to. */
const embeds = ({ embed, scope }: SvgInput): boolean => embed !== false && (!scope || scope.kind === 'all');

const withDiagram = (png: Uint8Array, diagram: Diagram): Uint8Array =>
  withPngText(png, EMBEDDED_NAME, toEmbedded(diagram));

/**
 * The picture as PNG, from the same SVG that `exportSvg` writes with all letters as outlines, so that it needs no fonts:
 * the same bytes on every machine. What Inter has no letters for (Arabic, CJK, emoji) is left out of names; see
 * `hasLetters`. `program` is asked for once. Rejects when the program cannot be started.
 */
export async function toPng(input: SvgInput, scale: Scale, program: () => ResvgProgram): Promise<PngResult> {
  const svg = exportSvg({ ...input, lettering: 'outlines', embed: false });
  const { width, height } = sizeOf(svg);
  if (width * height * scale * scale > MAX_PIXELS) {
    return { ok: false, reason: 'tooLarge', width: width * scale, height: height * scale };
  }
  await start(program);
  const png = rasterize(svg, scale);
  return { ok: true, png: embeds(input) ? withDiagram(png, input.diagram) : png };
}
