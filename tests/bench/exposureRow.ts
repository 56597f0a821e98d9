import type { Catalog } from '../../shared/catalog/catalog.ts';
import { setBrings } from '../../shared/diagram/edit/data.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../shared/exposure/commonQuestions.ts';
import { findPaths } from '../../shared/exposure/findPaths.ts';
import { validate } from '../../shared/validate/validate.ts';
import { medianMs, type Row } from './measure.ts';

/** The common questions one after the other, on data that enter at one resource in twenty; the floor reads the elements. */
export function exposureRow(drawn: Diagram, catalog: Catalog, today: string): Row {
  const entries = drawn.resources.filter((_resource, i) => i % 20 === 0).map(({ id }) => id);
  const diagram = setBrings(drawn, entries, ['personal']);
  const judged = { diagram, catalog, report: validate(diagram, catalog, today) };
  let turn = 0;
  const ask = () => {
    const question = COMMON_QUESTIONS[turn++ % COMMON_QUESTIONS.length];
    return question && findPaths(judged, question);
  };
  const read = () => [...judged.report.elements.values()].filter(({ findings }) => findings.length > 0).length;
  return { what: 'exposure query', ms: medianMs(ask), floor: 'look at each element', floorMs: medianMs(read) };
}
