// npm run package:test: makes a package and looks into it. With Electron installed it is a real one for this system; else
// one for Linux around a file that holds fuses and nothing more, and the app in it runs on the stand-in for Electron.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { buildIfNeeded, installIfNeeded, npm, ROOT, run } from '../electron/launch/prepare.mjs';
import { writeFakeElectron } from './fakeElectron.mjs';

const { platform, arch, env } = process;
const isLinux = platform === 'linux';
const at = (...names) => path.join(ROOT, ...names);
const VERSION = JSON.parse(readFileSync(at('package.json'), 'utf8')).version;
const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-package-'));
const dist = path.join(temp, 'dist');
const extracted = path.join(temp, 'app');

const mark = at('node_modules/electron/path.txt');
const isReal = existsSync(mark) && existsSync(at('node_modules/electron/dist', readFileSync(mark, 'utf8')));
/** Electron does not start as root with its sandbox. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function electronFolder() {
  if (isReal) return at('node_modules/electron/dist');
  const folder = path.join(temp, 'electron');
  writeFakeElectron(folder);
  return folder;
}

/** On Linux a .deb is made too, as far as it goes without fpm: what would be in it. */
function pack() {
  const tools = path.join(temp, 'tools');
  mkdirSync(tools);
  copyFileSync(path.join(import.meta.dirname, 'fpm.mjs'), path.join(tools, 'fpm'));
  chmodSync(path.join(tools, 'fpm'), 0o755);
  const args = [
    at('packaging/node_modules/electron-builder/cli.js'),
    ...(isLinux ? ['--linux', 'deb'] : ['--dir']),
    `--${arch}`,
    '--config=packaging/electron-builder.cjs',
    `-c.electronDist=${electronFolder()}`,
    `-c.directories.output=${dist}`,
  ];
  const PATH = `${tools}${path.delimiter}${env.PATH}`;
  assert.ok(run(process.execPath, args, { env: { ...env, PATH, USE_SYSTEM_FPM: 'true' } }), 'electron-builder failed');
}

/** The folder of the unpacked package, with its program and its resources. */
function unpacked() {
  const folder = path.join(dist, readdirSync(dist).find((name) => /^mac|unpacked$/.test(name)) ?? '');
  if (platform === 'darwin') {
    const contents = path.join(folder, 'Parapet.app/Contents');
    return { program: path.join(contents, 'MacOS/Parapet'), resources: path.join(contents, 'Resources') };
  }
  const program = path.join(folder, isLinux ? 'parapet' : 'Parapet.exe');
  return { program, resources: path.join(folder, 'resources') };
}

before(async () => {
  assert.ok(isReal || isLinux, 'Electron is not installed: node node_modules/electron/install.js');
  const say = (line) => process.stderr.write(`${line}\n`);
  assert.equal(installIfNeeded(say) ?? buildIfNeeded(say), null);
  if (!existsSync(at('packaging/node_modules'))) assert.ok(npm('ci', '--prefix', 'packaging', '--loglevel=error'));
  pack();
  const { default: asar } = await import('@electron/asar');
  asar.extractAll(path.join(unpacked().resources, 'app.asar'), extracted);
});
after(() => rmSync(temp, { recursive: true, force: true, maxRetries: 5 }));

test('the program’s fuses are as they shall be', async () => {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(unpacked().program);
  const on = Object.keys(wire).filter((fuse) => wire[fuse] === FuseState.ENABLE);
  assert.deepEqual(
    on.map((fuse) => FuseV1Options[fuse]),
    ['EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar', 'WasmTrapHandlers'],
  );
});

test('the archive holds what was built and nothing else', () => {
  const files = readdirSync(extracted, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(extracted, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const allowed = [
    /^package\.json$/,
    /^out\/main\/main\.js$/,
    /^out\/main\/chunks\/[\w-]+\.js$/,
    /^out\/preload\/preload\.cjs$/,
    /^out\/renderer\/index\.html$/,
    /^out\/renderer\/assets\/[\w.-]+\.(js|css|svg|woff2|wasm)$/,
  ];
  assert.deepEqual(
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
    [],
  );
  for (const file of ['package.json', 'out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']) {
    assert.ok(files.includes(file), `${file} is missing`);
  }
  const { version, dependencies, devDependencies, scripts } = JSON.parse(
    readFileSync(path.join(extracted, 'package.json'), 'utf8'),
  );
  assert.equal(version, VERSION);
  assert.deepEqual([dependencies, devDependencies, scripts], [undefined, undefined, undefined]);
});

test('what is beside the archive says under which terms, and holds no code', () => {
  const names = readdirSync(unpacked().resources);
  for (const file of ['LICENSE', 'NOTICE']) assert.ok(names.includes(file), `${file} is missing`);
  assert.deepEqual(
    names.filter((name) => /\.(js|cjs|mjs|node)$|^app(\.asar\.unpacked)?$|^default_app/.test(name)),
    [],
  );
});

test('a .deb opens .parapet files with the app, under its icon', { skip: !isLinux }, () => {
  const [deb = ''] = readdirSync(dist).filter((name) => name.endsWith('.deb.d'));
  assert.ok(deb.startsWith(`parapet-${VERSION}-linux-${{ x64: 'amd64' }[arch] ?? arch}.deb`), deb);
  const read = (file) => readFileSync(path.join(dist, deb, 'usr/share', file), 'utf8');
  const entry = read('applications/parapet.desktop');
  assert.match(entry, /^Exec=\/opt\/Parapet\/parapet %U$/m);
  assert.match(entry, /^MimeType=application\/vnd\.parapet\+json;$/m);
  assert.match(entry, /^Icon=parapet$/m);
  assert.match(read('mime/packages/parapet.xml'), /<glob pattern="\*\.parapet"\/>/);
  for (const size of ['16x16', '256x256', '512x512']) read(`icons/hicolor/${size}/apps/parapet.png`);
});

test('the extracted app passes the specs of its guards', () => {
  const args = [at('node_modules/@playwright/test/cli.js'), 'test', '--project=desktop', 'hardening'];
  assert.ok(run(process.execPath, args, { env: { ...env, PARAPET_APP: extracted } }), 'specs failed');
});

/** The page asks for the file that the app was started with when it is up, and only then is that a recent file. */
test('the program starts and opens the file that it is given', async () => {
  const userData = path.join(temp, 'user-data');
  const file = path.join(temp, 'a.parapet');
  copyFileSync(at('data/samples/firehose-redshift.parapet'), file);
  const [program, app] = isReal ? [unpacked().program, []] : [at('tests/electron-double/bin/electron'), [extracted]];
  const child = spawn(program, [...app, ...asRoot, `--user-data-dir=${userData}`, file], { stdio: 'inherit' });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  try {
    const list = path.join(userData, 'recent.json');
    for (let tries = 0; tries < 120 && child.exitCode === null && !existsSync(list); tries++) await pause(500);
    assert.equal(JSON.parse(readFileSync(list, 'utf8'))[0].path, file);
  } finally {
    child.kill();
    await ended;
  }
});
