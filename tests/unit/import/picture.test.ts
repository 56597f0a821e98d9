import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { pngText, withPngText } from '../../../shared/export/png/chunks.ts';
import { pngPicture } from '../../../shared/export/png/picture.ts';
import { rasterize } from '../../../shared/export/png/rasterize.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import { diagramText } from '../../../shared/import/picture.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const icons = shippedIcons();
const program = () => readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));

const inputOf = (diagram: Diagram) => ({
  diagram,
  catalog,
  report: validate(diagram, catalog, TODAY),
  icons,
  date: TODAY,
});

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const textOf = (bytes: Uint8Array) => diagramText(bytes, decode);
const svgBytes = (svg: string) => new TextEncoder().encode(svg);

function sample(): Diagram {
  const parsed = parseDiagram(readFileSync(samplePaths()[0] ?? '', 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.diagram;
}

const named = (name: string): Diagram => ({
  name,
  boundaries: [],
  resources: [],
  flows: [],
  suppressions: [],
  texts: [],
});

async function pngOf(diagram: Diagram): Promise<Uint8Array> {
  const result = pngPicture(inputOf(diagram), 1);
  if (!result.ok) throw new Error('too large');
  return rasterize(result.picture, program);
}

describe('a picture that is opened', () => {
  it('gives back the diagram of every SVG, whatever is in it', () => {
    fc.assert(
      fc.property(catalogDiagrams(catalog), (diagram) => {
        const found = textOf(svgBytes(exportSvg(inputOf(diagram))));
        expect(found).toMatchObject({ picture: true });
        expect(parseDiagram(found.text ?? '')).toEqual(parseDiagram(formatDiagram(diagram)));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    '</metadata><metadata id="parapet-diagram">{}',
    ']]>&lt;&#65;',
    'データ 🚀 بيانات',
    '\u0000\uFFFE\ud800\u202e',
  ])('keeps the name %j as it is, in SVG and PNG', async (name) => {
    for (const bytes of [svgBytes(exportSvg(inputOf(named(name)))), await pngOf(named(name))]) {
      const parsed = parseDiagram(textOf(bytes).text ?? '');
      expect(parsed.ok && parsed.diagram.name).toBe(name);
    }
  });

  it('gives back the diagram of a PNG', async () => {
    const diagram = sample();
    const parsed = parseDiagram(textOf(await pngOf(diagram)).text ?? '');
    expect(parsed.ok && parsed.diagram).toEqual(diagram);
  });

  it('is understood after an editor has laid its attributes and entities out anew', () => {
    const svg = exportSvg(inputOf(named('A & B "quoted"')))
      .replace('<metadata id="parapet-diagram">', "<metadata\n     id='parapet-diagram'\n     >")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&#38;');
    const parsed = parseDiagram(textOf(svgBytes(svg)).text ?? '');
    expect(parsed.ok && parsed.diagram.name).toBe('A & B "quoted"');
  });

  it('that shows only a part, or does not take the diagram along, says that it holds none', () => {
    const diagram = sample();
    const part = { scope: { kind: 'elements', ids: [diagram.resources[0]?.id ?? ''] } } as const;
    for (const options of [part, { embed: false }]) {
      const svg = exportSvg({ ...inputOf(diagram), ...options });
      expect(svg).not.toContain('"format"');
      expect(textOf(svgBytes(svg))).toMatchObject({ text: null, why: expect.stringContaining('holds no diagram') });
    }
  });

  it('of another program is refused with a reason, cut off or not', async () => {
    const png = await pngOf(named('x'));
    const foreign = svgBytes('<svg xmlns="http://www.w3.org/2000/svg"><metadata>hello</metadata></svg>');
    for (const bytes of [
      foreign,
      png.subarray(0, 60),
      png.subarray(0, 8),
      Uint8Array.from([...png.subarray(0, 33), 255, 255, 255, 255]),
    ]) {
      expect(textOf(bytes)).toMatchObject({ text: null });
    }
  });

  it('is not taken for one when it is a diagram file', () => {
    const text = formatDiagram(named('<svg'));
    expect(textOf(svgBytes(text))).toEqual({ text, picture: false });
  });
});

describe('a text in a PNG', () => {
  it('is read back as it was written, behind the header', async () => {
    const png = withPngText(await pngOf(named('x')), 'other', 'words');
    expect(pngText(png, 'other')).toBe('words');
    expect(pngText(png, 'nothing')).toBeNull();
    expect(parseDiagram(pngText(png, 'parapet-diagram') ?? '').ok).toBe(true);
  });
});
