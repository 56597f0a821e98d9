import type { Catalog } from '../../shared/catalog/catalog.ts';
import { setBrings } from '../../shared/diagram/edit/data.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../shared/exposure/commonQuestions.ts';
import { findPaths } from '../../shared/exposure/findPaths.ts';
import { createRuleJudge } from '../../shared/exposure/rules.ts';
import { validate } from '../../shared/validate/validate.ts';
import { editor } from './editor.ts';
import { medianMs, type Row } from './measure.ts';

const withData = (drawn: Diagram): Diagram =>
  setBrings(
    drawn,
    drawn.resources.filter((_resource, i) => i % 20 === 0).map(({ id }) => id),
    ['personal'],
  );

/** One answer changed, validated, and the common questions judged as rules; the floor copies the map of a report. */
export function rulesRow(drawn: Diagram, catalog: Catalog, today: string): Row {
  const rules = COMMON_QUESTIONS.map((question, i) => ({ id: `${i}`, name: '', question, severity: 'high' as const }));
  const diagram = { ...withData(drawn), rules };
  const judge = createRuleJudge();
  const edit = editor(diagram, catalog, today, judge);
  const { elements } = validate(diagram, catalog, today);
  const copy = () => new Map(elements);
  return {
    what: 'the same with five rules judged',
    ms: medianMs(edit),
    floor: 'copy the map of a report',
    floorMs: medianMs(copy),
  };
}

/** The common questions one after the other, on data that enter at one resource in twenty; the floor reads the elements. */
export function exposureRow(drawn: Diagram, catalog: Catalog, today: string): Row {
  const diagram = withData(drawn);
  const judged = { diagram, catalog, report: validate(diagram, catalog, today) };
  let turn = 0;
  const ask = () => {
    const question = COMMON_QUESTIONS[turn++ % COMMON_QUESTIONS.length];
    return question && findPaths(judged, question);
  };
  const read = () => [...judged.report.elements.values()].filter(({ findings }) => findings.length > 0).length;
  return { what: 'exposure query', ms: medianMs(ask), floor: 'look at each element', floorMs: medianMs(read) };
}
