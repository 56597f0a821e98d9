import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How Electron's program says where its fuses are, that they are of version 1, and how many follow. */
const FUSES = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9])]);
/** The opposite of what a package is to have, so that each that is left alone shows. */
const FUSE_STATES = '111100111';

/** Writes what a package for Linux is made from, with a program that does nothing but hold fuses. */
export function writeFakeElectron(folder) {
  for (const inner of ['locales', 'resources']) mkdirSync(path.join(folder, inner), { recursive: true });
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([FUSES, Buffer.from(FUSE_STATES)]), { mode: 0o755 });
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/de.pak']) {
    writeFileSync(path.join(folder, file), '');
  }
}
