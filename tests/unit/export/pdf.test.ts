import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { signOff } from '../../../shared/diagram/edit/signOff.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { legible } from '../../../shared/export/font/legible.ts';
import type { ExportInput } from '../../../shared/export/input.ts';
import { MARGIN, type PdfOptions } from '../../../shared/export/pdf/options.ts';
import { MOST_FINDINGS, pdfDocument } from '../../../shared/export/pdf/pdfDocument.ts';
import { MOST_SHEETS } from '../../../shared/export/pdf/picturePages.ts';
import { printPdf } from '../../../shared/export/pdf/printPdf.ts';
import { layTiles, OVERLAP, tilesOf } from '../../../shared/export/pdf/tiling.ts';
import { toReview } from '../../../shared/export/review.ts';
import { SEVERITY_STYLES } from '../../../shared/export/svg/style.ts';
import { summaryText } from '../../../shared/export/text.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOfDiagram, inputOfFile } from '../../support/exports.ts';
import { readPdf } from '../../support/pdf.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const shipped = await shippedCatalog();
const small = reviewCatalog();
const icons = shippedIcons();

function print(input: ExportInput, options?: PdfOptions): Promise<Uint8Array> {
  const made = pdfDocument(input, icons, options);
  if (!made.ok) throw new Error(`${made.count} ${made.tooMany}`);
  return printPdf(made.document);
}

/** Without blanks, as lines are broken anywhere. */
const flat = (text: string): string => text.replace(/\s+/g, '');
const [sample = ''] = samplePaths();

