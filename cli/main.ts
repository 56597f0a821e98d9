import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { atomicWrite } from '../electron/files/atomicWrite.ts';
import { readCatalogFolder } from '../electron/files/readCatalogFolder.ts';
import { readDiagramFile } from '../electron/files/readDiagramFile.ts';
import type { Io } from './io.ts';
import { locate } from './locate.ts';
import { run } from './run.ts';

/** `data/` of the installation, seen from `out/cli/parapet.js`. */
const DATA = path.resolve(import.meta.dirname, '../../data');

/** Under `npm run` the person stands in INIT_CWD, whatever folder npm changed to. */
const cwd = process.env.npm_lifecycle_event === 'parapet' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
const at = (file: string): string => path.resolve(cwd, file);

async function readIcons(): Promise<Readonly<Record<string, string>>> {
  const folder = path.join(DATA, 'icons');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.svg'));
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, i) => [name, files[i] ?? '']));
}

/** The day where the person is, not the one in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const io: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  readDiagram: (file) => readDiagramFile(at(file)),
  locate: (file) => locate(at(file)),
  writeFile: (file, text) => atomicWrite(at(file), text),
  readCatalog: () => readCatalogFolder(DATA),
  readIcons,
  today: today(),
  colours: process.stdout.isTTY === true && process.stdout.hasColors() && !process.env.NO_COLOR,
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe (`| head`) has seen enough.
  if (error.code !== 'EPIPE') throw error;
});
// Not process.exit: what was written to a pipe must get out first.
process.exitCode = await run(process.argv.slice(2), io);
