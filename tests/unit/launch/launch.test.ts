import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findElectron } from '../../../electron/launch/electronProgram.ts';
import { type LaunchOptions, launch } from '../../../electron/launch/launch.ts';
import { startFailure } from '../../../electron/launch/runElectron.ts';
import { serveRenderer, type WebServer } from '../../../electron/launch/webServer.ts';

const MODULES = path.resolve(import.meta.dirname, '../../../node_modules');
const SECONDS = 1000;

let root = '';
let mirror: http.Server;
let answer: http.RequestListener = () => {};
const servers: WebServer[] = [];

/** A copy of the electron package without the program, with its dependencies beside it. */
function emptyElectronPackage(folder: string): string {
  const pkg = path.join(folder, 'node_modules/electron');
  mkdirSync(path.dirname(pkg), { recursive: true });
  const isProgram = (file: string) => /[/\\]electron[/\\](dist|path\.txt)/.test(file);
  cpSync(path.join(MODULES, 'electron'), pkg, { recursive: true, filter: (file) => !isProgram(file) });
  for (const name of readdirSync(MODULES)) {
    if (name === 'electron' || name.startsWith('.')) continue;
    symlinkSync(path.join(MODULES, name), path.join(folder, 'node_modules', name), 'junction');
  }
  return pkg;
}

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'parapet-launch-'));
  mkdirSync(path.join(root, 'out/renderer'), { recursive: true });
  writeFileSync(path.join(root, 'out/renderer/index.html'), '<title>Parapet</title>');
  mirror = http.createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

afterAll(() => {
  mirror.closeAllConnections();
  mirror.close();
  rmSync(root, { recursive: true, force: true });
});

const mirrorUrl = () => `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`;

async function start(more: Partial<LaunchOptions> = {}, env: Record<string, string> = {}) {
  const said: string[] = [];
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ELECTRON_EXEC_PATH: __, ...clean } = process.env;
  const result = await launch({
    root,
    mode: 'desktop',
    files: [],
    port: 0,
    openBrowser: false,
    env: { ...clean, electron_config_cache: path.join(root, 'cache'), force_no_cache: 'true', ...env },
    electronPackage: path.join(root, 'node_modules/electron'),
    // Long, so that a busy machine is not taken for a silent mirror.
    stallMs: 15_000,
    say: (line) => said.push(line),
    ...more,
  });
  if (result.state === 'serving') servers.push(result.server);
  return { result, said };
}

/** The one sentence between "Fetching …" and the address. */
function sentenceIn(said: readonly string[]): string {
  expect(said).toHaveLength(3);
  const [, sentence = '', address] = said;
  expect(sentence).not.toContain('\n');
  expect(sentence).toMatch(/^Electron could not be fetched \(.+\), so .+ set ELECTRON_MIRROR to .+ npm start again\.$/);
  expect(address).toMatch(/^Parapet is open to browsers on this machine at http:\/\/127\.0\.0\.1:\d+\/ /);
  return sentence;
}

async function expectServed(result: Awaited<ReturnType<typeof launch>>): Promise<void> {
  if (result.state !== 'serving') throw new Error('nothing is served');
  expect(await (await fetch(result.server.url)).text()).toContain('<title>Parapet</title>');
}

describe('where Electron cannot be fetched, one sentence says why and the browser gets the app', () => {
  beforeAll(() => void emptyElectronPackage(root));

  it('when the mirror refuses', { timeout: 60 * SECONDS }, async () => {
    answer = (_request, response) => response.writeHead(403).end('blocked by policy');
    const { result, said } = await start({}, { ELECTRON_MIRROR: mirrorUrl() });
    expect(sentenceIn(said)).toContain('403');
    await expectServed(result);
  });

  it('when what arrives is not Electron', { timeout: 60 * SECONDS }, async () => {
    answer = (_request, response) => response.writeHead(200).end('not the archive');
    const { result, said } = await start({}, { ELECTRON_MIRROR: mirrorUrl() });
    expect(sentenceIn(said)).toMatch(/checksum/i);
    await expectServed(result);
  });

  it('when nothing arrives any more', { timeout: 60 * SECONDS }, async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-length': 1e8 }).write('x'.repeat(1000));
    const { result, said } = await start({ stallMs: 1500 }, { ELECTRON_MIRROR: mirrorUrl() });
    expect(sentenceIn(said)).toContain('nothing arrived for 2 s');
    await expectServed(result);
  });

  it('when nobody answers', { timeout: 60 * SECONDS }, async () => {
    const { result, said } = await start({}, { ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
    sentenceIn(said);
    await expectServed(result);
  });
});

it('--web serves at once, --desktop does not fall back', async () => {
  const web = await start({ mode: 'web' });
  expect(web.said).toHaveLength(1);
  await expectServed(web.result);
  const desktop = await start({ mode: 'desktopOnly', electronPackage: null });
  expect(desktop).toEqual({
    result: { state: 'ended', exitCode: 1 },
    said: ['The npm package "electron" is not installed; run npm ci.'],
  });
});

it('an Electron that ends before its window is up leads to the browser, with the reason', async () => {
  const program = path.join(root, 'failing-electron');
  writeFileSync(program, '#!/bin/sh\necho "Missing X server or $DISPLAY" >&2\nexit 1\n', { mode: 0o755 });
  const { result, said } = await start({}, { ELECTRON_EXEC_PATH: program });
  expect(said[0]).toBe('Electron could not start: there is no display here.');
  await expectServed(result);
});

it.each([
  ['The SUID sandbox helper binary was found', 'sandbox'],
  ['Running as root without --no-sandbox is not supported', 'root'],
  ['error while loading shared libraries: libnss3.so', 'library'],
  ['', 'ended with 7'],
])('the failed start %j is explained', (text, words) => expect(startFailure(text, 7)).toContain(words));

it('Electron is found by the rules of its own package', () => {
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: root }, null)).toBeNull();
  expect(findElectron({ ELECTRON_EXEC_PATH: process.execPath }, null)).toBe(process.execPath);
  expect(findElectron({}, null)).toBeNull();
});

describe('the server', () => {
  it('answers this machine’s names only, and sends the policy', async () => {
    const server = await serveRenderer(path.join(root, 'out/renderer'), 0);
    servers.push(server);
    const page = await fetch(server.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${server.url}none.js`)).status).toBe(404);
    const { port } = new URL(server.url);
    const status = await new Promise((resolve) => {
      http.get({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      );
    });
    expect(status).toBe(421);
  });

  it('takes the next port when its own is taken', async () => {
    const first = await serveRenderer(root, 0);
    servers.push(first);
    const taken = Number(new URL(first.url).port);
    const second = await serveRenderer(root, taken);
    servers.push(second);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
  });
});
