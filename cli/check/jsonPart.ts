import type { Catalog } from '../../shared/catalog/catalog.ts';
import {
  type Checked,
  type JsonFile,
  type JsonProblem,
  type JsonSummary,
  toJsonReport,
} from '../../shared/export/json.ts';
import type { JsonFinding } from '../../shared/export/jsonReport.ts';
import type { Standard } from '../../shared/validate/standards.ts';
import { listed, type Utf8, utf8 } from './spelled.ts';

/** What one file adds to a JSON report: its entry, its counts, and its findings as text that is already indented. */
export interface JsonPart {
  readonly file: JsonFile;
  readonly summary: JsonSummary | null;
  readonly findings: Utf8;
}

export interface JsonView {
  readonly catalog: Catalog;
  readonly standard: Standard | null;
  readonly date: string;
}

export const uncheckedPart = (file: string, problem: JsonProblem): JsonPart => ({
  file: { file, problem },
  summary: null,
  findings: utf8(''),
});

function comparedRules(file: JsonFile, known: ReadonlySet<string>): JsonFile {
  if (!('rules' in file) || file.rules === undefined) return file;
  const rules = file.rules.map((rule) => ({
    ...rule,
    paths: rule.paths.map((path) => ({ ...path, baseline: standingOf(known, path.key) })),
  }));
  return { ...file, rules };
}

const standingOf = (known: ReadonlySet<string>, key: string): 'known' | 'new' => (known.has(key) ? 'known' : 'new');

/** The part of a file that was checked. With a baseline every gap, and every path that a rule forbids, says whether it is known or new. */
export function toJsonPart(checked: Checked, view: JsonView, known: ReadonlySet<string> | null): JsonPart | null {
  const { files, summary, findings } = toJsonReport([checked], view.catalog, view.date, view.standard);
  const [file] = files;
  if (!file) return null;
  const compared = findings.map((finding): JsonFinding => {
    if (known === null || finding.outcome !== 'gap') return finding;
    return { ...finding, baseline: standingOf(known, finding.key) };
  });
  return { file: known === null ? file : comparedRules(file, known), summary, findings: utf8(listed(compared, 1)) };
}
