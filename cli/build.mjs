import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import { checkedCatalog } from '../packaging/checkedCatalog.mjs';

const require = createRequire(import.meta.url);

/** Bundles the command line into `parapet.js`: one plain script that starts fast and needs no packages; beside it what draws PNG. */
export async function buildCli(root, outDir = path.join(root, 'out/cli')) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [checkedCatalog(root)],
    build: {
      ssr: path.join(root, 'cli/main.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'parapet.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
      },
    },
    ssr: { noExternal: true },
  });
  copyFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'), path.join(outDir, 'resvg.wasm'));
}
