import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogFolder } from '../../electron/files/readCatalogFolder.ts';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { link } from '../../shared/catalog/link.ts';
import { parseParts } from '../../shared/catalog/parse.ts';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { iconsFromFiles } from '../../shared/export/icon.ts';
import { pngPicture } from '../../shared/export/png/picture.ts';
import { rasterize } from '../../shared/export/png/rasterize.ts';
import { exportSvg } from '../../shared/export/svg/exportSvg.ts';
import { planOf } from '../../shared/remedy/plan.ts';
import { validate } from '../../shared/validate/validate.ts';
import { bigDiagram } from './bigDiagram.ts';
import { classEditor, editor } from './editor.ts';
import { exposureRow, rulesRow } from './exposureRow.ts';
import { manyRows } from './many.ts';
import { medianMs, medianMsOf, type Row, table } from './measure.ts';
import { reportRows } from './reports.ts';
import { tidyRow } from './tidyRow.ts';
import { touchAll } from './touchAll.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 300, 1_000, 10_000];
const TODAY = '2026-11-21';
// The bundle runs from out/bench.
const DATA = path.resolve(import.meta.dirname, '../../data');

/** The program that draws PNG, from the packages beside the sources. */
const program = () => readFileSync(path.join(DATA, '../node_modules/@resvg/resvg-wasm/index_bg.wasm'));

/** A picture without lists, at twice its size; the floor is a copy of its pixels. */
async function pngRow(input: Parameters<typeof pngPicture>[0]): Promise<Row> {
  let pixels = 0;
  const ms = await medianMsOf(5, async () => {
    const result = pngPicture({ ...input, lists: false }, 2);
    if (!result.ok) throw new Error('too large for a PNG');
    const png = await rasterize(result.picture, program);
    const header = new DataView(png.buffer, png.byteOffset);
    pixels = header.getUint32(16) * header.getUint32(20);
  });
  const image = new Uint8Array(pixels * 4);
  const what = `export PNG 2x (${(pixels / 1e6).toFixed(0)} megapixels)`;
  return { what, ms, floor: 'copy the pixels', floorMs: medianMs(() => image.slice()) };
}

async function rowsFor(
  diagram: Diagram,
  catalog: Catalog,
  icons: ReturnType<typeof iconsFromFiles>,
): Promise<readonly Row[]> {
  const text = formatDiagram(diagram);
  const report = validate(diagram, catalog, TODAY);
  const input = { diagram, catalog, report, icons, date: TODAY };
  const svg = () => exportSvg(input);
  // Nothing is remembered about a diagram that was only just read: how its flows run is found first.
  const unseen = () => exportSvg({ ...input, diagram: { ...diagram } });
  const written = svg();
  const touch = { floor: 'touch every answer', floorMs: medianMs(() => touchAll(diagram)) };
  // A report is immutable: the next one needs at least a copy of the map of elements.
  const copy = { floor: 'copy the map of a report', floorMs: medianMs(() => new Map(report.elements)) };
  const parse = { floor: 'JSON.parse', floorMs: medianMs(() => JSON.parse(text)) };
  const stringify = { floor: 'JSON.stringify', floorMs: medianMs(() => JSON.stringify(diagram, null, 2)) };
  const encode = { floor: 'encode the same text', floorMs: medianMs(() => Buffer.from(written, 'utf8')) };
  return [
    { what: 'validate everything', ms: medianMs(() => validate(diagram, catalog, TODAY)), ...touch },
    { what: 'one answer changed and validated', ms: medianMs(editor(diagram, catalog, TODAY)), ...copy },
    rulesRow(diagram, catalog, TODAY),
    {
      what: 'smallest set of changes',
      ms: medianMs(() => planOf({ diagram, catalog, report, today: TODAY })),
      ...copy,
    },
    { what: 'one class tagged, followed, validated', ms: medianMs(classEditor(diagram, catalog, TODAY)), ...copy },
    exposureRow(diagram, catalog, TODAY),
    { what: 'open (text to diagram)', ms: medianMs(() => parseDiagram(text)), ...parse },
    { what: 'save (diagram to text)', ms: medianMs(() => formatDiagram(diagram)), ...stringify },
    { what: `export SVG (${(written.length / 1e6).toFixed(1)} MB)`, ms: medianMs(svg), ...encode },
    { what: 'export SVG, flows led first', ms: medianMs(unseen), ...encode },
    ...(diagram.resources.length <= 1_000 ? [await tidyRow(diagram)] : []),
    ...(diagram.resources.length <= 100 ? [await pngRow(input)] : []),
    ...(diagram.resources.length === 300 ? await reportRows(input) : []),
  ];
}

const folder = await readCatalogFolder(DATA);
const parsed = parseParts(folder.files);
if (!parsed.ok) throw new Error('the catalog has problems; run npm test');
const text = JSON.stringify(parsed.parts);
const begun = performance.now();
// As at the start of the app: nothing of this has run before in this process.
const catalog = link(JSON.parse(text));
const started = performance.now() - begun;
const names = readdirSync(path.join(DATA, 'icons'));
const icons = iconsFromFiles(
  Object.fromEntries(names.map((name) => [name, readFileSync(path.join(DATA, 'icons', name), 'utf8')])),
);
const checked = medianMs(() => parseParts(folder.files));
const read = medianMs(() => JSON.parse(text));
process.stdout.write(
  `Median times, Node ${process.version}. Catalog of ${(text.length / 1e6).toFixed(1)} MB: read and linked at start in ` +
    `${started.toFixed(1)} ms (the first and only time; ${(started / read).toFixed(1)} times JSON.parse when warm), ` +
    `parsed and checked while building in ${checked.toFixed(0)} ms.\n\n`,
);
for (const size of SIZES) {
  const diagram = bigDiagram(catalog, size);
  const controls = [...validate(diagram, catalog, TODAY).elements.values()];
  const assessed = controls.reduce((sum, { assessments }) => sum + assessments.length, 0);
  const title = `${size} resources, ${diagram.flows.length} flows, ${assessed} assessments`;
  process.stdout.write(`${table(title, await rowsFor(diagram, catalog, icons))}\n`);
}
// Sizes by hand are for a look at one of them.
if (process.argv.length === 2) {
  const title = '1000 diagrams of 30 resources each, in one call of the command line';
  process.stdout.write(`${table(title, await manyRows(catalog))}\n`);
}
