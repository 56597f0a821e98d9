import type { z } from 'zod';
import { checkKeys, checkStructure } from './checkStructure.ts';
import type { FileProblem } from './fileProblem.ts';
import { repeatedKeys, syntaxProblem } from './jsonSyntax.ts';
import { placeUnplaced } from './layout.ts';
import { migrate } from './migrations.ts';
import { type Diagram, DiagramFile, VERSION } from './schema.ts';

export type ParsedDiagram =
  | { readonly ok: true; readonly diagram: Diagram }
  | {
      readonly ok: false;
      readonly reason: 'notJson' | 'notParapet' | 'newerVersion' | 'invalid';
      /** One sentence for a person. */
      readonly message: string;
      readonly problems: readonly FileProblem[];
    };

type Failure = Extract<ParsedDiagram, { ok: false }>;

const fail = (reason: Failure['reason'], message: string, problems: readonly FileProblem[] = []): Failure => ({
  ok: false,
  reason,
  message,
  problems,
});

/** `['flows', 2, 'to']` as people read it: `flows[2].to`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  if (issue.code === 'too_big' && issue.origin === 'string') return `is longer than ${issue.maximum} characters`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `has more than ${issue.maximum} entries`;
  if (issue.code === 'invalid_union' && issue.discriminator) return 'is none of the kinds that there are';
  if (issue.code === 'invalid_union') return 'must be a text, true or false, or a list of texts';
  return issue.message;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function count(problems: readonly FileProblem[]): string {
  return problems.length === 1 ? 'one problem' : `${problems.length} problems`;
}

/** Like `parseDiagram`, for JSON that is parsed already. */
export function parseDiagramJson(json: unknown): ParsedDiagram {
  if (!isRecord(json) || json.format !== 'parapet') {
    return fail('notParapet', 'This is not a Parapet diagram: it does not say "format": "parapet".');
  }
  if (typeof json.version !== 'number' || !Number.isInteger(json.version) || json.version < 1) {
    const where = { where: 'version', message: `must be a whole number from 1 to ${VERSION}` };
    return fail('invalid', 'The file does not say which version of the format it has.', [where]);
  }
  if (json.version > VERSION) {
    return fail(
      'newerVersion',
      `The file has format version ${json.version}; this Parapet reads versions up to ${VERSION}. Open it with a newer Parapet.`,
    );
  }
  const file = migrate(json);
  const parsed = DiagramFile.safeParse(file);
  const found = parsed.success
    ? checkStructure(parsed.data)
    : parsed.error.issues.map((issue) => ({ where: pathText(issue.path) || 'the file', message: issueText(issue) }));
  const problems = [...checkKeys(file), ...found];
  if (!parsed.success || problems.length > 0) {
    return fail('invalid', `The diagram has ${count(problems)} and was not opened.`, problems);
  }
  return { ok: true, diagram: placeUnplaced(parsed.data) };
}

/**
 * Reads the text of a diagram file. Never throws: a text that is not JSON, not a diagram, of a newer version, or that
 * contradicts itself comes back as a reason, a sentence, and every problem with its place. Unknown services and
 * answers are kept.
 */
export function parseDiagram(file: string): ParsedDiagram {
  // A byte order mark is left by some Windows editors.
  const text = file.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const problem = syntaxProblem(file, error);
    return fail('notJson', `The file is not JSON: ${problem.where}: ${problem.message}.`, [problem]);
  }
  const parsed = parseDiagramJson(json);
  const twice = parsed.ok ? repeatedKeys(text) : [];
  return twice.length === 0 ? parsed : fail('invalid', `The diagram has ${count(twice)} and was not opened.`, twice);
}
