import type { Severity } from '../catalog/terms.ts';
import type { ComparedElement, ComparedGap, ComparedReview } from './comparison.ts';
import { markdownText } from './markdownText.ts';
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

function decisionLines({ decisions }: ComparedReview): readonly string[] {
  if (decisions.length === 0) return [];
  return [`### Decisions (${decisions.length})`, '', ...decisions.map((line) => `- ${cell(line)}`), ''];
}

const questionLine = ({ questions: { opened, closed } }: ComparedReview): readonly string[] =>
  opened + closed === 0 ? [] : [`${counted(opened, 'question')} opened, ${closed} answered or gone.`, ''];

/** A comparison as Markdown for a pull request: what opened first, with what to do. Names stay texts. */
export function toComparisonMarkdown(review: ComparedReview): string {
  const { before, after, summary, opened, closed } = review;
  const sides = before === after ? cell(after) : `${cell(before)} → ${cell(after)}`;
  const lines = [
    `## ${sides}`,
    '',
    summary,
    '',
    ...gapTable('Gaps opened', opened, 'What to do'),
    ...gapTable('Gaps closed', closed, 'Why'),
    ...questionLine(review),
    ...decisionLines(review),
    ...elementLines(review),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
