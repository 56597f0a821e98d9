import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { HASHES } from '../../../shared/export/html/policy.ts';
import { SCRIPT } from '../../../shared/export/html/script.ts';
import { STYLE } from '../../../shared/export/html/style.ts';
import { toHtml } from '../../../shared/export/html/toHtml.ts';
import { toReview } from '../../../shared/export/review.ts';
import { anchorOf } from '../../../shared/export/svg/anchors.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOf, inputOfDiagram, inputOfFile } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const small = reviewCatalog();
const shipped = await shippedCatalog();
const icons = shippedIcons();

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The report without style, script and picture, which are reviewed elsewhere. */
const wordsOf = (report: string): string =>
  report
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1>…</$1>')
    .replace(/(<figure[^>]*>)[\s\S]*?(<\/figure>)/, '$1…$2')
    .replace(/sha256-[^']*/g, 'sha256-…')
    .replaceAll('><', '>\n<');

describe('the HTML report', () => {
  it('says the reviewed words for a small diagram with a standard, and for hostile names', async () => {
    const one = toHtml(inputOf(formatDiagram(SMALL), small, 'orders.parapet', 'std'), icons);
    const two = toHtml(inputOfDiagram(HOSTILE_NAMES, small), icons);
    await expect(wordsOf(one)).toMatchFileSnapshot(path.join(GOLDEN, 'small.html.txt'));
    await expect(wordsOf(two)).toMatchFileSnapshot(path.join(GOLDEN, 'hostile.html.txt'));
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    expect(HASHES).toEqual({ style: hashOf(STYLE), script: hashOf(SCRIPT) });
    const report = toHtml(inputOfDiagram(SMALL, small), icons);
    expect(report.match(/<style[\s>]/g)).toHaveLength(1);
    expect(report.match(/<script[\s>]/g)).toHaveLength(1);
    expect(/<[^>]*\s(style|on\w+)=/i.test(report)).toBe(false);
    expect(report.includes(`content="default-src 'none'; style-src '${HASHES.style}'; script-src`)).toBe(true);
  });

  it('loads nothing: every address is in the page, or a link that a reader follows', () => {
    for (const file of samplePaths()) {
      const report = toHtml(inputOfFile(file, shipped, 'fsbp'), icons);
      const sources = [...report.matchAll(/\s(?:src|xlink:href|data|action|poster|srcset)="([^"]*)"/g)];
      expect(sources.filter(([, address]) => !address?.startsWith('#'))).toEqual([]);
      const links = [...report.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address]) => address ?? '');
      expect(links.filter((address) => !/^(#|https:)/.test(address))).toEqual([]);
      expect(/@import|url\((?!#)/.test(report)).toBe(false);
    }
  });

  it('has every gap once, with the number of the picture, and leads to where its element is drawn', () => {
    for (const file of samplePaths()) {
      const input = inputOfFile(file, shipped, 'fsbp');
      const report = toHtml(input, icons);
      const { gaps, questions } = toReview(input);
      for (const { number, element } of gaps) {
        expect(report.split(`id="gap-${number}"`)).toHaveLength(2);
        expect(report.split(`id="${anchorOf(element.id)}"`)).toHaveLength(2);
      }
      for (const { element } of questions) expect(report.split(`id="${anchorOf(element.id)}"`)).toHaveLength(2);
      expect(report.includes(`<h2>Gaps (${gaps.length})</h2>`)).toBe(true);
    }
  });

  it('never lets a name end the element that it stands in', () => {
    const report = toHtml(inputOfDiagram(HOSTILE_NAMES, small), icons);
    expect(report.match(/<script/gi)).toHaveLength(1);
    expect(report.match(/<\/title>/gi)?.length).toBe(report.match(/<title>/gi)?.length);
    expect(/<img|<svg onload|<b>no/i.test(report)).toBe(false);
  });

  it("shows names of other scripts in the picture, too, with the reader's own fonts", () => {
    const [first, ...resources] = SMALL.resources;
    if (!first) throw new Error('a resource');
    const report = toHtml(
      inputOfDiagram({ ...SMALL, resources: [{ ...first, name: '注文 طلبات' }, ...resources] }, small),
      icons,
    );
    const [picture = ''] = /<figure[\s\S]*?<\/figure>/.exec(report) ?? [];
    expect(picture).toContain('>注文 طلبات</text>');
    expect(picture).not.toContain('□');
  });
});
