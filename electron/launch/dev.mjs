// npm run dev: electron-vite with reloading; without Electron the renderer alone, in the browser.
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
if (program === null) await serveRenderer();
else startDesktop(program);

/** electron-vite starts Electron even where it is asked for the renderer alone; Vite by itself does not. */
async function serveRenderer() {
  const [{ createServer }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const server = await createServer({ configFile: false, root: path.join(ROOT, 'renderer'), plugins: [react()] });
  await server.listen();
  say('Electron is not here (npm start fetches it), so this is the renderer alone, in the browser:');
  server.printUrls();
}

function startDesktop(file) {
  const bin = path.join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
  const env = { ...process.env, ELECTRON_EXEC_PATH: file };
  const child = spawn(process.execPath, [bin, 'dev'], { cwd: ROOT, env, stdio: 'inherit' });
  child.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
