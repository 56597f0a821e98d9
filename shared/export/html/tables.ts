import { totalsText } from '../../validate/standards.ts';
import type { Review } from '../review.ts';
import { DATA_HEADINGS, dataCells } from '../reviewData.ts';
import { RULE_HEADINGS, ruleCells, rulesTitle } from '../reviewRules.ts';
import { SIGN_OFF_HEADINGS, signOffCells } from '../reviewSignOffs.ts';
import { notCoveredText, type ReviewStandard, type StandardParts, standardParts } from '../reviewStandard.ts';
import { catalogText, scopeNotes } from '../scopeText.ts';
import { el, html } from './element.ts';

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = el('tr', {}, ...headings.map((each) => el('th', { scope: 'col' }, each)));
  const body = rows.map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))));
  return el('div', { class: 'wide' }, el('table', {}, el('thead', {}, head), el('tbody', {}, ...body)));
}

const day = (text: string): string => el('span', { class: 'day' }, text);

/** What the rules of the diagram forbid, and the paths against them; nothing when there are none. */
export function ruleSection({ rules }: Review): string {
  if (rules.length === 0) return '';
  const rows = rules.map(ruleCells).map(({ cells, lines }) => [...cells.map(html), lines.map(html).join('<br>')]);
  return el('section', { id: 'rules' }, el('h2', {}, rulesTitle(rules)), table(RULE_HEADINGS, rows));
}

/** All decisions, with how they stand; nothing when there are none. */
export function decisionSection({ decisions }: Review): string {
  if (decisions.length === 0) return '';
  const rows = decisions.map((each) => [
    each.standingText,
    html(each.element?.name ?? 'not in the diagram'),
    html(each.title),
    html(`${each.kind}: ${each.justification}`),
    html(each.owner || 'nobody named'),
    day(each.decidedOn),
    day(each.expiresOn ?? 'no end'),
  ]);
  const headings = ['Standing', 'Element', 'Control', 'Decision', 'Owner', 'Decided', 'Until'];
  return el('section', { id: 'decisions' }, el('h2', {}, `Decisions (${decisions.length})`), table(headings, rows));
}

/** The data that reach each resource, and the way they came by; nothing where nothing is classified. */
export const dataSection = ({ data }: Review): string =>
  data.length === 0
    ? ''
    : el(
        'section',
        { id: 'data' },
        el('h2', {}, 'Data'),
        table(
          DATA_HEADINGS,
          data.map((each) => dataCells(each).map(html)),
        ),
      );

/** Who signed the diagram off, and whether that still holds; nothing when nobody did. */
export const signOffSection = ({ signOffs }: Review): string =>
  signOffs.length === 0
    ? ''
    : el(
        'section',
        { id: 'sign-offs' },
        el('h2', {}, `Sign-offs (${signOffs.length})`),
        table(
          SIGN_OFF_HEADINGS,
          signOffs
            .map(signOffCells)
            .map(([standing, reviewer, date, ...rest]) => [
              ...[standing, reviewer].map(html),
              day(date),
              ...rest.map(html),
            ]),
        ),
      );

const gapLinks = (numbers: readonly number[]): string =>
  numbers.map((number) => el('a', { href: `#gap-${number}` }, String(number))).join(', ');

/** Requirements without a row of their own: the diagram has nothing for them, or the catalog has no control. */
function otherRequirements({ notInDiagram, notCovered }: StandardParts): string {
  const absent = notInDiagram.map(({ id }) => id).join(', ');
  const reasons = notCovered.map((each) => el('li', {}, html(notCoveredText(each))));
  return (
    (absent === '' ? '' : el('p', {}, html(`Not in this diagram: ${absent}`))) +
    (reasons.length === 0 ? '' : el('p', {}, 'Without a control:') + el('ul', {}, ...reasons))
  );
}

/** The standard, requirement by requirement; nothing when none was asked for. */
export function standardSection(standard: ReviewStandard | null): string {
  if (standard === null) return '';
  const parts = standardParts(standard);
  const rows = parts.standing.map(({ id, title, words, gaps, controls }) => [
    html(id),
    html(title ?? ''),
    html(words),
    gapLinks(gaps),
    html(controls.join(', ')),
  ]);
  return el(
    'section',
    { id: 'standard' },
    el('h2', {}, html(`${standard.name} ${standard.version}`)),
    el('p', {}, `${totalsText(standard.totals, ', ')}. A mapping to controls, not a claim of compliance.`),
    rows.length === 0 ? '' : table(['Requirement', 'Title', 'Standing', 'Gaps', 'Controls'], rows),
    otherRequirements(parts),
  );
}

/** What was checked and what was not, and with which catalog. */
export function scopeSection({ scope, catalog }: Review): string {
  const notes = scopeNotes(scope).map(({ text, items }) => {
    const list = items.length === 0 ? '' : el('ul', {}, ...items.map((each) => el('li', {}, html(each))));
    return el('li', {}, html(text), list);
  });
  const version = el('li', {}, html(catalogText(catalog)));
  return el('section', { id: 'scope' }, el('h2', {}, 'What was checked'), el('ul', {}, ...notes, version));
}
