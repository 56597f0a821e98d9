#!/usr/bin/env node
// Stands in for fpm in packageTest.mjs: keeps what a .deb would be made of, but for the app itself, beside where it would be.
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const args = process.argv.slice(2);
const deb = args[args.indexOf('--package') + 1];
const root = `${deb}.d`;
for (const [from, to] of args.map((arg) => arg.split('='))) {
  if (to?.startsWith('/') && !to.startsWith('/opt')) cpSync(from, path.join(root, to));
}
writeFileSync(`${deb}.json`, JSON.stringify(args));
