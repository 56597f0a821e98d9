import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iconsFromFiles } from '../../shared/export/icon.ts';
import { DATA } from './catalog.ts';

const namesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(path.join(DATA, folder)).filter((name) => name.endsWith(extension));

/** The icons that ship: file name → SVG text. */
export const shippedIconFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    namesIn('icons', '.svg').map((name) => [name, readFileSync(path.join(DATA, 'icons', name), 'utf8')]),
  );

/** The icons that ship, by the names that the catalog uses. */
export const shippedIcons = () => iconsFromFiles(shippedIconFiles());

/** Paths of the samples that ship. */
export const samplePaths = (): readonly string[] =>
  namesIn('samples', '.parapet').map((name) => path.join(DATA, 'samples', name));
