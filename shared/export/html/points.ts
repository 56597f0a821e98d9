import { SEVERITIES, type Severity } from '../../catalog/terms.ts';
import { questionsByElement, type Review, type ReviewGap, type ReviewQuestion } from '../review.ts';
import type { ReviewElement } from '../reviewPoint.ts';
import { anchorOf } from '../svg/anchors.ts';
import { SEVERITY_STYLES } from '../svg/style.ts';
import { reasonText, servesText, severitiesText } from '../text.ts';
import { el, html, pageLink } from './element.ts';

const glyph = (severity: Severity): string =>
  el('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, el('path', { d: SEVERITY_STYLES[severity].glyph }));

const row = (term: string, markup: string, name?: string): string =>
  markup === '' ? '' : el('dt', {}, term) + el('dd', { class: name }, markup);

function details(gap: ReviewGap): string {
  const { why, because, remediation, where, disagreement, references, sources, control, category, element } = gap;
  return el(
    'dl',
    {},
    row('Why', html(why)),
    row('Because', because.map((reason) => html(reasonText(reason))).join('; ')),
    row('What to do', html(remediation)),
    row('Where', where.map(({ tool, place }) => html(`${tool}: ${place}`)).join('<br>')),
    row('Rule sets disagree', html(disagreement ?? '')),
    row('Serves', html(servesText(references)), 'serves'),
    row('Sources', sources.map(pageLink).join(', '), 'sources'),
    row('Control', html(`${control} (${category}), on ${element.service}`)),
  );
}

/** What ties a finding to its element: where it is drawn, and what it is called. */
const about = (element: ReviewElement) => ({ 'data-element': anchorOf(element.id), 'data-name': element.name });

/** A link into the picture, to where the element is drawn. */
const locate = (element: ReviewElement, attributes: Readonly<Record<string, string>>, markup: string): string =>
  el('a', { href: `#${anchorOf(element.id)}`, title: 'Show in the picture', ...attributes }, markup);

function gapArticle(gap: ReviewGap): string {
  const { number, severity, raise, element, title, reopened } = gap;
  const { label } = SEVERITY_STYLES[severity];
  return el(
    'article',
    { class: `point ${severity}`, id: `gap-${number}`, 'data-severity': severity, ...about(element) },
    el(
      'h4',
      {},
      locate(
        element,
        { class: `locate number ${severity}`, 'aria-label': `${label} gap ${number}` },
        glyph(severity) + number,
      ),
      html(`${element.name}: ${title}`),
    ),
    el('p', {}, html(gap.gap)),
    raise === null ? '' : el('p', { class: 'note' }, html(`Severity ${raise}.`)),
    reopened === null ? '' : el('p', { class: 'note' }, html(reopened)),
    details(gap),
  );
}

function severityGroup(gaps: readonly ReviewGap[], severity: Severity): string {
  const own = gaps.filter((gap) => gap.severity === severity);
  if (own.length === 0) return '';
  const heading = el('h3', {}, `${SEVERITY_STYLES[severity].label} (${own.length})`);
  return el('section', { class: 'group' }, heading, ...own.map(gapArticle));
}

/** All gaps by severity. */
export const gapSection = ({ gaps, tally }: Review): string =>
  el(
    'section',
    { id: 'gaps' },
    el('h2', {}, `Gaps (${gaps.length})`),
    gaps.length === 0
      ? el('p', {}, 'No control that was judged is a gap.')
      : el('p', { class: 'dim' }, `${severitiesText(tally)}. Numbers are those of the markers in the picture.`),
    ...SEVERITIES.map((severity) => severityGroup(gaps, severity)),
  );

const questionItem = ({ title, asks, error }: ReviewQuestion): string => {
  const asked = error ?? asks.map((label) => (label.endsWith('?') ? label : `${label}?`)).join(' ');
  return el('li', {}, asked === '' ? '' : `${el('strong', {}, html(asked))} `, html(title));
};

/** The questions about one element. */
function questionArticle(questions: readonly ReviewQuestion[]): string {
  const element = questions[0]?.element;
  if (!element) return '';
  return el(
    'article',
    { class: 'point', ...about(element) },
    el(
      'h4',
      {},
      locate(element, { class: 'locate' }, html(element.name)),
      ` ${el('span', { class: 'dim' }, html(element.service))}`,
    ),
    el('ul', {}, ...questions.map(questionItem)),
  );
}

/** What nobody has answered, by element; nothing when all is answered. */
export function questionSection({ questions }: Review): string {
  if (questions.length === 0) return '';
  const articles = questionsByElement(questions).map(questionArticle);
  return el(
    'section',
    { id: 'questions', class: 'group' },
    el('h2', {}, `Questions to answer (${questions.length})`),
    ...articles,
  );
}
