import programUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { Picture } from '../../shared/export/png/picture.ts';
import { rasterize } from '../../shared/export/png/rasterize.ts';

/*
 * Draws one PNG, off the thread that the page runs on. Only here may WebAssembly run: `electron/assets/policy.ts`.
 */

/** What comes back: the file, or what went wrong. */
export type Drawn =
  | { readonly ok: true; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };

addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  rasterize(data, () => fetch(programUrl)).then(
    (drawn) => {
      const png = new Uint8Array(drawn);
      postMessage({ ok: true, png } satisfies Drawn, { transfer: [png.buffer] });
    },
    (error: unknown) => postMessage({ ok: false, message: String(error) } satisfies Drawn),
  );
});
