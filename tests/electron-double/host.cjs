'use strict';
/**
 * The double's "Electron executable": same command line, same stderr lines, so that electron's
 * cli.js, Playwright's _electron.launch() and a developer's shell all take it for the real one.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const inspector = require('node:inspector');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { Cdp } = require('./cdp.cjs');

const given = process.argv.slice(2);
const switches = new Map();
const requires = [];
let appArg = null;
for (let i = 0; i < given.length; i++) {
  const a = given[i];
  if (a === '-r' || a === '--require') requires.push(given[++i]);
  else if (a.startsWith('--')) {
    const [k, ...v] = a.slice(2).split('=');
    switches.set(k, v.join('='));
  } else if (appArg === null && !a.startsWith('-')) appArg = a;
}
if (switches.has('version')) {
  console.log(`v${require('electron/package.json').version} (double)`);
  process.exit(0);
}
process.argv = [process.argv[0], ...given];

// — what Electron adds to process —
const electronVersion = (() => {
  try {
    return require('electron/package.json').version;
  } catch {
    return '0.0.0';
  }
})();
Object.defineProperty(process, 'type', { value: 'browser' });
process.defaultApp = true;
process.versions.electron ??= electronVersion;
process.resourcesPath = path.resolve('.');

// — the app folder —
const appPath = path.resolve(appArg ?? '.');
const isDir = fs.existsSync(appPath) && fs.statSync(appPath).isDirectory();
const pkg = isDir ? JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8')) : {};
const mainFile = isDir ? path.join(appPath, pkg.main ?? 'index.js') : appPath;

const name = pkg.productName ?? pkg.name ?? 'Electron';
const userData = switches.get('user-data-dir') || path.join(os.homedir(), '.config', name);

const host = { switches, appPath: isDir ? appPath : path.dirname(appPath), name, version: pkg.version ?? electronVersion, userData, electronVersion };

// — `electron` for require() and for import —
const electron = require('./electron.cjs').create(host);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (/^electron(\/(main|common))?$/.test(request)) return 'electron-double:electron';
  return resolveFilename.call(this, request, ...rest);
};
require.cache['electron-double:electron'] = Object.assign(new Module('electron-double:electron'), { exports: electron, loaded: true });
globalThis[Symbol.for('electron-double')] = electron;
Module.register(pathToFileURL(path.join(__dirname, 'hooks.mjs')));

if (switches.has('inspect')) inspector.open(Number(switches.get('inspect')) || 0, '127.0.0.1');

// — Chromium: started once the app's code has run, so that a second instance never starts one —
function startChromium() {
  const profile = path.join(electron.app.getPath('sessionData'), 'double-profile');
  fs.mkdirSync(profile, { recursive: true });
  const headed = process.env.EDOUBLE_HEADED === '1';
  const chromium = spawn(
    process.env.PARAPET_CHROMIUM || '/usr/bin/chromium',
    [
      ...(headed ? [] : ['--headless']),
      '--remote-debugging-pipe', // for the double
      ...(switches.has('remote-debugging-port') ? [`--remote-debugging-port=${switches.get('remote-debugging-port')}`] : []), // for Playwright
      `--user-data-dir=${profile}`,
      '--no-startup-window',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
      '--disable-dev-shm-usage',
      '--disable-search-engine-choice-screen',
      '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,DestroyProfileOnBrowserClose',
      '--password-store=basic',
      '--use-mock-keychain',
      '--force-color-profile=srgb',
      '--allow-file-access-from-files', // Electron's file:// has this privilege unless the fuse is off
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...(switches.has('no-sandbox') || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  let tail = '';
  chromium.stderr.on('data', (d) => {
    tail = (tail + d).slice(-20_000);
    // Playwright waits for this very line.
    for (const line of String(d).split('\n')) if (/^DevTools listening on /.test(line)) process.stderr.write(`${line}\n`);
  });
  host.cdp = new Cdp(chromium.stdio[3], chromium.stdio[4]);
  const gone = new Promise((resolve) => chromium.once('exit', resolve));
  host.stopChromium = async () => {
    host.exiting = true;
    await host.cdp.send('Browser.close').catch(() => {});
    await Promise.race([gone, new Promise((r) => setTimeout(r, 3000))]);
  };
  chromium.on('exit', (code) => {
    if (host.exiting) return;
    process.stderr.write(`electron-double: Chromium ended with ${code}\n${tail}\n`);
    process.exit(1);
  });
  process.on('exit', () => {
    host.exiting = true;
    chromium.kill('SIGKILL');
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
// Electron shows a dialog (or, for a rejection, a warning) and goes on; a test had better end here.
process.on('uncaughtException', (error) => {
  process.stderr.write(`electron-double: uncaught exception in the main process\n${error?.stack ?? error}\n`);
  process.exit(1);
});

(async () => {
  for (const file of requires) require(path.resolve(file));
  // Electron waits for the app's code (and its top-level awaits) before 'ready'.
  await import(pathToFileURL(mainFile).href);
  if (electron.__double.quitting()) return;
  startChromium();
  const { product } = await host.cdp.send('Browser.getVersion');
  process.versions.chrome ??= product.split('/')[1];
  // A popup that the hooks in page.cjs did not catch: closed at once, as Electron would not have made it.
  host.cdp.on('Target.targetCreated', ({ targetInfo: t }) => {
    if (t.type === 'page' && t.openerId) host.cdp.send('Target.closeTarget', { targetId: t.targetId }).catch(() => {});
  });
  await host.cdp.send('Target.setDiscoverTargets', { discover: true });
  electron.__double.ready();
})().catch((error) => {
  process.stderr.write(`electron-double: ${error?.stack ?? error}\n`);
  process.exit(1);
});
