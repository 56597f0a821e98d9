import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { checkedCatalog } from './packaging/checkedCatalog.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      // Everything is bundled: the packaged app needs no node_modules.
      externalizeDeps: false,
      outDir: 'out/main',
      // The launcher shares the content policy with the app, so it is built with it.
      rolldownOptions: { input: { main: at('electron/main/main.ts'), launch: at('electron/launch/launch.ts') } },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one plain script: CommonJS, no chunks, no node_modules.
      externalizeDeps: false,
      isolatedEntries: true,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), checkedCatalog(import.meta.dirname)],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // Loaded from the disk or from this machine: one large file is no burden.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
