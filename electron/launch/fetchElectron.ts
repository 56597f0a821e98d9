import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

interface Options {
  /** The folder of the npm package "electron". */
  readonly pkg: string;
  readonly env: Env;
  /** Give up after so many milliseconds without a new byte. */
  readonly stallMs: number;
  /** Give up after so many milliseconds in all. */
  readonly totalMs: number;
  /** Called with the number of bytes that are there. */
  onProgress(bytes: number): void;
}

/** Null when Electron is there now, else why not, for a person. */
export type FetchFailure = string | null;

// install.js prints only "fetch failed"; the cause says whether it is a name, a refused connection or a certificate.
const SHOW_CAUSE = `data:text/javascript,${encodeURIComponent(
  "const f = globalThis.fetch; globalThis.fetch = (...a) => f(...a).catch((e) => { if (e.cause) console.error('[cause]: ' + [String(e.cause.message).includes(e.cause.code) ? '' : e.cause.code, e.cause.message].filter(Boolean).join(' ')); throw e; });",
)}`;

const KNOWN_CODES =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|ENOSPC|EACCES)\b/;

/** The one line that a person can use, out of what install.js wrote. */
export function reasonIn(text: string): string | null {
  return (
    /HTTPError: (Response code .+?) for /.exec(text)?.[1] ??
    /Generated checksum for .+ did not match/.exec(text)?.[0] ??
    /\[cause\]:\s*(?:\w*Error:\s*)?(.+)/.exec(text)?.[1]?.trim() ??
    KNOWN_CODES.exec(text)?.[0] ??
    /^\w*Error: (.+)$/m.exec(text)?.[1] ??
    null
  );
}

function sizeOf(folder: string): number {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
  } catch {
    return 0; // a file went away while they were counted
  }
}

/** Watches a download by its temporary folder; the function that comes back ends that. */
function watch(temp: string, options: Options, giveUp: (why: string) => void): () => void {
  const began = Date.now();
  let seen = { bytes: 0, at: began };
  const timer = setInterval(() => {
    const bytes = sizeOf(temp);
    if (bytes !== seen.bytes) seen = { bytes, at: Date.now() };
    options.onProgress(bytes);
    if (Date.now() - seen.at > options.stallMs) giveUp(`nothing arrived for ${Math.round(options.stallMs / 1000)} s`);
    else if (Date.now() - began > options.totalMs)
      giveUp(`it was not finished after ${Math.round(options.totalMs / 60_000)} min`);
  }, 250);
  return () => clearInterval(timer);
}

/** Runs the electron package's own install.js, which has no time limit and keeps its reasons to itself. */
export async function fetchElectron(options: Options): Promise<FetchFailure> {
  const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-electron-'));
  const child = spawn(process.execPath, ['--import', SHOW_CAUSE, path.join(options.pkg, 'install.js')], {
    env: { ...options.env, TMPDIR: temp, TEMP: temp, TMP: temp, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  let gaveUp: string | null = null;
  child.stderr.on('data', (data: Buffer) => {
    text = (text + data.toString()).slice(-8000);
  });
  const stop = watch(temp, options, (why) => {
    gaveUp = why;
    child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  stop();
  rmSync(temp, { recursive: true, force: true });
  if (code === 0) return null;
  return gaveUp ?? reasonIn(text) ?? `its installer ended with ${code}`;
}
