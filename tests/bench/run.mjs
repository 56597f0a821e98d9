// npm run bench: bundles the benchmark and runs it in plain Node, as the app's code runs.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: fileURLToPath(new URL('./bench.ts', import.meta.url)),
    outDir: path.join(root, 'out/bench'),
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'bench.js' } },
  },
  ssr: { noExternal: true },
});
await import(pathToFileURL(path.join(root, 'out/bench/bench.js')).href);
