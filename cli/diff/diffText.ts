import {
  type ComparedElement,
  type ComparedGap,
  type ComparedReview,
  overviewText,
  sidesText,
} from '../../shared/export/comparison.ts';
import { type Paint, safe } from '../paint.ts';

const gapLines =
  (paint: Paint, detailed: boolean) =>
  ({ severity, element, title, control, reason, remediation }: ComparedGap): readonly string[] => [
    `  ${severity.padEnd(8)}  ${paint('bold', safe(element))}  ${safe(title)}  ${paint('dim', `${control} (${reason})`)}`,
    ...(detailed ? [`            → ${safe(remediation)}`] : []),
  ];

const section = (title: string, lines: readonly string[], count = lines.length): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title} (${count})`, ...lines];

const nameOf = ({ name, service }: ComparedElement): string =>
  `${safe(name)}${service === '' ? '' : ` (${safe(service)})`}`;

const changeLines = (element: ComparedElement): readonly string[] => [
  `  ${nameOf(element)}`,
  ...element.changes.map(({ label, before, after }) => `      ${safe(label)}: ${safe(before)} → ${safe(after)}`),
];

function oneText(review: ComparedReview, paint: Paint): string {
  const { summary, opened, closed, added, removed, changed, rules, decisions } = review;
  const lines = [
    paint('bold', safe(sidesText(review))),
    summary,
    ...section(paint('red', 'GAPS OPENED'), opened.flatMap(gapLines(paint, true)), opened.length),
    ...section(paint('green', 'GAPS CLOSED'), closed.flatMap(gapLines(paint, false))),
    ...section(
      'RULES',
      rules.map(({ text }) => `  ${safe(text)}`),
    ),
    ...section(
      'DECISIONS',
      decisions.map((line) => `  ${safe(line)}`),
    ),
    ...section(
      'ADDED',
      added.map((element) => `  ${nameOf(element)}`),
    ),
    ...section(
      'REMOVED',
      removed.map((element) => `  ${nameOf(element)}`),
    ),
    ...section('CHANGED', changed.flatMap(changeLines), changed.length),
  ];
  return `${lines.join('\n')}\n`;
}

/** Comparisons for people; of several diagrams a line before them counts those added, deleted and changed. */
export function diffText(reviews: readonly ComparedReview[], paint: Paint): string {
  const overview = reviews.length > 1 ? [`${overviewText(reviews)}\n`] : [];
  return [...overview, ...reviews.map((review) => oneText(review, paint))].join('\n');
}
