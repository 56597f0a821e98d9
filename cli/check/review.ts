import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Severity } from '../../shared/catalog/terms.ts';
import type { IconSource } from '../../shared/export/icon.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import type { JsonProblem } from '../../shared/export/json.ts';
import { countBroken, judgeRules, pathKey } from '../../shared/exposure/rules.ts';
import { compareWithBaseline } from '../../shared/validate/baseline.ts';
import { isAtLeast, NO_TALLY } from '../../shared/validate/report.ts';
import type { Standard } from '../../shared/validate/standards.ts';
import { validate } from '../../shared/validate/validate.ts';
import type { Io } from '../io.ts';
import { painter } from '../paint.ts';
import { findStandard, readCatalog, readDiagram } from '../read.ts';
import { CannotRender, isPage, type PageId, RENDERERS, readIconsFor, type Tools } from '../render.ts';
import type { CheckFormat, FileReview, Page, ReviewSetup, ReviewTask } from './fileReview.ts';
import { uncheckedPart } from './jsonPart.ts';
import { NO_PARTS, partsOf } from './parts.ts';

function unchecked(file: string, problem: JsonProblem, complaint: string, formats: readonly CheckFormat[]): FileReview {
  const json = formats.includes('json') ? uncheckedPart(file, problem) : null;
  return {
    file,
    problem,
    complaint,
    parts: { ...NO_PARTS, json },
    pages: [],
    tally: NO_TALLY,
    brokenRules: 0,
    gaps: [],
    failing: 0,
    stale: [],
  };
}

/** The review of a file that Parapet itself failed on. */
export function faultyReview(file: string, why: string): FileReview {
  const message = `Parapet failed on it: ${why}. Please report this with the file.`;
  return unchecked(file, { reason: 'other', message, problems: [] }, `${file}: ${message}\n`, ['json']);
}

/** What a reviewer has at hand. */
interface Desk {
  readonly io: Io;
  readonly setup: ReviewSetup;
  readonly catalog: Catalog;
  readonly standard: Standard | null;
  readonly icons: IconSource;
}

async function pagesOf({ io, setup, icons }: Desk, input: ExportInput): Promise<readonly Page[]> {
  const tools: Tools = { icons, style: setup.style, scope: { kind: 'all' }, picture: null, resvg: io.resvg };
  const page = async (format: PageId): Promise<Page> => {
    try {
      return { format, data: await RENDERERS[format](input, tools), why: '' };
    } catch (error) {
      if (error instanceof CannotRender) return { format, data: null, why: error.message };
      throw error;
    }
  };
  return Promise.all(setup.formats.filter(isPage).map(page));
}

async function reviewFile(desk: Desk, { file, baseline, picture }: ReviewTask): Promise<FileReview> {
  const { io, setup, catalog, standard } = desk;
  let complaint = '';
  const keep = (text: string) => {
    complaint += text;
  };
  const read = await readDiagram({ ...io, stderr: keep }, file);
  if (!read.ok) return unchecked(file, read.problem, complaint, setup.formats);
  const { diagram, text } = read;
  const report = validate(diagram, catalog, io.today);
  const rules = judgeRules({ diagram, catalog, report });
  const gaps = [
    ...report.findings.filter(({ outcome }) => outcome === 'gap'),
    ...rules.flatMap((judged) =>
      judged.paths.map((path) => ({ key: pathKey(judged, path), severity: judged.rule.severity })),
    ),
  ];
  const keys = gaps.map(({ key }) => key);
  const compared = compareWithBaseline(baseline ?? [], keys);
  const known = baseline === null ? null : new Set(compared.known);
  const fails = (severity: Severity, key: string) => isAtLeast(severity, setup.failOn) && !known?.has(key);
  const input = { diagram, catalog, report, date: io.today, standard, file: { name: file, text } };
  const view = { catalog, standard, paint: painter(setup.colours), detail: setup.detail, known, fails };
  return {
    file,
    problem: null,
    complaint,
    parts: partsOf({ file, input, view, picture }, setup.formats),
    pages: await pagesOf(desk, input),
    tally: report.tally,
    brokenRules: countBroken(rules),
    gaps: keys,
    failing: gaps.filter(({ key, severity }) => fails(severity, key)).length,
    stale: compared.stale,
  };
}

/** Makes a function that reviews one file after the other, and never rejects; null when the catalog cannot be read. */
export async function createReviewer(
  io: Io,
  setup: ReviewSetup,
): Promise<((task: ReviewTask) => Promise<FileReview>) | null> {
  const catalog = await readCatalog(io, setup.catalog ?? undefined);
  if (!catalog) return null;
  const standard = setup.standard === null ? null : (findStandard(catalog, setup.standard) ?? null);
  const desk = { io, setup, catalog, standard, icons: await readIconsFor(setup.formats, io.readIcons) };
  return async (task) => {
    try {
      return await reviewFile(desk, task);
    } catch (error) {
      return faultyReview(task.file, error instanceof Error ? error.message : String(error));
    }
  };
}
