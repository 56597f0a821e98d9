#!/usr/bin/env node
// npm run --silent parapet -- <args>: installs and builds what is missing, quietly, then runs the command line.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installIfNeeded, ROOT } from '../electron/launch/prepare.mjs';

const SOURCES = ['cli', 'shared', 'electron/files', 'data', 'packaging', 'package.json'];
const BUNDLE = path.join(ROOT, 'out/cli/parapet.js');

/** The time of the newest file in a file or folder. */
function newestIn(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(file).map((name) => newestIn(path.join(file, name))));
}

const isBuilt = () => newestIn(BUNDLE) > Math.max(...SOURCES.map((name) => newestIn(path.join(ROOT, name))));

async function prepare() {
  const problem = installIfNeeded(() => {});
  if (problem || isBuilt()) return problem;
  try {
    const { buildCli } = await import('./build.mjs');
    await buildCli(ROOT);
    return null;
  } catch (error) {
    return `The command line could not be built: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const problem = await prepare();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(3);
}
await import(pathToFileURL(BUNDLE).href);
