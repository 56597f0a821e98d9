// The canvas part of npm run bench: builds the app, a page of bare React Flow and what drives both, and serves the app.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildIfNeeded } from '../../electron/launch/prepare.mjs';

const common = (root) => ({ root, configFile: false, publicDir: false, logLevel: 'error' });

async function buildPages(root) {
  const outDir = path.join(root, 'out/bench');
  await build({
    ...common(root),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('./canvas/bare.tsx', import.meta.url)),
        formats: ['es'],
        fileName: () => 'bare.js',
        cssFileName: 'bare',
      },
    },
  });
  await build({
    ...common(root),
    build: {
      ssr: fileURLToPath(new URL('./canvas/canvas.ts', import.meta.url)),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'canvas.js' } },
    },
    ssr: { noExternal: true, external: ['@playwright/test'] },
  });
}

/** The app's own server, as people get it; the address that it prints, and a function that ends it. */
async function serveApp(root) {
  const start = path.join(root, 'electron/launch/start.mjs');
  const server = spawn(process.execPath, [start, '--web', '--no-open', '--no-build', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const found = /http:\/\/[^\s]+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`the app's server ended: ${said}`)));
  });
  return { address, stop: () => server.kill() };
}

/** Measures the canvas of the built app and prints what it finds. */
export async function benchCanvas(root, executablePath, sizes) {
  const problem = buildIfNeeded((line) => process.stderr.write(`${line}\n`));
  if (problem) throw new Error(problem);
  await buildPages(root);
  const { address, stop } = await serveApp(root);
  try {
    const { measureCanvas } = await import(pathToFileURL(path.join(root, 'out/bench/canvas.js')).href);
    await measureCanvas(executablePath, address, sizes);
  } finally {
    stop();
  }
}
