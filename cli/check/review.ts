import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Severity } from '../../shared/catalog/terms.ts';
import type { ExportInput } from '../../shared/export/input.ts';
import type { JsonProblem } from '../../shared/export/json.ts';
import { compareWithBaseline } from '../../shared/validate/baseline.ts';
import { isAtLeast, NO_TALLY } from '../../shared/validate/report.ts';
import type { Standard } from '../../shared/validate/standards.ts';
import { validate } from '../../shared/validate/validate.ts';
import type { Io } from '../io.ts';
import { painter } from '../paint.ts';
import { findStandard, readCatalog, readDiagram } from '../read.ts';
import { type Icons, isPage, type PageId, RENDERERS, readIconsFor } from '../render.ts';
import { checkText } from './checkText.ts';
import type { CheckFormat, FileReview, Parts, ReviewSetup, ReviewTask } from './fileReview.ts';
import { toJsonPart, uncheckedPart } from './jsonPart.ts';

const NO_PARTS: Parts = { text: '', json: null, csv: '', sarif: '', markdown: '' };

function unchecked(file: string, problem: JsonProblem, complaint: string, formats: readonly CheckFormat[]): FileReview {
  const json = formats.includes('json') ? uncheckedPart(file, problem) : null;
  return {
    file,
    problem,
    complaint,
    parts: { ...NO_PARTS, json },
    pages: [],
    tally: NO_TALLY,
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
interface Tools {
  readonly io: Io;
  readonly setup: ReviewSetup;
  readonly catalog: Catalog;
  readonly standard: Standard | null;
  readonly icons: Icons;
}

async function print({ setup, icons }: Tools, input: ExportInput): Promise<Partial<Parts> & Pick<FileReview, 'pages'>> {
  const parts: Record<string, string> = {};
  const pages: { format: PageId; data: string | Uint8Array }[] = [];
  for (const format of setup.formats) {
    if (format === 'text' || format === 'json') continue;
    const data = await RENDERERS[format](input, icons);
    if (isPage(format)) pages.push({ format, data });
    else parts[format] = String(data);
  }
  return { ...parts, pages };
}

async function reviewFile(tools: Tools, { file, baseline }: ReviewTask): Promise<FileReview> {
  const { io, setup, catalog, standard } = tools;
  let complaint = '';
  const keep = (text: string) => {
    complaint += text;
  };
  const read = await readDiagram({ ...io, stderr: keep }, file);
  if (!read.ok) return unchecked(file, read.problem, complaint, setup.formats);
  const { diagram, text } = read;
  const report = validate(diagram, catalog, io.today);
  const checked = { file, diagram, report };
  const gaps = report.findings.filter(({ outcome }) => outcome === 'gap');
  const keys = gaps.map(({ key }) => key);
  const compared = compareWithBaseline(baseline ?? [], keys);
  const known = baseline === null ? null : new Set(compared.known);
  const fails = (severity: Severity, key: string) => isAtLeast(severity, setup.failOn) && !known?.has(key);
  const wants = (format: CheckFormat) => setup.formats.includes(format);
  const input = { diagram, catalog, report, date: io.today, standard, file: { name: file, text } };
  const { pages, ...printed } = await print(tools, input);
  const view = { catalog, standard, paint: painter(setup.colours), detail: setup.detail, known, fails };
  return {
    file,
    problem: null,
    complaint,
    parts: {
      ...NO_PARTS,
      ...printed,
      text: wants('text') ? checkText(checked, view) : '',
      json: wants('json') ? toJsonPart(checked, { catalog, standard, date: io.today }, known) : null,
    },
    pages,
    tally: report.tally,
    gaps: keys,
    failing: gaps.filter(({ key, compiled }) => fails(compiled.control.severity, key)).length,
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
  const tools = { io, setup, catalog, standard, icons: await readIconsFor(setup.formats, io.readIcons) };
  return async (task) => {
    try {
      return await reviewFile(tools, task);
    } catch (error) {
      return faultyReview(task.file, error instanceof Error ? error.message : String(error));
    }
  };
}
