/** What is measured in a page: the engine and the memory settings that the app has, unlike Node's. */
import parts from 'virtual:parapet-catalog';
import { link } from '../../shared/catalog/link.ts';
import { validate } from '../../shared/validate/validate.ts';
import { bigDiagram } from './bigDiagram.ts';
import { editor } from './editor.ts';
import { medianMs, table } from './measure.ts';
import { touchAll } from './touchAll.ts';

const TODAY = '2026-11-21';

declare global {
  var measure: (size: number) => string;
}

globalThis.measure = (size) => {
  const catalog = link(parts);
  const diagram = bigDiagram(catalog, size);
  const report = validate(diagram, catalog, TODAY);
  return table(`${size} resources, in Chromium`, [
    {
      what: 'validate everything',
      ms: medianMs(() => validate(diagram, catalog, TODAY)),
      floor: 'touch every answer',
      floorMs: medianMs(() => touchAll(diagram)),
    },
    {
      what: 'one answer changed and validated',
      ms: medianMs(editor(diagram, catalog, TODAY)),
      floor: 'copy the map of a report',
      floorMs: medianMs(() => new Map(report.elements)),
    },
  ]);
};
