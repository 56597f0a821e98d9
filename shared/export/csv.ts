import type { ExportInput } from './input.ts';
import { toReview } from './review.ts';
import type { ReviewPoint } from './reviewPoint.ts';
import type { ReviewPath, ReviewRule } from './reviewRules.ts';
import type { ReviewSignOff } from './reviewSignOffs.ts';
import { lineOf, reasonText, servesText } from './text.ts';

interface Row extends ReviewPoint {
  readonly file: string;
  readonly outcome: 'gap' | 'unknown';
  /** Of a gap, as in the picture. */
  readonly number: string;
}

/** The columns in order: heading, and what stands under it. */
const COLUMNS = {
  file: ({ file }) => file,
  number: ({ number }) => number,
  outcome: ({ outcome }) => outcome,
  severity: ({ severity }) => severity,
  category: ({ category }) => category,
  control: ({ control }) => control,
  title: ({ title }) => title,
  element: ({ element }) => element.name,
  elementKind: ({ element }) => element.kind,
  service: ({ element }) => element.service,
  gap: ({ gap }) => gap,
  because: ({ because }) => because.map(reasonText).join('; '),
  why: ({ why }) => why,
  remediation: ({ remediation }) => remediation,
  where: ({ where }) => where.map(({ tool, place }) => `${tool}: ${place}`).join('; '),
  references: ({ references }) => servesText(references),
  sources: ({ sources }) => sources.map(({ url }) => url).join(' '),
  reopened: ({ reopened }) => reopened ?? '',
  key: ({ key }) => lineOf(key),
} satisfies Readonly<Record<string, (row: Row) => string>>;

// What a spreadsheet reads as the beginning of a formula, in every width; also behind what it may split a cell at.
const FORMULA = /(^|[;\t|])(\s*)(?=[=+\-@＝＋－＠])/g;

/** A text as a field: in quotes, and with an apostrophe before what a spreadsheet would calculate. */
const field = (text: string): string => `"${text.replace(FORMULA, "$1$2'").replaceAll('"', '""')}"`;

const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;

/** How a table begins: with the mark by which spreadsheets know UTF-8, and the names of the columns. */
export const CSV_HEADER = `\uFEFF${line(Object.keys(COLUMNS))}`;

type Fields = Readonly<Partial<Record<keyof typeof COLUMNS, string>>>;

const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

const findingFields = (row: Row): Fields => Object.fromEntries(COLUMN_NAMES.map((name) => [name, COLUMNS[name](row)]));

/** A path that a rule forbids in the columns of findings: the rule as title, the path as what is wrong. */
const pathFields = (file: string, { title, severity }: ReviewRule, { key, text, end }: ReviewPath): Fields => ({
  file,
  outcome: 'ruleBroken',
  severity,
  title,
  element: end.name,
  elementKind: end.kind,
  service: end.service,
  gap: text,
  key: lineOf(key),
});

/** A sign-off in the columns of findings: the sentence as title, and the hash as what it is known by. */
const signOffFields = (file: string, { holds, text, hash }: ReviewSignOff): Fields => ({
  file,
  outcome: holds ? 'signedOff' : 'signOffBroken',
  title: text,
  key: hash,
});

const rowLine = (fields: Fields): string => line(COLUMN_NAMES.map((name) => field(fields[name] ?? '')));

/** The lines of one diagram, without the header: gaps by number, then questions, paths that rules forbid, and sign-offs. */
export function csvRows(input: ExportInput): string {
  const { file, gaps, questions, rules, signOffs } = toReview(input);
  const common = { file: file ?? '' };
  const rows: readonly Row[] = [
    ...gaps.map((gap) => ({ ...gap, ...common, outcome: 'gap' as const, number: String(gap.number) })),
    ...questions.map((question) => ({ ...question, ...common, outcome: 'unknown' as const, number: '' })),
  ];
  const fields = [
    ...rows.map(findingFields),
    ...rules.flatMap((rule) => rule.paths.map((path) => pathFields(common.file, rule, path))),
    ...signOffs.map((each) => signOffFields(common.file, each)),
  ];
  return fields.map(rowLine).join('');
}

/** Findings, paths that rules forbid and sign-offs as a table by RFC 4180 in UTF-8, one a row. Formulas in names stay texts. */
export const toCsv = (input: ExportInput): string => CSV_HEADER + csvRows(input);
