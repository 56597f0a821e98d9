import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export const readDoc = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** The code blocks of a page in one language, in their order. */
export const codeBlocks = (name: string, language: string): readonly string[] =>
  [...readDoc(name).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
