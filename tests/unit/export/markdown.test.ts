import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { toMarkdown } from '../../../shared/export/markdown.ts';
import { markdownLink, markdownText } from '../../../shared/export/markdownText.ts';
import { toReview } from '../../../shared/export/review.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOf, inputOfDiagram, inputOfFile } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const small = reviewCatalog();
const shipped = await shippedCatalog();

describe('the Markdown report', () => {
  it('is the reviewed one for a small diagram with a standard, and for hostile names', async () => {
    const one = toMarkdown(inputOf(formatDiagram(SMALL), small, 'orders.parapet', 'std'), { picture: 'my orders.svg' });
    const two = toMarkdown(inputOfDiagram(HOSTILE_NAMES, small), { picture: 'a>)b<c.svg' });
    await expect(one).toMatchFileSnapshot(path.join(GOLDEN, 'small.md'));
    await expect(two).toMatchFileSnapshot(path.join(GOLDEN, 'hostile.md'));
  });

  it('has a heading for every gap, with the number of the picture, under its severity', () => {
    for (const file of samplePaths()) {
      const input = inputOfFile(file, shipped, 'fsbp');
      const { gaps, questions } = toReview(input);
      const text = toMarkdown(input);
      const numbers = [...text.matchAll(/^#### (\d+) · /gm)].map((found) => Number(found[1]));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(gaps.map(({ number }) => number));
      for (const [severity, count] of Object.entries(input.report.tally.bySeverity)) {
        const heading = `### ${severity.charAt(0).toUpperCase()}${severity.slice(1)} (${count})\n`;
        expect(text.includes(heading)).toBe(count > 0);
      }
      expect(text).toContain(`## Gaps (${gaps.length})\n`);
      if (questions.length > 0) expect(text).toContain(`## Questions to answer (${questions.length})\n`);
      expect(text).not.toContain('![');
    }
  });

  it('says of an empty diagram, and of one with only unknown services, what there is to say', () => {
    const empty = { ...SMALL, boundaries: [], resources: [], flows: [], suppressions: [], texts: [] };
    expect(toMarkdown(inputOfDiagram(empty, small))).toContain('No control that was judged is a gap.');
    const unknown = { ...empty, resources: SMALL.resources.filter(({ service }) => service === 'mystery') };
    const text = toMarkdown(inputOfDiagram(unknown, small));
    expect(text).toContain('No element was checked.');
    expect(text).toContain('does not know them:\n  - box (mystery)');
  });
});

describe('a text as Markdown', () => {
  it('shows markup, mentions, references, addresses and beginnings of lists as they are', () => {
    expect(markdownText('*a* _b_ `c` [d](e) <f> |g| ~h~ $i$ {j} \\')).toBe(
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\|g\\| \\~h\\~ \\$i\\$ \\{j\\} \\\\',
    );
    expect(markdownText('@team #12 www.evil.example HTTPS://evil.example')).toBe(
      '@&#8203;team \\#&#8203;12 www&#8203;.evil.example HTTPS&#8203;://evil.example',
    );
    expect(['- a', '+ a', '= a', '1. a', '12) a', '# a', '3 a'].map(markdownText)).toEqual([
      '\\- a',
      '\\+ a',
      '\\= a',
      '&#8203;1. a',
      '&#8203;12) a',
      '\\# a',
      '3 a',
    ]);
    expect(markdownText('&lt; &#64;')).toBe('\\&lt; \\&\\#&#8203;64;');
  });

  it('links pages by https only', () => {
    expect(markdownLink('A [page]', 'https://docs.aws.amazon.com/a(b)')).toBe(
      '[A \\[page\\]](<https://docs.aws.amazon.com/a(b)>)',
    );
    expect(markdownLink('A', 'javascript:alert(1)')).toBe('A');
    expect(markdownLink('A', 'https://a.example/> b')).toBe('A');
  });
});
