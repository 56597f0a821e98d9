import { SEVERITIES, type Severity } from '../catalog/terms.ts';
import { totalsText } from '../validate/standards.ts';
import type { ExportInput } from './input.ts';
import { markdownLink, markdownPicture, markdownText as md } from './markdownText.ts';
import { type Review, type ReviewGap, type ReviewQuestion, toReview } from './review.ts';
import { DATA_HEADINGS, dataCells } from './reviewData.ts';
import { RULE_HEADINGS, ruleCells, rulesTitle } from './reviewRules.ts';
import { SIGN_OFF_HEADINGS, signOffCells } from './reviewSignOffs.ts';
import { notCoveredText, type ReviewStandard, standardParts } from './reviewStandard.ts';
import { catalogText, scopeNotes } from './scopeText.ts';
import { SEVERITY_STYLES } from './svg/style.ts';
import { lineOf, reasonText, servesText, severitiesText, sizeText, summaryText } from './text.ts';

/** How the report is written. */
export interface MarkdownOptions {
  /** Where the picture is, seen from the report: a path or an address; null or left out for a report without one. */
  readonly picture?: string | null;
}

type Lines = readonly string[];

const table = (headings: Lines, rows: readonly Lines[]): Lines => {
  const line = (cells: Lines) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line), ''];
};

const pictureLine = ({ title }: Review, picture: string): Lines => [
  markdownPicture(`Picture of ${title}, with numbered gaps`, encodeURI(lineOf(picture))),
  '',
];

function head(review: Review, picture: string | null): Lines {
  const { title, file, date, tally, size } = review;
  return [
    `# ${md(title)}`,
    '',
    `**${md(summaryText(tally))}**`,
    '',
    md(`${sizeText(size)} · checked by Parapet on ${date}${file === null ? '' : ` · ${file}`}`),
    '',
    ...(picture === null ? [] : pictureLine(review, picture)),
  ];
}

const item = (heading: string, text: string): Lines => (text === '' ? [] : [`- **${heading}**: ${text}`]);

const gapLines = (gap: ReviewGap): Lines => [
  `#### ${gap.number} · ${md(gap.element.name)} · ${md(gap.title)}`,
  '',
  md(gap.gap),
  ...(gap.raise === null ? [] : [`Severity ${gap.raise}.`]),
  ...(gap.reopened === null ? [] : [`${md(gap.reopened)}`]),
  '',
  ...item('Why', md(gap.why)),
  ...item('Because', md(gap.because.map(reasonText).join('; '))),
  ...item('What to do', md(gap.remediation)),
  ...item('Where', md(gap.where.map(({ tool, place }) => `${tool}: ${place}`).join('; '))),
  ...item('Rule sets disagree', md(gap.disagreement ?? '')),
  ...item('Serves', md(servesText(gap.references))),
  ...item('Sources', gap.sources.map(({ title, url }) => markdownLink(title, url)).join(', ')),
  ...item('Control', md(`${gap.control} (${gap.category}), on ${gap.element.service}`)),
  '',
];

function severityLines(gaps: readonly ReviewGap[], severity: Severity): Lines {
  const own = gaps.filter((gap) => gap.severity === severity);
  if (own.length === 0) return [];
  return [`### ${SEVERITY_STYLES[severity].label} (${own.length})`, '', ...own.flatMap(gapLines)];
}

const gapSection = ({ gaps, tally }: Review): Lines => [
  `## Gaps (${gaps.length})`,
  '',
  ...(gaps.length === 0
    ? ['No control that was judged is a gap.', '']
    : [`${md(severitiesText(tally))}. Numbers are those of the markers in the picture.`, '']),
  ...SEVERITIES.flatMap((severity) => severityLines(gaps, severity)),
];

const questionLine = ({ title, asks, error }: ReviewQuestion): string => {
  const asked = error ?? asks.map((label) => (label.endsWith('?') ? label : `${label}?`)).join(' ');
  return asked === '' ? `  - ${md(title)}` : `  - **${md(asked)}** ${md(title)}`;
};

