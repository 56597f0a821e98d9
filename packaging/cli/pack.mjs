// node packaging/cli/pack.mjs [FOLDER]: the npm package of the command line, ready for `npm pack` or `npm publish`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCli } from '../../cli/build.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COPIED = ['LICENSE', 'NOTICE', 'data/icons', 'data/samples', 'data/schema'];

/** What npm needs to know: made from the package of the app, without anything to install. */
function packageJson() {
  const { name, version, description, license, engines } = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines,
    bin: { parapet: 'out/cli/parapet.js' },
    files: ['out', 'data', 'NOTICE'],
  };
}

/** Writes the package into an empty folder; everything it runs with is bundled. */
export async function writePackage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await buildCli(ROOT, path.join(folder, 'out/cli'));
  for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  cpSync(path.join(import.meta.dirname, 'README.md'), path.join(folder, 'README.md'));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(packageJson(), null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'out/npm'));
  await writePackage(folder);
  console.log(folder);
}
