import type { Catalog } from '../shared/catalog/catalog.ts';
import {
  CLASSIFIED_LEVELS,
  type Diagram,
  type From,
  type Question,
  type Through,
  type To,
} from '../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../shared/exposure/commonQuestions.ts';
import { findAllPaths } from '../shared/exposure/findPaths.ts';
import { foundText, pathText, questionText } from '../shared/exposure/words.ts';
import { validate } from '../shared/validate/validate.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { painter, safe } from './paint.ts';
import { readCatalog, readDiagram } from './read.ts';

export interface ExposureOptions {
  readonly catalog?: string;
  readonly from?: string;
  readonly to?: string;
  readonly through?: string;
}

/** What `--through` is told, and what it means. */
export const THROUGH_WORDS: Readonly<Record<string, Through>> = {
  anything: 'anything',
  'no-tls': 'noTls',
  'no-role': 'noRole',
  public: 'public',
};

type Named = Pick<Diagram, 'resources'>;

/** The resource with this id, or the only one of this name. */
function resourceNamed({ resources }: Named, text: string): string | null {
  const own = resources.filter(({ name }) => name === text);
  return resources.find(({ id }) => id === text)?.id ?? (own.length === 1 ? (own[0]?.id ?? null) : null);
}

function fromOf(diagram: Named, catalog: Catalog, text: string): From | null {
  if (text === 'internet') return { kind: 'internet' };
  if (text === 'other-account') return { kind: 'otherAccount' };
  if (catalog.services.has(text)) return { kind: 'service', service: text };
  const id = resourceNamed(diagram, text);
  return id === null ? null : { kind: 'resource', id };
}

function toOf(diagram: Named, text: string): To | null {
  const atLeast = CLASSIFIED_LEVELS.find((each) => each === text);
  if (atLeast) return { kind: 'data', atLeast };
  const id = resourceNamed(diagram, text);
  return id === null ? null : { kind: 'resource', id };
}

function asked(diagram: Diagram, catalog: Catalog, options: ExposureOptions): readonly Question[] | string {
  const { from, to, through } = options;
  if (from === undefined && to === undefined && through === undefined) return COMMON_QUESTIONS;
  const [start, end] = [fromOf(diagram, catalog, from ?? 'internet'), toOf(diagram, to ?? 'sensitive')];
  if (!start) return `--from "${from}" is none of internet, other-account, a service, a resource`;
  if (!end) return `--to "${to}" is none of ${CLASSIFIED_LEVELS.join(', ')}, a resource`;
  return [{ from: start, to: end, through: THROUGH_WORDS[through ?? 'anything'] ?? 'anything' }];
}

/** `exposure FILE`: paths from where somebody begins to data that must not be reached; 1 when there are any. */
export async function exposure(io: Io, file: string, options: ExposureOptions): Promise<ExitCode> {
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const read = await readDiagram(io, file);
  if (!read.ok) return EXIT.unreadable;
  const { diagram } = read;
  const questions = asked(diagram, catalog, options);
  if (typeof questions === 'string') {
    io.stderr(`${safe(questions)}.\n`);
    return EXIT.usage;
  }
  const judged = { diagram, catalog, report: validate(diagram, catalog, io.today) };
  const paint = painter(io.colours);
  const answers = findAllPaths(judged, questions);
  const lines = questions.flatMap((question, i) => {
    const found = answers[i];
    if (!found) return [];
    return [
      paint('bold', safe(`${questionText(judged, question)}: ${foundText(found)}`)),
      ...found.paths.map((path) => `  ${safe(pathText(judged, path))}`),
    ];
  });
  await io.stdout(`${lines.join('\n')}\n`);
  return answers.some(({ paths }) => paths.length > 0) ? EXIT.findings : EXIT.clean;
}
