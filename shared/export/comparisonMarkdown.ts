import type { Severity } from '../catalog/terms.ts';
import { type ComparedElement, type ComparedGap, type ComparedReview, overviewText, sidesText } from './comparison.ts';
import { markdownPicture, markdownText } from './markdownText.ts';
import { counted } from './text.ts';

const MARKS: Readonly<Record<Severity, string>> = { critical: '🟥', high: '🟧', medium: '🟨', low: '🟦', info: '⬜' };

const cell = (text: string): string => markdownText(text);

function gapTable(title: string, gaps: readonly ComparedGap[], last: string): readonly string[] {
  if (gaps.length === 0) return [];
  const rows = gaps.map(({ severity, element, title: what, control, reason, remediation }) => {
    const detail = last === 'What to do' ? remediation : reason;
    return `| ${MARKS[severity]} ${severity} | ${cell(element)} | ${cell(what)}<br>\`${control}\` | ${cell(detail)} |`;
  });
  return [
    `### ${title} (${gaps.length})`,
    '',
    `| Severity | Where | Gap | ${last} |`,
    '|---|---|---|---|',
    ...rows,
    '',
  ];
}

const elementLine = (sign: string, { name, service }: ComparedElement): string =>
  `- ${sign} **${cell(name)}**${service === '' ? '' : ` (${cell(service)})`}`;

function elementLines({ added, removed, changed }: ComparedReview): readonly string[] {
  if (added.length + removed.length + changed.length === 0) return [];
  return [
    '### Elements',
    '',
    ...added.map((element) => elementLine('added', element)),
    ...removed.map((element) => elementLine('removed', element)),
    ...changed.flatMap((element) => [
      elementLine('changed', element),
      ...element.changes.map(({ label, before, after }) => `  - ${cell(label)}: ${cell(before)} → ${cell(after)}`),
    ]),
    '',
  ];
}

function listLines(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`### ${title} (${lines.length})`, '', ...lines.map((line) => `- ${cell(line)}`), ''];
}

const questionLine = ({ questions: { opened, closed } }: ComparedReview): readonly string[] =>
  opened + closed === 0 ? [] : [`${counted(opened, 'question')} opened, ${closed} answered or gone.`, ''];

/** The picture of a comparison, by the address of it. */
function pictureLines({ after }: ComparedReview, picture: string | null): readonly string[] {
  const words = `Picture of ${after} before and after: added, removed and changed elements, gaps opened and closed`;
  return picture === null ? [] : [markdownPicture(words, picture), ''];
}

function oneMarkdown(review: ComparedReview, picture: string | null): string {
  const { summary, opened, closed } = review;
  const lines = [
    `## ${cell(sidesText(review))}`,
    '',
    summary,
    '',
    ...pictureLines(review, picture),
    ...gapTable('Gaps opened', opened, 'What to do'),
    ...gapTable('Gaps closed', closed, 'Why'),
    ...listLines(
      'Rules',
      review.rules.map(({ text }) => text),
    ),
    ...questionLine(review),
    ...listLines('Decisions', review.decisions),
    ...elementLines(review),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A comparison, and the address of its picture as a URL or a relative reference, encoded; null for none. */
export interface PicturedReview {
  readonly review: ComparedReview;
  readonly picture: string | null;
}

/**
 * Comparisons as Markdown for a pull request: what opened first, with what to do. Names stay texts. Of several diagrams a
 * line before them counts those that were added, deleted and changed; nothing where there are none.
 */
export function toComparisonMarkdown(reviews: readonly PicturedReview[]): string {
  const texts = reviews.map(({ review, picture }) => oneMarkdown(review, picture));
  const overview = reviews.length > 1 ? [`${overviewText(reviews.map(({ review }) => review))}\n`] : [];
  return [...overview, ...texts].join('\n');
}
