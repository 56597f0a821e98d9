import { SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { brokenText } from '../../shared/exposure/words.ts';
import { type Paint, SEVERITY_FORMATS, safe } from '../paint.ts';

/** What was counted; a SARIF log does not say what is met. */
export interface Counts {
  readonly gap: number;
  readonly bySeverity: Readonly<Partial<Record<Severity, number>>>;
  readonly unknown: number;
  readonly suppressed: number;
  readonly brokenRules: number;
  readonly satisfied?: number;
  readonly controls?: number;
}

/** What came of a file. */
export type FileLine = { readonly name: string } & ({ readonly counts: Counts } | { readonly problem: string });

function countsText(
  { gap, bySeverity, unknown, suppressed, brokenRules, satisfied, controls }: Counts,
  paint: Paint,
): string {
  const severities = SEVERITIES.filter((severity) => bySeverity[severity]).map((severity) =>
    paint(SEVERITY_FORMATS[severity], `${bySeverity[severity]} ${severity}`),
  );
  const gaps = gap === 0 ? 'no gaps' : `${gap === 1 ? '1 gap' : `${gap} gaps`}: ${severities.join(', ')}`;
  const met = satisfied === undefined ? '' : ` · ${satisfied} of ${controls} controls met`;
  const accepted = suppressed === 0 ? '' : ` · ${suppressed} accepted`;
  const broken = brokenRules === 0 ? '' : ` · ${brokenText(brokenRules)}`;
  return `${gaps} · ${unknown} not answered${met}${accepted}${broken}`;
}

const lineOf = (file: FileLine, paint: Paint): string =>
  `${paint('bold', safe(file.name))}  ${'problem' in file ? safe(file.problem) : countsText(file.counts, paint)}`;

/** A merged report for people: a line for each file, and one for all. */
export function mergedText(files: readonly FileLine[], total: Counts, paint: Paint): string {
  const sum = `${paint('bold', files.length === 1 ? '1 diagram' : `${files.length} diagrams`)} · ${countsText(total, paint)}`;
  return `${[...files.map((file) => lineOf(file, paint)), '', sum].join('\n')}\n`;
}
