/*
 * `npm run font`: writes shared/export/font/glyphs.json (advance and outline of each glyph), advances.json (advances alone,
 * as measuring needs them), embedded.json (the same glyphs as WOFF2, in base64) and printed.json (the same as TrueType, for
 * PDF: the library there does not subset WOFF2) from the package inter-ui. Run it after inter-ui is updated. The files are committed:
 * exports measure and draw text with them in app, command line and tests alike, with no font library at run time.
 *
 * Inter is licensed under the SIL Open Font License 1.1, which allows embedding. Kerning and alternates are dropped, so
 * that a text is exactly as wide as the sum of its advances in every program.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import opentype from 'opentype.js';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const FOLDER = path.resolve(import.meta.dirname, '../shared/export/font');
const WEIGHTS = { regular: 'Regular', bold: 'SemiBold' };
/** Units of an outline: an em has this many. */
const EM = 1000;

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
/** Latin with its marks, Greek, Cyrillic, and the signs that Parapet itself writes. */
const WANTED = [
  range(0x20, 0x7e),
  range(0xa0, 0x17f),
  range(0x384, 0x3ce),
  range(0x400, 0x45f),
  '‐‑‒–—‘’‚“”„†‡•…‰‹›€№™←↑→↓↔−≈≠≤≥√∞✓✗□',
].join('');

const bytesOf = (buffer) => buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);

/** Numbers in path data, with no blank before a minus sign. */
const numbers = (values) => values.map((value, i) => (i > 0 && value >= 0 ? ` ${value}` : `${value}`)).join('');

/** Relative path data of an outline without its first move, with where it begins and where the pen ends. */
function outline(commands) {
  const round = (value) => Math.round(value);
  let pen = { x: 0, y: 0 };
  let first = null;
  let start = { x: 0, y: 0 };
  let data = '';
  const to = (command, ...points) => {
    if (points.every(({ x, y }) => x === pen.x && y === pen.y)) return;
    data += command + numbers(points.flatMap(({ x, y }) => [x - pen.x, y - pen.y]));
    pen = points.at(-1);
  };
  for (const { type, x, y, x1, y1 } of commands) {
    const end = { x: round(x), y: round(y) };
    if (type === 'M') {
      if (first === null) first = end;
      else to('m', end);
      [pen, start] = [end, end];
    } else if (type === 'L') {
      if (end.y === pen.y && end.x !== pen.x) [data, pen] = [`${data}h${end.x - pen.x}`, end];
      else if (end.x === pen.x && end.y !== pen.y) [data, pen] = [`${data}v${end.y - pen.y}`, end];
      else to('l', end);
    } else if (type === 'Q') to('q', { x: round(x1), y: round(y1) }, end);
    else if (type === 'Z') {
      data += 'z';
      pen = start;
    } else throw new Error(`path command ${type}`);
  }
  return first === null ? null : [first.x, first.y, data, pen.x, pen.y];
}

function glyphsOf(font) {
  return Object.fromEntries(
    [...WANTED].flatMap((character) => {
      const glyph = font.charToGlyph(character);
      if (glyph.index === 0) return [];
      const advance = Math.round((glyph.advanceWidth * EM) / font.unitsPerEm);
      return [[character, [advance, ...(outline(glyph.getPath(0, 0, EM).commands) ?? [])]]];
    }),
  );
}

/** One glyph a line, so that a change can be read. */
function glyphsText(glyphs) {
  const weights = Object.entries(glyphs).map(([weight, table]) => {
    const lines = Object.entries(table).map(
      ([character, entry]) => `${JSON.stringify(character)}:${JSON.stringify(entry)}`,
    );
    return `${JSON.stringify(weight)}: {\n${lines.join(',\n')}\n}`;
  });
  return `{\n${weights.join(',\n')}\n}\n`;
}

/** Advances by weight and, of each weight, the characters that have them: many share one. */
function advancesText(glyphs) {
  const weights = Object.entries(glyphs).map(([weight, table]) => {
    const byAdvance = new Map();
    for (const [character, [advance]] of Object.entries(table)) {
      byAdvance.set(advance, `${byAdvance.get(advance) ?? ''}${character}`);
    }
    const lines = [...byAdvance].map(([advance, characters]) => `[${advance},${JSON.stringify(characters)}]`);
    return `${JSON.stringify(weight)}: [\n${lines.join(',\n')}\n]`;
  });
  return `{\n${weights.join(',\n')}\n}\n`;
}

const glyphs = {};
const embedded = {};
const printed = {};
for (const [weight, name] of Object.entries(WEIGHTS)) {
  const source = readFileSync(require.resolve(`inter-ui/web/Inter-${name}.woff2`));
  const options = { keepFeatures: [], noHinting: true, dropTables: ['GPOS', 'GSUB', 'GDEF'] };
  const plain = await subsetFont(source, WANTED, { ...options, targetFormat: 'sfnt' });
  glyphs[weight] = glyphsOf(opentype.parse(bytesOf(plain)));
  embedded[weight] = (await subsetFont(source, WANTED, { ...options, targetFormat: 'woff2' })).toString('base64');
  printed[weight] = plain.toString('base64');
}
writeFileSync(path.join(FOLDER, 'glyphs.json'), glyphsText(glyphs));
writeFileSync(path.join(FOLDER, 'advances.json'), advancesText(glyphs));
writeFileSync(path.join(FOLDER, 'embedded.json'), `${JSON.stringify(embedded, null, 2)}\n`);
writeFileSync(path.join(FOLDER, 'printed.json'), `${JSON.stringify(printed, null, 2)}\n`);
