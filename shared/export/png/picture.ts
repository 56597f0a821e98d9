import { toEmbedded } from '../embed.ts';
import type { SvgInput } from '../svg/drawing.ts';
import { exportSvg } from '../svg/exportSvg.ts';

/** Pixels of the picture for one of the SVG, along each side. */
export const SCALES = [1, 2, 4] as const;
export type Scale = (typeof SCALES)[number];

/** More pixels than this need gigabytes of memory, and most programs do not open them. */
const MAX_PIXELS = 120_000_000;

/** What is to be drawn as pixels. Plain data: it can be sent to a worker. */
export interface Picture {
  readonly svg: string;
  readonly scale: Scale;
  /** The diagram that goes into the file, in ASCII; null for none. */
  readonly model: string | null;
}

/** A picture, or the size in pixels that it would have had. */
export type PictureResult =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly width: number; readonly height: number };

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /\swidth="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * The picture that a PNG shows: the SVG of `exportSvg` with all letters as outlines, so that it needs no fonts and has the
 * same pixels on every machine. Refused where it would be too large to open.
 */
export function pngPicture(input: SvgInput, scale: Scale): PictureResult {
  const { diagram, embed, scope } = input;
  const svg = exportSvg({ ...input, lettering: 'outlines', embed: false });
  const { width, height } = sizeOf(svg);
  const size = { width: width * scale, height: height * scale };
  if (size.width * size.height > MAX_PIXELS) return { ok: false, ...size };
  const whole = !scope || scope.kind === 'all';
  return { ok: true, picture: { svg, scale, model: embed === false || !whole ? null : toEmbedded(diagram) } };
}
