#!/usr/bin/env node
// npm start: the desktop app where Electron can be had, else the same app in the browser.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded, installIfNeeded, ROOT } from './prepare.mjs';

const USAGE = `npm start -- [options] [FILE.parapet …]
  --web       open in the browser at once
  --desktop   open in Electron or not at all
  --port N    port of the browser's address (4173)
  --no-open   do not start a browser, print the address only
  --no-build  take what is installed and built`;

const say = (line) => process.stderr.write(`${line}\n`);

function fail(sentence, exitCode = 1) {
  say(sentence);
  process.exit(exitCode);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        web: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        port: { type: 'string', default: '4173' },
        'no-open': { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`, 2);
  }
}

const { values, positionals } = options();
const port = Number(values.port);
if (values.help) fail(USAGE, 0);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port wants a number up to 65535\n${USAGE}`, 2);
if (values.web && values.desktop) fail(`--web and --desktop exclude each other\n${USAGE}`, 2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) fail(`Parapet needs Node 20.19 or newer; this is ${process.version}.`);

const problem = values['no-build'] ? null : (installIfNeeded(say) ?? buildIfNeeded(say));
if (problem) fail(problem);

const launcher = path.join(ROOT, 'out/main/launch.js');
if (!existsSync(launcher)) fail('Nothing is built yet; run npm start without --no-build, or npm run build.');

// npm runs scripts in the package's folder; the person may stand elsewhere.
const from = process.env.INIT_CWD ?? process.cwd();
const { launch } = await import(pathToFileURL(launcher).href);
const result = await launch({
  root: ROOT,
  mode: values.web ? 'web' : values.desktop ? 'desktopOnly' : 'desktop',
  files: positionals.map((file) => path.resolve(from, file)),
  port,
  openBrowser: !values['no-open'] && process.stdout.isTTY === true,
  env: process.env,
  say,
});
if (result.state === 'ended') process.exitCode = result.exitCode;
