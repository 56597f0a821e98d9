import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTS, say } from './counts.ts';
import { versionText, wholeVersion } from './versionText.ts';

const TIMEOUT = 900_000;

const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-kill-'));
const backups = path.join(folder, 'backups');

/** The code that the app runs, as a program of plain Node. */
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: path.join(import.meta.dirname, 'saver.ts'),
      outDir: path.join(folder, 'program'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'saver.mjs' } },
    },
    ssr: { noExternal: true },
  }),
);

function startSaver(file: string, seed: string, saves: number): ChildProcess {
  const program = path.join(folder, 'program/saver.mjs');
  return spawn(process.execPath, [program, file, backups, seed, String(saves)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function newFile(name: string): string {
  const home = path.join(folder, name);
  mkdirSync(home);
  const file = path.join(home, 'a.parapet');
  writeFileSync(file, versionText('old'));
  return file;
}

const numberOf = (version: string): number => Number(version.split('.')[1] ?? 0);

/** Starts a saver and kills it at some moment; the last version that it said it had saved. */
async function killed(file: string, seed: string, wait: number): Promise<string | null> {
  const saver = startSaver(file, seed, Number.MAX_SAFE_INTEGER);
  if (!saver.stdout) throw new Error('no output');
  let said: string | null = null;
  for await (const line of createInterface({ input: saver.stdout })) {
    if (line === 'ready') setTimeout(() => saver.kill('SIGKILL'), wait);
    else said = line;
  }
  return said;
}

/** All diagrams kept under a folder, the backups of other tests too. */
const keptIn = (top: string): readonly string[] =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.tmp'))
    .map((one) => path.join(one.parentPath, one.name));

describe('saves that are killed', () => {
  it('leave the old or the new version, and what was said to be saved stays', { timeout: TIMEOUT }, async () => {
    const file = newFile('killed');
    let before = 'old';
    let inTheMiddle = 0;
    for (let round = 0; round < COUNTS.kills; round++) {
      const seed = `r${round}`;
      const said = await killed(file, seed, Math.random() * 40);
      const found = wholeVersion(readFileSync(file, 'utf8'));
      expect(found, 'a whole version').not.toBeNull();
      // The last that was said, or the one after it, whose line did not come out any more.
      const allowed = [said ?? before, `${seed}.${numberOf(said ?? '') + 1}`];
      expect(allowed).toContain(found);
      if (readdirSync(path.dirname(file)).length > 1) inTheMiddle++;
      before = found ?? '';
    }
    for (const kept of keptIn(backups)) expect(wholeVersion(readFileSync(kept, 'utf8')), kept).not.toBeNull();
    say(`${COUNTS.kills} savers killed (kill -9), ${inTheMiddle} temporary files left behind so far, 0 losses`);
  });

  it('of many programs at once leave one whole version', { timeout: TIMEOUT }, async () => {
    const file = newFile('together');
    const savers = Array.from({ length: COUNTS.savers }, (_, n) => startSaver(file, `p${n}`, 10));
    const codes = await Promise.all(
      savers.map(async (saver) => {
        saver.stdout?.resume();
        const [code] = await once(saver, 'exit');
        return code as number;
      }),
    );
    expect(codes).toEqual(codes.map(() => 0));
    expect(wholeVersion(readFileSync(file, 'utf8'))).toMatch(/^p\d+\.10$/);
    expect(readdirSync(path.dirname(file))).toEqual(['a.parapet']);
    say(`${COUNTS.savers} programs saved one file 10 times each at once, 0 losses`);
  });
});
