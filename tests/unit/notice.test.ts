import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const sources = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'));

/** `@scope/name` or `name` of an import that is of neither a file of ours nor Node. */
const packageOf = (specifier: string): string | null =>
  /^(node:|virtual:|\.)/.test(specifier) || builtinModules.includes(specifier)
    ? null
    : (/^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null);

it('the notice names every library that app and command line are bundled with', () => {
  const notice = readFileSync(path.join(ROOT, 'NOTICE'), 'utf8');
  const imports = ['shared', 'renderer', 'cli', 'electron'].flatMap(sources).flatMap((source) => {
    const found = source.matchAll(/^(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?'([^']+)'/gm);
    return [...found].map(([, specifier = '']) => packageOf(specifier)).filter((name) => name !== null);
  });
  const names = new Set(imports);
  expect(names).toContain('pdfmake');
  // "@mantine/core, hooks, notifications" names its scope once.
  const isNamed = (name: string) => {
    const [scope, own = ''] = name.startsWith('@') ? name.split('/') : [null, name];
    return notice.split('\n').some((line) => (scope === null || line.includes(`${scope}/`)) && line.includes(own));
  };
  expect([...names].filter((name) => !isNamed(name))).toEqual([]);
});
