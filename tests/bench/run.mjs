// npm run bench: bundles the benchmarks and runs them in plain Node, then what the window does in Chromium: first without
// and then with the canvas. `npm run bench -- canvas [resources …]` runs only the canvas.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { buildCli } from '../../cli/build.mjs';
import { checkedCatalog } from '../../packaging/checkedCatalog.mjs';
import { benchCanvas } from './canvas.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const executablePath =
  process.env.PARAPET_CHROMIUM ||
  ['/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()].find((file) => existsSync(file));

async function benchNode() {
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
  await buildCli(root);
  await import(pathToFileURL(path.join(root, 'out/bench/bench.js')).href);
}

async function benchChromium() {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [checkedCatalog(root)],
    build: {
      outDir: path.join(root, 'out/bench'),
      minify: false,
      lib: { entry: fileURLToPath(new URL('./page.ts', import.meta.url)), formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  const page = await browser.newPage();
  await page.addScriptTag({ content: readFileSync(path.join(root, 'out/bench/page.js'), 'utf8'), type: 'module' });
  await page.waitForFunction('globalThis.measure');
  for (const size of [300, 1_000]) process.stdout.write(`${await page.evaluate(`measure(${size})`)}\n`);
  await browser.close();
}

const [part, ...sizes] = process.argv.slice(2);
if (part !== 'canvas') await benchNode();
if (executablePath === undefined) {
  process.stdout.write('Nothing is measured in Chromium: there is none here (npm test installs it).\n');
} else {
  if (part !== 'canvas') await benchChromium();
  if (part === 'canvas' || part === undefined) await benchCanvas(root, executablePath, sizes.map(Number));
}
