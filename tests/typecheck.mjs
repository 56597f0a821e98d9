// TypeScript 7 (native) checks each layer by itself, so that a layer can't use what is not there where it runs.
// `typescript` itself is 5.9, for tools that need its JavaScript API.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const tsc = path.join(root, 'node_modules/typescript-native/bin/tsc');
const results = ['shared', 'electron', 'renderer', 'cli', 'tests'].map((layer) => {
  const { status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', layer], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.stderr.write(`typecheck: ${layer} has errors\n`);
  return status;
});
process.exitCode = results.every((status) => status === 0) ? 0 : 1;
