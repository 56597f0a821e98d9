import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** How a run of Electron ended: after its window was up, or before it, and why. */
export type ElectronEnd =
  | { readonly state: 'ran'; readonly exitCode: number }
  | { readonly state: 'notStarted'; readonly reason: string };

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /chrome-sandbox|SUID sandbox|setuid_sandbox|No usable sandbox/,
    'Linux does not let it build its sandbox here (an administrator can run "chown root:root" and "chmod 4755" on chrome-sandbox in node_modules/electron/dist)',
  ],
  [/Running as root without --no-sandbox/, 'it does not run as root'],
  [/error while loading shared libraries/, 'a system library is missing'],
  [/Missing X server|cannot open display/i, 'there is no display here'],
];

/** Why Electron ended before its window was up, out of what it wrote. */
export const startFailure = (text: string, end: number | string): string =>
  HINTS.find(([pattern]) => pattern.test(text))?.[1] ?? `it ended with ${end}`;

/** Starts the app in Electron and waits for its end. */
export async function runElectron(program: string, args: readonly string[], env: Env): Promise<ElectronEnd> {
  const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-start-'));
  const mark = path.join(temp, 'up'); // the app writes it when its window is up
  // Set by the terminals of some editors: Electron would start as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...clean } = env;
  const child = spawn(program, args, {
    env: { ...clean, PARAPET_READY_FILE: mark },
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (data: Buffer) => {
    process.stderr.write(data);
    text = (text + data.toString()).slice(-8000);
  });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const end = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
  process.off('SIGINT', pass).off('SIGTERM', pass); // or Ctrl+C would not end the server that may follow
  const wasUp = existsSync(mark);
  rmSync(temp, { recursive: true, force: true });
  if (wasUp || end === 0) return { state: 'ran', exitCode: typeof end === 'number' ? end : 1 };
  return { state: 'notStarted', reason: startFailure(text, end) };
}
