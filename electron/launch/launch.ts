import { spawn } from 'node:child_process';
import path from 'node:path';
import { electronPackage, findElectron } from './electronProgram.ts';
import { fetchElectron } from './fetchElectron.ts';
import { runElectron } from './runElectron.ts';
import { serveRenderer, type WebServer } from './webServer.ts';

// dev.mjs looks for Electron by the same rules.
export { electronPackage, findElectron };

type Env = Readonly<Record<string, string | undefined>>;

/** What `npm start` was asked for. */
export interface LaunchOptions {
  /** The folder with package.json and out/. */
  readonly root: string;
  /** `desktopOnly` does not fall back to the browser. */
  readonly mode: 'desktop' | 'desktopOnly' | 'web';
  /** Absolute paths of diagrams to open. */
  readonly files: readonly string[];
  readonly port: number;
  readonly openBrowser: boolean;
  readonly env: Env;
  readonly electronPackage?: string | null;
  readonly stallMs?: number;
  say(line: string): void;
}

/** How the launch ended, or what goes on running. */
export type Launch =
  | { readonly state: 'ended'; readonly exitCode: number }
  | { readonly state: 'serving'; readonly server: WebServer };

const MEGABYTE = 1e6;

const withoutElectron = (reason: string): string =>
  `Electron could not be fetched (${reason.replace(/\.$/, '')}), so there is no desktop window; if your network blocks it, set ELECTRON_MIRROR to the address of a mirror, ending in a slash, and run npm start again.`;

/** The Electron program, fetched if need be, or one sentence that says why there is none. */
async function obtainElectron(options: LaunchOptions): Promise<{ program: string } | { problem: string }> {
  const { env, say } = options;
  const pkg = options.electronPackage === undefined ? electronPackage() : options.electronPackage;
  const found = findElectron(env, pkg);
  if (found !== null) return { program: found };
  if (env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { problem: 'ELECTRON_OVERRIDE_DIST_PATH is set, but that folder does not hold the Electron program.' };
  }
  if (pkg === null) return { problem: 'The npm package "electron" is not installed; run npm ci.' };
  say('Fetching Electron (about 120 MB, once) …');
  let shown = 0;
  const failure = await fetchElectron({
    pkg,
    env,
    stallMs: options.stallMs ?? 45_000,
    totalMs: 15 * 60_000,
    onProgress: (bytes) => {
      const step = Math.floor(bytes / MEGABYTE / 20) * 20;
      if (step > shown) say(`  ${step} MB`);
      shown = Math.max(shown, step);
    },
  });
  const program = failure === null ? findElectron(env, pkg) : null;
  return program === null ? { problem: withoutElectron(failure ?? 'the archive holds no program') } : { program };
}

/** The exit code of a desktop run, or one sentence that says why there was none. */
async function desktop(options: LaunchOptions): Promise<number | string> {
  const electron = await obtainElectron(options);
  if ('problem' in electron) return electron.problem;
  const end = await runElectron(electron.program, [options.root, ...options.files], options.env);
  return end.state === 'ran' ? end.exitCode : `Electron could not start: ${end.reason}.`;
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
};

function openBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function web({ root, port, openBrowser: wanted, say }: LaunchOptions): Promise<Launch> {
  const server = await serveRenderer(path.join(root, 'out/renderer'), port);
  say(`Parapet is open to browsers on this machine at ${server.url} (Ctrl+C ends it).`);
  if (wanted) openBrowser(server.url);
  return { state: 'serving', server };
}

/** Opens the built app: in Electron where it can be had, else in the browser. */
export async function launch(options: LaunchOptions): Promise<Launch> {
  if (options.mode === 'web') return web(options);
  const end = await desktop(options);
  if (typeof end === 'number') return { state: 'ended', exitCode: end };
  options.say(end);
  return options.mode === 'desktopOnly' ? { state: 'ended', exitCode: 1 } : web(options);
}
