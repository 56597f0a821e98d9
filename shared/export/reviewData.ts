import { classify } from '../classify/classify.ts';
import { reaching } from '../classify/propagate.ts';
import { wayOf, wayText } from '../classify/wayOf.ts';
import { classesOf, DATA_CLASSES, strengthOf } from '../dataClasses.ts';
import type { ElementRef } from '../validate/report.ts';
import type { ExportInput } from './input.ts';
import { elementWords, type ReviewElement } from './reviewPoint.ts';
import { lineOf, textOrder } from './text.ts';

/** A class of data that reaches a resource, and a shortest way that it came by. */
export interface ReviewData {
  readonly element: ReviewElement;
  readonly class: string;
  readonly way: string;
}

/** The data that reach each resource: resources in the order of the strongest that reach them, then of their names. */
export function reviewData(input: ExportInput): readonly ReviewData[] {
  const { diagram, catalog, report } = input;
  const classification = classify(input);
  const nameOf = (id: string): string => report.elements.get(id)?.element.name ?? id;
  const rowsOf = (element: ElementRef) =>
    classesOf(reaching(classification, element.id))
      .toReversed()
      .map((each) => ({
        element: elementWords(catalog, element),
        class: DATA_CLASSES[each],
        strength: strengthOf(each),
        way: lineOf(wayText(wayOf(input, element.id, each), nameOf)),
      }));
  return diagram.resources
    .flatMap(({ id }) => report.elements.get(id)?.element ?? [])
    .map(rowsOf)
    .filter((rows) => rows.length > 0)
    .sort(([a], [b]) => (b?.strength ?? 0) - (a?.strength ?? 0) || textOrder(nameAndId(a), nameAndId(b)))
    .flat();
}

const nameAndId = (row: ReviewData | undefined): string => `${row?.element.name}\n${row?.element.id}`;

/** The headings of a table of data. */
export const DATA_HEADINGS = ['Resource', 'Data', 'Came by'] as const;

/** The row of a class at a resource in such a table. */
export const dataCells = ({ element, class: name, way }: ReviewData): readonly string[] => [element.name, name, way];
