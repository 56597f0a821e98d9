import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks, safeUrl } from '../../../renderer/inspector/links/findLinks.ts';
import { splitNote } from '../../../renderer/inspector/notes/splitNote.ts';
import { fittingWords, textProblem } from '../../../renderer/inspector/settings/problem.ts';
import { hostileText } from '../../support/arbitraries.ts';

const urls = (text: string) => findLinks(text).flatMap(({ url }) => url ?? []);

describe('links in a text', () => {
  it('end before what belongs to the sentence', () => {
    expect(urls('See https://a.example/x. Then (https://b.example/y) and “https://c.example/z(1)”!')).toEqual([
      'https://a.example/x',
      'https://b.example/y',
      'https://c.example/z(1)',
    ]);
  });

  it.each(['http://a.example', 'javascript:alert(1)', 'https://aws.com@evil.example/', 'https://', 'file:///etc'])(
    'are not made of %s',
    (text) => {
      expect(urls(text)).toEqual([]);
    },
  );

  it.each([
    'http://a.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'mailto:a@b',
    'data:text/html,x',
    'nothing',
  ])('and nothing is opened at %s', (address) => {
    expect(safeUrl(address)).toBeNull();
  });

  it('show the name of the host as the host is asked for', () => {
    expect(urls('https://аws.example/')).toEqual(['https://xn--ws-6kc.example/']); // a Cyrillic а
  });

  it('leave out no sign of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileText(), fc.constant(' https://a.example/b). '))), (parts) => {
        const text = parts.join('');
        expect(
          findLinks(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('parts of a note', () => {
  it('are the note again, whatever it holds', () => {
    const lines = fc.array(
      fc.oneof(hostileText(), fc.constantFrom('', '```', '- item', '> quote', 'word '.repeat(99))),
    );
    fc.assert(
      fc.property(lines, (texts) => {
        const note = texts.join('\n');
        expect(
          splitNote(note)
            .map(({ text }) => text)
            .join('\n'),
        ).toBe(note);
      }),
    );
  });

  it('keep a list and a fence whole, and are short otherwise', () => {
    const paragraph = `${'word '.repeat(240)}\n\n`;
    const fence = `\`\`\`\n${paragraph.repeat(3)}\`\`\``;
    expect(splitNote(`${paragraph.repeat(3)}- one\n\n- two`).map(({ text }) => text.slice(-6).trim())).toEqual([
      'word',
      'word',
      '- two',
    ]);
    expect(splitNote(fence)).toHaveLength(1);
  });

  it('are shown as typed where the marks would hold up the window', () => {
    expect(splitNote('>'.repeat(10_000)).map(({ isMarkdown }) => isMarkdown)).toEqual([false]);
    expect(splitNote('a\n\n'.repeat(3_000)).every(({ text }) => text.length < 1_200)).toBe(true);
    expect(splitNote('# Title\n\n- **one**\n- [two](https://a.example)')[0]?.isMarkdown).toBe(true);
  });
});

describe('what is typed as an answer', () => {
  const date = { id: 'createdOn', label: 'Created on', type: 'date' } as const;
  const text = { id: 'owner', label: 'Owner', type: 'text' } as const;

  it('is refused with what is expected', () => {
    expect(textProblem(date, 'yesterday')).toBe('This must be a date such as 2023-01-05.');
    expect(textProblem(date, '2023-02-30')).toMatch(/^This must be a date/);
    expect(textProblem(text, 'a\u202eb')).toMatch(/character that nobody sees/);
    expect(textProblem(text, 'x'.repeat(2_001))).toBe('Has 2,001 characters; at most 2,000 can be kept.');
  });

  it('is taken where it can be the answer, and where there is none', () => {
    expect(textProblem(date, ' 2024-02-29 ')).toBeNull();
    expect(textProblem(date, '')).toBeNull();
    expect(textProblem(text, 'Data platform')).toBeNull();
  });

  it('goes into a list but for the words that cannot', () => {
    expect(fittingWords(['a\u202e'], ['a\u202e', 'b', 'c\u202e'])).toEqual({
      fitting: ['a\u202e', 'b'],
      refused: { word: 'c\u202e', problem: expect.stringMatching(/nobody sees/) },
    });
  });
});
