import { SUPPRESSION_KINDS } from '../../diagram/schema.ts';
import { describe as wordsOf } from '../../validate/describe.ts';
import { placeName } from '../../validate/placeName.ts';
import type { Assessment, ElementRef } from '../../validate/report.ts';
import type { Block, Drawing } from './drawing.ts';
import { type Font, wrap } from './fitText.ts';
import { counted } from './header.ts';
import { byElement, type NumberedGap } from './numbering.ts';
import { group, marker, markerWidth, textLine } from './shapes.ts';
import { SEVERITY_STYLES } from './style.ts';
import { tag } from './xml.ts';

const HEADING: Font = { size: 16, weight: 'bold' };
const WHERE: Font = { size: 13, weight: 'bold' };
const TITLE: Font = { size: 12, weight: 'bold' };
const BODY: Font = { size: 12 };
const LINE = 16;
const COLUMNS = { severity: 60, text: 124 };
/** Longer lines are hard to read. */
const TEXT_WIDTH = 860;

/** Blocks one under the other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  let height = 0;
  let markup = '';
  for (const block of blocks) {
    if (height > 0) height += gap;
    markup += group(0, height, block.markup);
    height += block.height;
  }
  return { markup, height };
}

function paragraph(text: string, x: number, width: number, fill: string, font: Font, most: number): Block {
  const lines = wrap(text, width, font, most);
  const markup = lines.map((line, i) => textLine(line, x, 12 + i * LINE, fill, font)).join('');
  return { markup, height: lines.length * LINE };
}

/** What an element is, in words: its service, the services of its ends, or its kind of boundary. */
function kindText({ catalog }: Drawing, element: ElementRef): string {
  const name = (service: string) => catalog.services.get(service)?.service.shortName ?? service;
  if (element.kind === 'boundary') return catalog.boundaries.get(element.service)?.kind.name ?? element.service;
  return element.service.split(' → ').map(name).join(' → ');
}

function whereBlock(drawing: Drawing, element: ElementRef, width: number): Block {
  const text = `${placeName(element)} · ${kindText(drawing, element)}`;
  return { markup: textLine(text, 0, 14, drawing.palette.text, WHERE, width), height: 22 };
}

function gapRow(drawing: Drawing, { number, finding }: NumberedGap, width: number): Block {
  const { palette } = drawing;
  const { severity } = finding.compiled.control;
  const { title, remediation } = wordsOf(finding);
  const room = Math.min(width - COLUMNS.text, TEXT_WIDTH);
  const text = stack([
    paragraph(title, COLUMNS.text, room, palette.text, TITLE, 3),
    paragraph(remediation, COLUMNS.text, room, palette.dim, BODY, 8),
  ]);
  const range = { severity, first: number, last: number };
  const lead =
    marker(range, 48 - markerWidth(range), -2) +
    textLine(SEVERITY_STYLES[severity].label, COLUMNS.severity, 12, palette.text, BODY);
  return { markup: tag('g', { class: 'gap' }, lead, text.markup), height: text.height + 8 };
}

const heading = (text: string, fill: string): Block => ({ markup: textLine(text, 0, 18, fill, HEADING), height: 34 });

/** All gaps by element, with the numbers of the picture. */
export function gapList(drawing: Drawing, width: number): readonly Block[] {
  const { palette, groups, report } = drawing;
  const groupBlock = (each: (typeof groups)[number]) =>
    stack([whereBlock(drawing, each.element, width), ...each.gaps.map((gap) => gapRow(drawing, gap, width))]);
  return [stack([heading(counted(report.tally.gap, 'gap'), palette.text), ...groups.map(groupBlock)])];
}

function itemRow(drawing: Drawing, sign: string, text: string, width: number): Block {
  const { palette } = drawing;
  const body = paragraph(text, 24, Math.min(width - 24, TEXT_WIDTH), palette.dim, BODY, 3);
  return { markup: textLine(sign, 6, 12, palette.open, TITLE) + body.markup, height: body.height + 2 };
}

/** What has not been answered yet, by element; nothing when all is answered. */
export function questionList(drawing: Drawing, width: number): readonly Block[] {
  const { palette, report } = drawing;
  if (report.tally.unknown === 0) return [];
  const groups = byElement(report.findings, 'unknown').flatMap((findings) => {
    const first = findings[0];
    if (!first) return [];
    const rows = findings.map((finding) => itemRow(drawing, '?', wordsOf(finding).title, width));
    return [stack([whereBlock(drawing, first.element, width), ...rows, { markup: '', height: 6 }])];
  });
  return [stack([heading(counted(report.tally.unknown, 'open question'), palette.text), ...groups])];
}

function decisionText(assessment: Assessment): string {
  const { suppression, element } = assessment;
  if (!suppression) return '';
  const until = suppression.expiresOn === null ? 'without an end' : `until ${suppression.expiresOn}`;
  const owner = suppression.owner === '' ? '' : ` by ${suppression.owner}`;
  const what = `${placeName(element)}: ${wordsOf(assessment).title}`;
  return `${what}. ${SUPPRESSION_KINDS[suppression.kind]}${owner} ${until}: ${suppression.justification}`;
}

/** Decisions that hold, with their reasons; nothing when there are none. */
export function decisionList(drawing: Drawing, width: number): readonly Block[] {
  const { palette, report } = drawing;
  const decided = [...report.elements.values()]
    .flatMap(({ assessments }) => assessments.filter(({ outcome }) => outcome === 'suppressed'))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (decided.length === 0) return [];
  const rows = decided.map((assessment) => itemRow(drawing, '~', decisionText(assessment), width));
  return [stack([heading(`${counted(decided.length, 'accepted risk')}`, palette.text), ...rows])];
}
