import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconFileName } from '../../../shared/export/icon.ts';
import { jsonSchemaFiles } from '../../../shared/export/jsonSchemas.ts';
import { DATA, shippedCatalog } from '../../support/catalog.ts';
import { shippedIconFiles } from '../../support/shipped.ts';

const ids = (svg: string): readonly string[] => [...svg.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1] ?? '');

describe('the icons that ship', () => {
  it('are there for every service and boundary that the catalog names (else: npm run icons)', async () => {
    const catalog = await shippedCatalog();
    const named = [
      ...[...catalog.services.values()].map(({ service }) => service.icon),
      ...[...catalog.boundaries.values()].map(({ kind }) => kind.icon),
    ];
    const there = shippedIconFiles();
    expect(named.filter((icon) => there[iconFileName(icon)] === undefined)).toEqual([]);
  });

  it('can stand in one document: no two share an id, and none names a title, a script or anything outside itself', () => {
    const all = Object.values(shippedIconFiles());
    const everyId = all.flatMap(ids);
    expect(new Set(everyId).size).toBe(everyId.length);
    for (const svg of all) expect(svg).not.toMatch(/<title|<script|\son\w+=|href="(?!#)/);
  });
});

describe('the JSON Schemas that ship', () => {
  it.each(Object.entries(jsonSchemaFiles()))('%s is that of the code (else: npm run schema)', (name, text) => {
    expect(readFileSync(path.join(DATA, 'schema', name), 'utf8')).toBe(text);
  });
});
