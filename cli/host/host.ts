import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { atomicWrite } from '../../electron/files/atomicWrite.ts';
import { codeOf } from '../../electron/files/failure.ts';
import { readOwnCatalogFolder } from '../../electron/files/readCatalogFolder.ts';
import { readDiagramFile } from '../../electron/files/readDiagramFile.ts';
import { EXIT, type Io } from '../io.ts';
import { findFiles } from './findFiles.ts';
import { git } from './git.ts';
import { locate } from './locate.ts';
import { openOutput } from './openOutput.ts';
import { openSpool } from './openSpool.ts';
import { wantsColours } from './wantsColours.ts';
import { startReviewers } from './workers.ts';
import { writer } from './writer.ts';

/** `data/` of the installation, seen from `out/cli/parapet.js`. */
const DATA = path.resolve(import.meta.dirname, '../../data');

/** Under `npm run` the person stands in INIT_CWD, whatever folder npm changed to. */
const cwd = process.env.npm_lifecycle_event === 'parapet' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
const at = (file: string): string => path.resolve(cwd, file);

/** The files of a folder of `data/` with this extension: name → text. */
async function readData(name: string, extension: string): Promise<Readonly<Record<string, string>>> {
  const folder = path.join(DATA, name);
  const names = (await fs.readdir(folder).catch(() => [])).filter((each) => each.endsWith(extension)).sort();
  const texts = await Promise.all(names.map((each) => fs.readFile(path.join(folder, each), 'utf8')));
  return Object.fromEntries(names.map((each, i) => [each, texts[i] ?? '']));
}

/**
 * The day where the person is, not the one in Greenwich; or that of `SOURCE_DATE_EPOCH` (seconds), by which builds are
 * told to give the same bytes on every day. Decisions expire by it. Worker threads share the environment.
 */
function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Where messages cannot be shown, the exit code has to do.
const stderr = (write: ReturnType<typeof writer>) => (text: string) => void (text === '' || write(text));

/** The system as the command line sees it; `program` is the file that worker threads start from. */
export function createHost(program: URL): Io {
  const complain = stderr(writer(process.stderr, () => {}));
  /** Half a report must not look like a report: the exit code outweighs all others. */
  const outputFailed = (error: Error): void => {
    // The reader of a pipe (`| head`) has seen enough.
    if (codeOf(error) === 'EPIPE' || process.exitCode === EXIT.unreadable) return;
    process.exitCode = EXIT.unreadable;
    complain(`Standard output could not be written: ${error.message}. Make room, or send it elsewhere.\n`);
  };
  return {
    stdout: writer(process.stdout, outputFailed),
    stderr: complain,
    progress: process.stderr.isTTY === true ? (line) => complain(`\r\u001b[K${line}`) : null,
    readDiagram: (file) => readDiagramFile(at(file)),
    readText: (file) => fs.readFile(at(file), 'utf8'),
    findFiles: (names) => findFiles(names, cwd),
    locate: (file) => locate(at(file)),
    isFolder: async (file) => (await fs.stat(at(file)).catch(() => null))?.isDirectory() ?? false,
    writeFile: async (file, data) => {
      await fs.mkdir(path.dirname(at(file)), { recursive: true });
      await atomicWrite(at(file), data);
    },
    openOutput: (file) => openOutput(at(file)),
    openSpool,
    git: (args) => git(args, cwd),
    startReviewers: async (count, setup) => startReviewers(program, count, setup),
    cores: os.availableParallelism(),
    readOwnCatalog: (folder) => readOwnCatalogFolder(at(folder)),
    readIcons: () => readData('icons', '.svg'),
    resvg: () => fs.readFile(path.join(import.meta.dirname, 'resvg.wasm')),
    readSamples: () => readData('samples', '.parapet'),
    today: today(),
    colours: wantsColours(process.stdout, process.env),
  };
}