function questionSection({ questions }: Review): Lines {
  if (questions.length === 0) return [];
  const lines = questions.flatMap((question, i) => {
    const same = questions[i - 1]?.element.id === question.element.id;
    const { name, service } = question.element;
    return [...(same ? [] : [`- **${md(name)}** (${md(service)})`]), questionLine(question)];
  });
  return [`## Questions to answer (${questions.length})`, '', ...lines, ''];
}

function ruleSection({ rules }: Review): Lines {
  if (rules.length === 0) return [];
  const rows = rules.map(ruleCells).map(({ cells, lines }) => [...cells.map(md), lines.map(md).join('<br>')]);
  return [`## ${rulesTitle(rules)}`, '', ...table(RULE_HEADINGS, rows)];
}

function decisionSection({ decisions }: Review): Lines {
  if (decisions.length === 0) return [];
  const rows = decisions.map((each) => [
    each.standingText,
    md(each.element?.name ?? 'not in the diagram'),
    md(each.title),
    md(`${each.kind}: ${each.justification}`),
    md(each.owner || 'nobody named'),
    each.decidedOn,
    each.expiresOn ?? 'no end',
  ]);
  const headings = ['Standing', 'Element', 'Control', 'Decision', 'Owner', 'Decided', 'Until'];
  return [`## Decisions (${decisions.length})`, '', ...table(headings, rows)];
}

function dataSection({ data }: Review): Lines {
  if (data.length === 0) return [];
  const rows = data.map((each) => dataCells(each).map(md));
  return ['## Data', '', ...table(DATA_HEADINGS, rows)];
}

function signOffSection({ signOffs }: Review): Lines {
  if (signOffs.length === 0) return [];
  const rows = signOffs.map((each) => signOffCells(each).map(md));
  return [`## Sign-offs (${signOffs.length})`, '', ...table(SIGN_OFF_HEADINGS, rows)];
}

function standardSection(standard: ReviewStandard | null): Lines {
  if (standard === null) return [];
  const { standing, notInDiagram, notCovered } = standardParts(standard);
  const rows = standing.map((each) => [
    md(each.id),
    md(each.title ?? ''),
    md(each.words),
    each.gaps.join(', '),
    md(each.controls.join(', ')),
  ]);
  return [
    `## ${md(`${standard.name} ${standard.version}`)}`,
    '',
    `${md(totalsText(standard.totals, ', '))}. A mapping to controls, not a claim of compliance.`,
    '',
    ...(rows.length === 0 ? [] : table(['Requirement', 'Title', 'Standing', 'Gaps', 'Controls'], rows)),
    ...(notInDiagram.length === 0
      ? []
      : [`Not in this diagram: ${md(notInDiagram.map(({ id }) => id).join(', '))}`, '']),
    ...(notCovered.length === 0
      ? []
      : ['Without a control:', '', ...notCovered.map((each) => `- ${md(notCoveredText(each))}`), '']),
  ];
}

const scopeSection = ({ scope, catalog }: Review): Lines => [
  '## What was checked',
  '',
  ...scopeNotes(scope).flatMap(({ text, items }) => [`- ${md(text)}`, ...items.map((each) => `  - ${md(each)}`)]),
  `- ${md(catalogText(catalog))}`,
  '',
];

/** The review report as Markdown, for a pull request or a wiki. Names of the diagram are shown as they are, never as markup. */
export function toMarkdown(input: ExportInput, { picture = null }: MarkdownOptions = {}): string {
  const review = toReview(input);
  const lines = [
    ...head(review, picture),
    ...gapSection(review),
    ...ruleSection(review),
    ...questionSection(review),
    ...dataSection(review),
    ...decisionSection(review),
    ...signOffSection(review),
    ...standardSection(review.standard),
    ...scopeSection(review),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
