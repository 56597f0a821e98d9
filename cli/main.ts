import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { atomicWrite } from '../electron/files/atomicWrite.ts';
import { codeOf } from '../electron/files/failure.ts';
import { readOwnCatalogFolder } from '../electron/files/readCatalogFolder.ts';
import { readDiagramFile } from '../electron/files/readDiagramFile.ts';
import { EXIT, type Io } from './io.ts';
import { locate } from './locate.ts';
import { writer } from './output.ts';
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

// Where messages cannot be shown, the exit code has to do.
const stderr = writer(process.stderr, () => {});

/** Half a report must not look like a report: the exit code outweighs all others. */
function outputFailed(error: Error): void {
  // The reader of a pipe (`| head`) has seen enough.
  if (codeOf(error) === 'EPIPE' || process.exitCode === EXIT.unreadable) return;
  process.exitCode = EXIT.unreadable;
  stderr(`Standard output could not be written: ${error.message}. Make room, or send it elsewhere.\n`);
}

const io: Io = {
  stdout: writer(process.stdout, outputFailed),
  stderr,
  readDiagram: (file) => readDiagramFile(at(file)),
  locate: (file) => locate(at(file)),
  writeFile: (file, text) => atomicWrite(at(file), text),
  readOwnCatalog: (folder) => readOwnCatalogFolder(at(folder)),
  readIcons,
  today: today(),
  colours: process.stdout.isTTY === true && process.stdout.hasColors() && !process.env.NO_COLOR,
};

// Not process.exit: what was written to a pipe must get out first.
const code = await run(process.argv.slice(2), io);
process.exitCode ??= code;
