import { catalogVersion } from '../../../catalog/catalogVersion.ts';
import { SEVERITIES } from '../../../catalog/terms.ts';
import { oneLine } from '../../../diagram/oneLine.ts';
import type { Block } from '../drawing.ts';
import { markLine, markSign } from '../drawMark.ts';
import { LEAST_WIDTH } from '../exportSvg.ts';
import { drawHeading, type Heading, titleText } from '../header.ts';
import { boundaryItems, drawItems, flowItems, type LegendItem, severityItems } from '../legend.ts';
import { MARK_STYLES, MARKS } from '../marks.ts';
import { drawPicture } from '../picture.ts';
import { MARKER_HEIGHT, sign } from '../shapes.ts';
import { svgDocument } from '../svgDocument.ts';
import { tag } from '../xml.ts';
import { type ComparisonDrawing, type ComparisonPictureInput, toComparisonDrawing } from './comparisonDrawing.ts';
import { drawComparisonLists } from './comparisonLists.ts';

const LINE_WIDTH = 36;

function headingOf(drawing: ComparisonDrawing, { names, review, date, catalog }: ComparisonPictureInput): Heading {
  const { tally } = drawing;
  const { hash, controls } = catalogVersion(catalog);
  const { added, removed, changed, opened, closed } = review;
  const worst = SEVERITIES.map((severity) => tally.bySeverity[severity]).join(' / ');
  const cells = [
    { label: 'Before', value: oneLine(names.before) },
    { label: 'After', value: oneLine(names.after) },
    { label: 'Date', value: date },
    { label: 'Elements', value: `${added.length} added · ${removed.length} removed · ${changed.length} changed` },
    { label: 'Gaps opened, worst first', value: `${opened.length} (${worst})` },
    { label: 'Gaps closed', value: String(closed.length) },
    { label: 'Catalog', value: `${hash} · ${controls} controls` },
  ];
  return { title: titleText(drawing), summary: review.summary, cells };
}

/** Marks with their lines, severities of gaps that opened, gaps that closed, flows, and kinds of boundary. */
function legendItems(drawing: ComparisonDrawing): readonly LegendItem[] {
  const { palette } = drawing;
  const marks = MARKS.map((mark) => ({
    sample:
      markSign(drawing, mark, 0, 0) +
      tag('path', { d: `M${MARKER_HEIGHT + 4} 9h${LINE_WIDTH}`, ...markLine(drawing, mark) }),
    sampleWidth: MARKER_HEIGHT + 4 + LINE_WIDTH,
    label: MARK_STYLES[mark].label,
  }));
  const closed = sign(drawing, '✓', MARKER_HEIGHT, 0, palette.met, 'Closed');
  return [
    ...marks,
    ...severityItems(drawing).map((item) => ({ ...item, label: `${item.label} opened` })),
    { sample: closed, sampleWidth: MARKER_HEIGHT, label: 'Gaps closed' },
    ...flowItems(drawing, 'Flow with gaps opened'),
    ...boundaryItems(drawing),
  ];
}

/**
 * Two states of a diagram in one SVG 1.1 document: the later one, and what it does not have any more where it was. What was
 * added, removed or changed has a sign and a line of its own, which need no colour; gaps that opened have numbered
 * markers, those that closed a tick with their numbers, and both are listed. Pure, like `exportSvg`.
 */
export function exportComparison(input: ComparisonPictureInput): string {
  const drawing = toComparisonDrawing(input);
  const heading = headingOf(drawing, input);
  const picture = drawPicture(drawing, LEAST_WIDTH);
  const { width } = picture;
  const blocks: readonly Block[] = [
    drawHeading(drawing, heading, width),
    drawItems(drawing, legendItems(drawing), width),
    picture,
    ...drawComparisonLists(drawing, input.review, width),
  ];
  return svgDocument(drawing, { title: heading.title, description: heading.summary, width, blocks });
}