describe('the PDF', () => {
  it('shows the picture with text that can be selected, drawn and not made of pixels, then every gap by its number', async () => {
    const input = inputOfFile(sample, shipped, 'fsbp');
    const review = toReview(input);
    const bytes = await print(input);
    const { pages } = await readPdf(bytes);
    const foot = new RegExp(`${flat(`${review.title} · ${review.date}`)}\\d+/\\d+$`);
    const [picture = '', ...report] = pages.map((page) => flat(page).replace(foot, ''));
    for (const { name } of input.diagram.resources) expect(picture).toContain(flat(name));
    expect(picture).toContain(flat(summaryText(review.tally)));
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(false);
    const text = report.join('');
    expect(text).toContain(flat(summaryText(review.tally)));
    for (const { number, severity, element, title, gap, why, remediation } of review.gaps) {
      const heading = `${number}${SEVERITY_STYLES[severity].label}${element.name}: ${title}`;
      expect(text).toContain(flat(heading));
      for (const part of [gap, why, remediation]) expect(text).toContain(flat(part));
    }
    for (const { title, asks } of review.questions)
      for (const part of [title, ...asks]) expect(text).toContain(flat(part));
    for (const { owner, justification } of review.decisions)
      for (const part of [owner, justification]) expect(text).toContain(flat(part));
    for (const { id } of review.standard?.requirements ?? []) expect(text).toContain(id);
    expect(text).toContain(review.catalog.hash);
  });

  it('keeps its tables within the margins, with the data that reach each resource and the way they came by', async () => {
    const shop = inputOfFile(path.join(import.meta.dirname, '../classify/shop.parapet'), shipped);
    const diagram = signOff(shop.diagram, { reviewer: 'Ann', date: '2026-11-22', scope: 'all' });
    const { pages, rights, sizes } = await readPdf(await print({ ...shop, diagram }));
    const text = pages.slice(1).map(flat).join('');
    for (const { element, class: name, way } of toReview(shop).data) {
      expect(text).toContain(flat(`${element.name}${name}${way}`));
    }
    const over = rights.filter((right, i) => i > 0 && right > (sizes[i]?.[0] ?? 0) - MARGIN + 0.5);
    expect(over).toEqual([]);
  });

  it('has document properties, and bookmarks for the picture, each section and each gap', async () => {
    const input = inputOfDiagram(SMALL, small);
    const { info, outline } = await readPdf(await print(input));
    expect(info).toMatchObject({
      Title: 'Orders',
      Subject: summaryText(input.report.tally),
      Creator: 'Parapet',
      CreationDate: 'D:20261121000000Z',
      Language: 'en',
    });
    const tree = (items: typeof outline, depth = 0): readonly string[] =>
      items.flatMap(({ title, items: under }) => [`${'  '.repeat(depth)}${title}`, ...tree(under, depth + 1)]);
    expect(tree(outline)).toMatchInlineSnapshot(`
      [
        "Picture",
        "Orders",
        "Gaps (2)",
        "  Critical (1)",
        "    1 incoming: Let nobody else send",
        "  High (1)",
        "    2 incoming: Encrypt the queue",
        "Questions to answer (3)",
        "Decisions (5)",
        "What was checked",
      ]
    `);
  });

  it('has the same bytes for the same input, and others on another day', async () => {
    const input = inputOfDiagram(SMALL, small);
    const [one, two, later] = [await print(input), await print(input), await print({ ...input, date: '2026-11-22' })];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  it.each([
    [{}, [842, 595], [595, 842]],
    [{ paper: 'a3' }, [1191, 842], [842, 1191]],
    [{ paper: 'letter', orientation: 'portrait' }, [612, 792], [612, 792]],
  ] as const)('fits the picture to its page and the report to upright ones: %o', async (options, picture, report) => {
    const { sizes } = await readPdf(await print(inputOfDiagram(SMALL, small), options));
    expect(sizes[0]).toEqual(picture);
    expect(sizes.length).toBeGreaterThan(1);
    for (const size of sizes.slice(1)) expect(size).toEqual(report);
  });

  it('is the picture alone without lists or annotations, and of an empty diagram', async () => {
    const input = inputOfDiagram(SMALL, small);
    for (const options of [{ lists: false }, { annotations: 'none' }] as const) {
      expect((await readPdf(await print(input, options))).pages).toHaveLength(1);
    }
    const empty = await readPdf(await print(inputOfDiagram(emptyDiagram('Nothing'), small)));
    expect(flat(empty.pages[0] ?? '')).toContain(flat('Nothing is on the canvas yet.'));
    expect(empty.pages).toHaveLength(2);
  });

  it('shows hostile names as they are written, leads nowhere but to sources, and runs nothing', async () => {
    const bytes = await print(inputOfDiagram(HOSTILE_NAMES, small));
    const { pages, addresses, info } = await readPdf(bytes);
    expect(info.Title).toBe(HOSTILE_NAMES.name);
    expect(flat(pages.join(''))).toContain(flat(HOSTILE_NAMES.name));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(
      /\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|AcroForm)\b/.test(Buffer.from(bytes).toString('latin1')),
    ).toBe(false);
  });

  it('shows a box for each letter that its font lacks, and keeps the letters in bookmarks and properties', async () => {
    const name = 'طلبات';
    const [first, ...resources] = SMALL.resources;
    if (!first) throw new Error('a resource');
    const diagram = { ...SMALL, name, resources: [{ ...first, name: '注文 👩‍💻 Ж' }, ...resources] };
    const { pages, info, outline } = await readPdf(await print(inputOfDiagram(diagram, small)));
    expect(info.Title).toBe(name);
    expect(outline[1]?.title).toBe(name);
    expect(pages[0]).toContain('□□ □ Ж');
    expect(pages[1]).toContain('□□□□□');
    expect(pages[1]).toContain('□ stands for a character');
    expect(legible('e\u0301 \u200Bok')).toBe('é ok');
  });
});

it('is refused where the report would have more findings than anybody prints; the picture alone is made', () => {
  const input = inputOfDiagram(SMALL, small);
  const [finding] = input.report.findings;
  if (!finding) throw new Error('a finding');
  const findings = Array.from({ length: MOST_FINDINGS + 1 }, () => finding);
  const large = { ...input, report: { ...input.report, findings } };
  expect(pdfDocument(large, icons)).toEqual({ ok: false, tooMany: 'findings', count: MOST_FINDINGS + 1 });
  expect(pdfDocument(large, icons, { lists: false }).ok).toBe(true);
});

describe('the picture over several sheets', () => {
  const input = inputOfFile(sample, shipped);
  const titlesOf = (items: readonly { readonly title: string }[] = []) => items.map(({ title }) => title);
  /** Names of resources, by the sheets that their text is on. */
  const shownOn = (pages: readonly string[]) =>
    input.diagram.resources.map(({ name }) => pages.filter((page) => flat(page).includes(flat(name))).length);

  it('has sheets of the paper chosen with name and bookmark, each with what it shows as text, then the report', async () => {
    const bytes = await print(input, { tiles: 'full', paper: 'letter', orientation: 'landscape' });
    const { pages, sizes, outline } = await readPdf(bytes);
    expect(titlesOf(outline).slice(0, 2)).toEqual(['Picture', toReview(input).title]);
    const names = titlesOf(outline[0]?.items);
    expect(names).toEqual(['Sheet A1', 'Sheet B1', 'Sheet A2', 'Sheet B2']);
    const sheets = pages.slice(0, names.length);
    sheets.forEach((page, i) => {
      expect(sizes[i]).toEqual([792, 612]);
      expect(flat(page)).toContain(flat(`${names[i]?.replace('Sheet ', '')} 2 × 2 sheets.`));
    });
    for (const count of shownOn(sheets)) expect(count).toBeGreaterThan(0);
    expect(Math.min(...shownOn(sheets))).toBe(1); // not everything on every sheet
    expect(sizes[names.length]).toEqual([612, 792]);
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(false);
  });

  it.each([1, 2, 3, 7])('is %i sheets wide when asked to be, and shows every pixel', (across) => {
    const picture = { width: 1600, height: 900 };
    const tiling = layTiles(picture, { width: 595, height: 842 }, across);
    const windows = tilesOf(tiling).map(({ window }) => window);
    expect(tiling.columns).toBe(across);
    const last = windows.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThan(picture.width - 0.01);
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeGreaterThan(picture.height - 0.01);
    windows.slice(1).forEach((window, i) => {
      const before = windows[i];
      if (before && before.y === window.y) {
        expect((before.x + before.width - window.x) * tiling.scale).toBeCloseTo(OVERLAP, 6);
      }
    });
  });

  it('lies so that full size takes fewer sheets, and is refused where it took more than anybody glues', () => {
    const turned = (orientation: PdfOptions['orientation']) => {
      const made = pdfDocument(input, icons, { tiles: 'full', ...(orientation && { orientation }) });
      return made.ok ? made.document.sheets : made.count;
    };
    expect(turned('auto')).toBe(Math.min(turned('landscape'), turned('portrait')));
    const [resource] = SMALL.resources;
    if (!resource) throw new Error('a resource');
    const far = { ...resource, id: 'far', name: 'far', position: { x: 40_000, y: 9_000 } };
    const wide = inputOfDiagram({ ...SMALL, resources: [...SMALL.resources, far] }, small);
    const refused = pdfDocument(wide, icons, { tiles: 'full' });
    expect(refused).toMatchObject({ ok: false, tooMany: 'sheets' });
    expect(refused.ok ? 0 : refused.count).toBeGreaterThan(MOST_SHEETS);
    expect(pdfDocument(wide, icons, { tiles: 4 }).ok).toBe(true);
  });
});
