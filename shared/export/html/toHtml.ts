import { SEVERITIES } from '../../catalog/terms.ts';
import type { IconSource } from '../icon.ts';
import type { ExportInput } from '../input.ts';
import { type Review, toReview } from '../review.ts';
import { exportSvg } from '../svg/exportSvg.ts';
import { SEVERITY_STYLES } from '../svg/style.ts';
import { sizeText, summaryText } from '../text.ts';
import { el, html } from './element.ts';
import { gapSection, questionSection } from './points.ts';
import { POLICY } from './policy.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { dataSection, decisionSection, ruleSection, scopeSection, signOffSection, standardSection } from './tables.ts';

function head({ title, date }: Review): string {
  return el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('title', {}, html(`${title}: security review, ${date}`)),
    el('style', {}, STYLE),
  );
}

function top({ title, tally, size, date, file }: Review): string {
  const from = file === null ? '' : ` · ${file}`;
  return el(
    'header',
    {},
    el('h1', {}, html(title)),
    el('p', { class: 'lead' }, html(summaryText(tally))),
    el('p', { class: 'dim' }, html(`${sizeText(size)} · checked by Parapet on ${date}${from}`)),
  );
}

const checkbox = (label: string, attributes: Readonly<Record<string, string>>): string =>
  el('label', {}, el('input', { type: 'checkbox', checked: true, ...attributes }), label);

/** Filters; the script shows them, for without it they would do nothing. */
function filterBar({ tally }: Review): string {
  const severities = SEVERITIES.filter((severity) => tally.bySeverity[severity] > 0).map((severity) =>
    checkbox(`${SEVERITY_STYLES[severity].label} ${tally.bySeverity[severity]}`, { name: 'severity', value: severity }),
  );
  return el(
    'div',
    { class: 'bar', id: 'filter', role: 'search', hidden: true },
    ...severities,
    el('label', {}, 'Text', el('input', { type: 'search', id: 'search' })),
    el('button', { type: 'button', id: 'clear', hidden: true }, 'Show all'),
    el('span', { id: 'status', role: 'status', class: 'dim' }),
  );
}

/** The picture, without what the report says itself. Its letters are outlines, but for scripts that the reader's own fonts draw. */
function picture(input: ExportInput, icons: IconSource): string {
  const svg = exportSvg({ ...input, icons, lists: false, lettering: 'mixed', embed: false });
  const figure = el(
    'figure',
    { class: 'fit', tabindex: '0', 'aria-label': 'Picture of the diagram, with numbered gaps' },
    svg.replace(/^<\?xml[^>]*>\s*/, ''),
  );
  const fit = checkbox('Fit the picture', { id: 'fit' });
  const hint = el('span', { class: 'dim' }, 'Click a finding to see where it is, or an element to see its findings.');
  return figure + el('div', { class: 'bar', hidden: true }, fit, hint);
}

/**
 * The review report as one HTML file that needs nothing else: style, script and picture are in it, and its policy forbids
 * everything from elsewhere. `icons` are those of the picture.
 */
export function toHtml(input: ExportInput, icons: IconSource): string {
  const review = toReview(input);
  const body = el(
    'body',
    {},
    top(review),
    picture(input, icons),
    el(
      'main',
      {},
      filterBar(review),
      gapSection(review),
      ruleSection(review),
      questionSection(review),
      dataSection(review),
      decisionSection(review),
      signOffSection(review),
      standardSection(review.standard),
      scopeSection(review),
    ),
    el('script', {}, SCRIPT),
  );
  return `<!doctype html>\n${el('html', { lang: 'en' }, head(review), body)}\n`;
}
