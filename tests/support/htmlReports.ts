import path from 'node:path';
import { toHtml } from '../../shared/export/html/toHtml.ts';
import { DATA, shippedCatalog } from './catalog.ts';
import { inputOfDiagram, inputOfFile } from './exports.ts';
import { reviewCatalog } from './reviewCatalog.ts';
import { HOSTILE_NAMES } from './reviewDiagrams.ts';
import { shippedIcons } from './shipped.ts';

/** The HTML report on a sample that ships, by a standard. @public imported by path */
export const sampleReport = async (name: string): Promise<string> =>
  toHtml(inputOfFile(path.join(DATA, 'samples', `${name}.parapet`), await shippedCatalog(), 'fsbp'), shippedIcons());

/** The HTML report on a diagram whose names try to be markup. @public imported by path */
export const hostileReport = (): string => toHtml(inputOfDiagram(HOSTILE_NAMES, reviewCatalog()), shippedIcons());
