import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

// The stand-in may lack things; it must not have any that Electron lacks.
const ROOT = path.resolve(import.meta.dirname, '../../..');
const { create } = createRequire(import.meta.url)(path.join(ROOT, 'tests/electron-double/electron.cjs'));
const declarations = readFileSync(path.join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8');

function declarationOf(name: string): string {
  const at = declarations.search(new RegExp(`^ {2}(class|interface) ${name}\\b`, 'm'));
  expect(at, name).toBeGreaterThan(0);
  const body = declarations.slice(at, declarations.indexOf('\n  }\n', at));
  const parent = /(?:class|interface) \w+ extends (\w+)/.exec(body)?.[1];
  return parent && !parent.startsWith('Node') ? body + declarationOf(parent) : body;
}

const OURS = ['constructor', 'length', 'name', 'prototype', 'opened'];
const UNDOCUMENTED = ['getLastWebPreferences'];
const methodsOf = (object: object): readonly string[] =>
  Object.getOwnPropertyNames(object).filter(
    (name) => !name.startsWith('_') && !OURS.includes(name) && !UNDOCUMENTED.includes(name),
  );

const double = create({
  switches: new Map(),
  appPath: '/',
  name: 'x',
  version: '0',
  userData: 'none',
  electronVersion: '0',
});

it.each([
  ['App', Object.getPrototypeOf(double.app)],
  ['BrowserWindow', double.BrowserWindow.prototype],
  ['BrowserWindow', double.BrowserWindow],
  ['WebContents', double.webContents.prototype],
  ['WebContents', double.webContents],
  ['Menu', double.Menu.prototype],
  ['Menu', double.Menu],
  ['Clipboard', double.clipboard],
  ['Dialog', double.dialog],
  ['Shell', double.shell],
  ['Protocol', double.protocol],
])('the stand-in’s %s has only what Electron has', (name, object) => {
  const declared = declarationOf(name);
  expect(methodsOf(object).filter((method) => !new RegExp(`\\b${method}\\b *[?(:<]`).test(declared))).toEqual([]);
});
