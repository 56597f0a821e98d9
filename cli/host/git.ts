import { execFile } from 'node:child_process';
import type { GitAnswer } from '../io.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** Runs git in a folder. Never rejects. */
export function git(args: readonly string[], cwd: string): Promise<GitAnswer> {
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd, encoding: 'utf8', maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      if (!error) return resolve({ ok: true, stdout });
      const missing = error.code === 'ENOENT' ? 'git is not installed' : null;
      resolve({ ok: false, why: missing ?? (stderr.trim().split('\n')[0] || error.message) });
    });
  });
}
