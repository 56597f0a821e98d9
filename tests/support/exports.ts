import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import { standardsOf } from '../../shared/validate/standards.ts';
import { validate } from '../../shared/validate/validate.ts';

export const TODAY = '2026-11-21';

/** The diagram that a text holds; the test fails when it holds none. */
export function diagramIn(text: string): Diagram {
  const parsed = parseDiagram(text);
  if (!parsed.ok) throw new Error(`${parsed.message} ${JSON.stringify(parsed.problems)}`);
  return parsed.diagram;
}

/** What exports are made from, of the text of a file. */
export function inputOf(text: string, catalog: Catalog, name = 'design.parapet', standardId?: string): ExportInput {
  const diagram = diagramIn(text);
  const standard = standardsOf(catalog).find(({ id }) => id === standardId) ?? null;
  const report = validate(diagram, catalog, TODAY);
  return { diagram, catalog, report, date: TODAY, standard, file: { name, text } };
}

/** The same of a diagram, as Parapet writes its file. */
export const inputOfDiagram = (diagram: Diagram, catalog: Catalog): ExportInput =>
  inputOf(formatDiagram(diagram), catalog);

/** The same of a file on disk. */
export const inputOfFile = (file: string, catalog: Catalog, standardId?: string): ExportInput =>
  inputOf(readFileSync(file, 'utf8'), catalog, path.basename(file), standardId);
