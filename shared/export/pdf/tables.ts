import { totalsText } from '../../validate/standards.ts';
import type { Review } from '../review.ts';
import { DATA_HEADINGS, dataCells } from '../reviewData.ts';
import { RULE_HEADINGS, ruleCells, rulesTitle } from '../reviewRules.ts';
import { SIGN_OFF_HEADINGS, signOffCells } from '../reviewSignOffs.ts';
import { notCoveredText, type ReviewStandard, type StandardParts, standardParts } from '../reviewStandard.ts';
import { catalogText, scopeNotes } from '../scopeText.ts';
import { type Content, columnWidths, heading, type Inline, line } from './content.ts';
import { gapId, type Setting } from './points.ts';

interface Column {
  readonly title: string;
  /** Of the width. */
  readonly share: number;
}

/** Characters of a row that is lower than any page, however narrow its columns. */
const SHORT = 600;

const lengthOf = (row: readonly Content[]): number => JSON.stringify(row).length;

function table(columns: readonly Column[], rows: readonly (readonly Content[])[], { width }: Setting): Content {
  const head = columns.map(({ title }) => line(title, 'head'));
  const widths = columnWidths(
    width,
    columns.map(({ share }) => share),
    'lightHorizontalLines',
  );
  const dontBreakRows = rows.every((row) => lengthOf(row) < SHORT);
  return { table: { headerRows: 1, dontBreakRows, widths, body: [head, ...rows] }, layout: 'lightHorizontalLines' };
}

const columnsOf = (headings: readonly string[], shares: readonly number[]): readonly Column[] =>
  headings.map((title, i) => ({ title, share: shares[i] ?? 0 }));

/** What the rules of the diagram forbid, and the paths against them; nothing when there are none. */
export function ruleSection({ rules }: Review, setting: Setting): readonly Content[] {
  if (rules.length === 0) return [];
  const columns = columnsOf(RULE_HEADINGS, [12, 10, 34, 44]);
  const rows = rules
    .map(ruleCells)
    .map(({ cells, lines }) => [...cells.map((cell) => line(cell)), { stack: lines.map((each) => line(each)) }]);
  return [heading(rulesTitle(rules), 'heading', { id: 'rules' }), table(columns, rows, setting)];
}

/** A table of texts, its columns as wide as their shares. */
function textTable(
  headings: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  setting: Setting,
): Content {
  return table(
    columnsOf(headings, shares),
    rows.map((cells) => cells.map((cell) => line(cell))),
    setting,
  );
}

/** The data that reach each resource, and the way they came by; nothing where nothing is classified. */
export const dataSection = ({ data }: Review, setting: Setting): readonly Content[] =>
  data.length === 0
    ? []
    : [
        heading('Data', 'heading', { id: 'data' }),
        textTable(DATA_HEADINGS, [24, 14, 62], data.map(dataCells), setting),
      ];

const DECISION_COLUMNS: readonly Column[] = [
  { title: 'Standing', share: 12 },
  { title: 'Element', share: 15 },
  { title: 'Control', share: 22 },
  { title: 'Decision', share: 27 },
  { title: 'Owner', share: 12 },
  { title: 'Decided', share: 12 },
  { title: 'Until', share: 12 },
];

/** All decisions, with how they stand; nothing when there are none. */
export function decisionSection({ decisions }: Review, setting: Setting): readonly Content[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map((each) => [
    line(each.standingText),
    line(each.element?.name ?? 'not in the diagram'),
    line(each.title),
    line(`${each.kind}: ${each.justification}`),
    line(each.owner || 'nobody named'),
    line(each.decidedOn),
    line(each.expiresOn ?? 'no end'),
  ]);
  return [
    heading(`Decisions (${decisions.length})`, 'heading', { id: 'decisions' }),
    table(DECISION_COLUMNS, rows, setting),
  ];
}

/** Who signed the diagram off, and whether that still holds; nothing when nobody did. */
export const signOffSection = ({ signOffs }: Review, setting: Setting): readonly Content[] =>
  signOffs.length === 0
    ? []
    : [
        heading(`Sign-offs (${signOffs.length})`, 'heading', { id: 'sign-offs' }),
        textTable(SIGN_OFF_HEADINGS, [20, 18, 12, 18, 32], signOffs.map(signOffCells), setting),
      ];

const STANDARD_COLUMNS: readonly Column[] = [
  { title: 'Requirement', share: 14 },
  { title: 'Title', share: 32 },
  { title: 'Standing', share: 16 },
  { title: 'Gaps', share: 10 },
  { title: 'Controls', share: 28 },
];

const gapLinks = (numbers: readonly number[]): readonly Inline[] =>
  numbers.flatMap((number, i) => [
    ...(i === 0 ? [] : [{ text: ', ' }]),
    { text: String(number), linkToDestination: gapId(number) },
  ]);

/** Requirements without a row of their own: the diagram has nothing for them, or the catalog has no control. */
function otherRequirements({ notInDiagram, notCovered }: StandardParts): readonly Content[] {
  const absent = notInDiagram.map(({ id }) => id).join(', ');
  const reasons = notCovered.map((each) => line(notCoveredText(each)));
  return [
    ...(absent === '' ? [] : [line(`Not in this diagram: ${absent}`, 'note')]),
    ...(reasons.length === 0 ? [] : [line('Without a control:', 'note'), { ul: reasons }]),
  ];
}

/** The standard, requirement by requirement; nothing when none was asked for. */
export function standardSection(standard: ReviewStandard | null, setting: Setting): readonly Content[] {
  if (standard === null) return [];
  const parts = standardParts(standard);
  const rows = parts.standing.map(({ id, title, words, gaps, controls }): readonly Content[] => [
    line(id),
    line(title ?? ''),
    line(words),
    { text: gapLinks(gaps) },
    line(controls.join(', ')),
  ]);
  return [
    heading(`${standard.name} ${standard.version}`, 'heading', { id: 'standard' }),
    line(`${totalsText(standard.totals, ', ')}. A mapping to controls, not a claim of compliance.`),
    ...(rows.length === 0 ? [] : [table(STANDARD_COLUMNS, rows, setting)]),
    ...otherRequirements(parts),
  ];
}

/** What was checked and what was not, and with which catalog. */
export function scopeSection({ scope, catalog }: Review): readonly Content[] {
  const notes = scopeNotes(scope).map(({ text, items }): Content => {
    if (items.length === 0) return line(text);
    return { stack: [line(text), { ul: items.map((each) => line(each)) }] };
  });
  return [heading('What was checked', 'heading', { id: 'scope' }), { ul: [...notes, line(catalogText(catalog))] }];
}
