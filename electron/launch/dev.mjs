// npm run dev: electron-vite with reloading; without Electron its renderer part only, in the browser.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildIfNeeded, installIfNeeded, ROOT } from './prepare.mjs';

const say = (line) => process.stderr.write(`${line}\n`);
const problem = installIfNeeded(say) ?? buildIfNeeded(say);
if (problem) {
  say(problem);
  process.exit(1);
}

const { electronPackage, findElectron } = await import('../../out/main/launch.js');
const program = findElectron(process.env, electronPackage());
if (program === null)
  say('Electron is not here (npm start fetches it), so this is the renderer alone, in the browser.');
const args = program === null ? ['dev', '--rendererOnly'] : ['dev'];
const env = program === null ? process.env : { ...process.env, ELECTRON_EXEC_PATH: program };
const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), ...args], {
  cwd: ROOT,
  env,
  stdio: 'inherit',
});
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
