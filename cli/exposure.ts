import type { Catalog } from '../shared/catalog/catalog.ts';
import { DATA_LEVEL_IDS, DATA_LEVELS } from '../shared/dataClasses.ts';
import { resourcesById } from '../shared/diagram/graph.ts';
import type { Diagram } from '../shared/diagram/schema.ts';
import { findPaths, type Path } from '../shared/exposure/findPaths.ts';
import {
  COMMON_QUESTIONS,
  type From,
  type Question,
  THROUGH,
  type Through,
  type To,
} from '../shared/exposure/question.ts';
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
  const level = DATA_LEVEL_IDS.find((each) => each === text);
  if (level && level !== 'none') return { kind: 'data', atLeast: level };
  const id = resourceNamed(diagram, text);
  return id === null ? null : { kind: 'resource', id };
}

function asked(diagram: Diagram, catalog: Catalog, options: ExposureOptions): readonly Question[] | string {
  const { from, to, through } = options;
  if (from === undefined && to === undefined && through === undefined) return COMMON_QUESTIONS;
  const [start, end] = [fromOf(diagram, catalog, from ?? 'internet'), toOf(diagram, to ?? 'sensitive')];
  if (!start) return `--from "${from}" is none of internet, other-account, a service, a resource`;
  if (!end) return `--to "${to}" is none of ${DATA_LEVEL_IDS.slice(1).join(', ')}, a resource`;
  return [{ from: start, to: end, through: THROUGH_WORDS[through ?? 'anything'] ?? 'anything' }];
}

/** "From the internet to a store of sensitive data, through something without TLS". */
function questionText(diagram: Diagram, catalog: Catalog, { from, to, through }: Question): string {
  const nameOf = (id: string) => resourcesById(diagram.resources).get(id)?.name || id;
  const begin = {
    internet: () => 'the internet',
    otherAccount: () => 'another account',
    service: () => (from.kind === 'service' ? (catalog.services.get(from.service)?.service.shortName ?? '') : ''),
    resource: () => (from.kind === 'resource' ? nameOf(from.id) : ''),
  }[from.kind]();
  const end =
    to.kind === 'resource' ? nameOf(to.id) : `stores of data that are ${DATA_LEVELS[to.atLeast].toLowerCase()} or more`;
  return `From ${begin} to ${end}, ${THROUGH[through]}`;
}

function pathText(diagram: Diagram, { resources }: Path): string {
  const known = resourcesById(diagram.resources);
  return resources.map((id) => safe(known.get(id)?.name || known.get(id)?.service || id)).join(' → ');
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
  const answers = questions.map((question) => ({ question, ...findPaths(judged, question) }));
  const lines = answers.flatMap(({ question, paths, more }) => [
    paint(
      'bold',
      `${safe(questionText(diagram, catalog, question))}: ${paths.length === 0 ? 'no path' : paths.length}`,
    ),
    ...paths.map((path) => `  ${pathText(diagram, path)}`),
    ...(more ? ['  and more'] : []),
  ]);
  await io.stdout(`${lines.join('\n')}\n`);
  return answers.some(({ paths }) => paths.length > 0) ? EXIT.findings : EXIT.clean;
}
