import { SEVERITIES, type Severity } from '../../catalog/terms.ts';
import { questionsByElement, type Review, type ReviewGap, type ReviewQuestion } from '../review.ts';
import { type Palette, SEVERITY_STYLES } from '../svg/style.ts';
import { reasonText, servesText, severitiesText } from '../text.ts';
import { bookmark, type Content, columnWidths, heading, type Inline, line, words } from './content.ts';

/** What all sections are set with. */
export interface Setting {
  readonly palette: Palette;
  /** Of the text, in points. */
  readonly width: number;
}

/** The destination of a gap. */
export const gapId = (number: number): string => `gap-${number}`;
const severityId = (severity: Severity): string => `gaps-${severity}`;

const textOf = (text: string): readonly Inline[] => (text === '' ? [] : [words(text)]);

/** Pages that a reader can open; nothing but https goes into the document as an address. */
const links = ({ sources }: ReviewGap): readonly Inline[] =>
  sources.flatMap(({ title, url }, i) => [
    ...(i === 0 ? [] : [{ text: ', ' }]),
    words(title, url.startsWith('https://') ? { link: url, color: '#2f6fb5' } : {}),
  ]);

const rowsOf = (gap: ReviewGap): readonly (readonly [string, readonly Inline[]])[] => [
  ['Why', textOf(gap.why)],
  ['Because', textOf(gap.because.map(reasonText).join('; '))],
  ['What to do', textOf(gap.remediation)],
  ['Where', textOf(gap.where.map(({ tool, place }) => `${tool}: ${place}`).join('; '))],
  ['Rule sets disagree', textOf(gap.disagreement ?? '')],
  ['Serves', textOf(servesText(gap.references))],
  ['Sources', links(gap)],
  ['Control', textOf(`${gap.control} (${gap.category}), on ${gap.element.service}`)],
];

function details(gap: ReviewGap, width: number): Content {
  const body = rowsOf(gap)
    .filter(([, inlines]) => inlines.length > 0)
    .map(([term, text]): readonly Content[] => [{ text: term, style: 'dim' }, { text }]);
  return {
    table: { headerRows: 0, widths: columnWidths(width, [15, 85], 'noBorders'), body },
    layout: 'noBorders',
    margin: [0, 2, 0, 12],
  };
}

/** The number as a label in the colours of its severity, then what is missing where. */
function pointHeading(gap: ReviewGap, { palette }: Setting): Content {
  const { fill, ink } = palette.severity[gap.severity];
  const name = `${gap.element.name}: ${gap.title}`;
  const number = { text: `\u00A0${gap.number}\u00A0`, color: ink, background: fill };
  const label = `  ${SEVERITY_STYLES[gap.severity].label}  `;
  return {
    text: [number, { text: label, color: palette.dim }, words(name)],
    style: 'point',
    ...bookmark(`${gap.number} ${name}`, { id: gapId(gap.number), under: severityId(gap.severity) }),
  };
}

/** A gap; `above` stays with its first lines. */
const gapBlock = (gap: ReviewGap, setting: Setting, above: readonly Content[]): readonly Content[] => [
  {
    stack: [
      ...above,
      pointHeading(gap, setting),
      line(gap.gap),
      ...(gap.raise === null ? [] : [line(`Severity ${gap.raise}.`, 'note')]),
      ...(gap.reopened === null ? [] : [line(gap.reopened, 'note')]),
    ],
    unbreakable: true,
  },
  details(gap, setting.width),
];

function severityGroup(gaps: readonly ReviewGap[], severity: Severity, setting: Setting): readonly Content[] {
  const own = gaps.filter((gap) => gap.severity === severity);
  const text = `${SEVERITY_STYLES[severity].label} (${own.length})`;
  const head = heading(text, 'group', { id: severityId(severity), under: 'gaps' });
  return own.flatMap((gap, i) => gapBlock(gap, setting, i === 0 ? [head] : []));
}

/** All gaps by severity, with the numbers of the picture. */
export const gapSection = ({ gaps, tally }: Review, setting: Setting): readonly Content[] => [
  heading(`Gaps (${gaps.length})`, 'heading', { id: 'gaps', open: true }),
  gaps.length === 0
    ? line('No control that was judged is a gap.')
    : line(`${severitiesText(tally)}. Numbers are those of the markers in the picture.`, 'dim'),
  ...SEVERITIES.flatMap((severity) => severityGroup(gaps, severity, setting)),
];

function questionItem({ title, asks, error }: ReviewQuestion): Content {
  const asked = error ?? asks.map((label) => (label.endsWith('?') ? label : `${label}?`)).join(' ');
  return { text: [...(asked === '' ? [] : [words(`${asked} `, { bold: true })]), words(title)] };
}

function questionsOf(questions: readonly ReviewQuestion[], { palette }: Setting): readonly Content[] {
  const element = questions[0]?.element;
  if (!element) return [];
  return [
    { text: [words(element.name), words(`\u00A0 ${element.service}`, { color: palette.dim })], style: 'point' },
    { ul: questions.map(questionItem), margin: [0, 0, 0, 8] },
  ];
}

/** What nobody has answered, by element; nothing when all is answered. */
export function questionSection({ questions }: Review, setting: Setting): readonly Content[] {
  if (questions.length === 0) return [];
  return [
    heading(`Questions to answer (${questions.length})`, 'heading', { id: 'questions' }),
    ...questionsByElement(questions).flatMap((own) => questionsOf(own, setting)),
  ];
}
