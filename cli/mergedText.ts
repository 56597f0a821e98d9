import { SEVERITIES } from '../shared/catalog/terms.ts';
import type { JsonFile, JsonReport, JsonSummary } from '../shared/export/json.ts';
import { type Paint, SEVERITY_FORMATS, safe } from './paint.ts';

function countsOf({ gap, bySeverity, unknown, satisfied, controls }: JsonSummary, paint: Paint): string {
  const severities = SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) =>
    paint(SEVERITY_FORMATS[severity], `${bySeverity[severity]} ${severity}`),
  );
  const gaps = gap === 0 ? 'no gaps' : `${gap === 1 ? '1 gap' : `${gap} gaps`}: ${severities.join(', ')}`;
  return `${gaps} · ${unknown} not answered · ${satisfied} of ${controls} controls met`;
}

const fileLine = (file: JsonFile, paint: Paint): string =>
  `${paint('bold', safe(file.file))}  ${'problem' in file ? safe(file.problem.message) : countsOf(file.summary, paint)}`;

/** A merged report for people: a line for each file, and one for all. */
export function mergedText({ files, summary }: JsonReport, paint: Paint): string {
  const total = `${paint('bold', files.length === 1 ? '1 diagram' : `${files.length} diagrams`)} · ${countsOf(summary, paint)}`;
  return `${[...files.map((file) => fileLine(file, paint)), '', total].join('\n')}\n`;
}
