import programUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { Picture } from '../../shared/export/png/picture.ts';
import { rasterize } from '../../shared/export/png/rasterize.ts';
import { answerWithBytes } from './answerWithBytes.ts';

/*
 * Draws one PNG, off the thread that the page runs on. Only here may WebAssembly run: `electron/assets/policy.ts`.
 */

answerWithBytes<Picture>((picture) => rasterize(picture, () => fetch(programUrl)));
