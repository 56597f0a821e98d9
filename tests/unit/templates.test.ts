import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import { validate } from '../../shared/validate/validate.ts';
import { DATA, shippedCatalog } from '../support/catalog.ts';

const FOLDER = path.join(DATA, 'templates');
const shipped = await shippedCatalog();

describe.each(readdirSync(FOLDER))('the template %s', (file) => {
  const parsed = parseDiagram(readFileSync(path.join(FOLDER, file), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  const { diagram } = parsed;

  it('has services and boundaries of the catalog, and no answers', () => {
    for (const { service, answers } of diagram.resources) {
      expect(shipped.services.has(service)).toBe(true);
      expect(answers).toEqual({});
    }
    for (const { kind, answers } of diagram.boundaries) {
      expect(shipped.boundaries.has(kind)).toBe(true);
      expect(answers).toEqual({});
    }
    for (const { answers } of diagram.flows) expect(answers).toEqual({});
  });

  it('connects only what AWS connects', () => {
    const { findings } = validate(diagram, shipped, '2026-01-01');
    expect(findings.filter(({ key }) => key.startsWith('flow.direct-connection@'))).toEqual([]);
  });
});
