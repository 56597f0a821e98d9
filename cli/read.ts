import shippedParts from 'virtual:parapet-catalog';
import type { Catalog } from '../shared/catalog/catalog.ts';
import { link } from '../shared/catalog/link.ts';
import { parseCatalog } from '../shared/catalog/parse.ts';
import type { Problem } from '../shared/catalog/parts.ts';
import { parseDiagram } from '../shared/diagram/parse.ts';
import type { Diagram } from '../shared/diagram/schema.ts';
import type { JsonProblem } from '../shared/export/json.ts';
import type { OpenFailure } from '../shared/ipc/contract.ts';
import { type Standard, standardsOf } from '../shared/validate/standards.ts';
import { plain } from './findService.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { safe } from './paint.ts';

const MOST_PROBLEMS = 20;

const WHAT_TO_DO: Readonly<Record<OpenFailure['reason'], string>> = {
  notFound: 'There is no such file. Check the path.',
  tooLarge: 'It is too large for a diagram.',
  notText: 'It is not a text file. Name a .parapet file.',
  notAFile: 'Name a file.',
  noPermission: 'You may not read it. Check its permissions.',
  other: 'It could not be read.',
};

function listed(problems: readonly string[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS).map((line) => `  ${line}\n`);
  const rest = problems.length - shown.length;
  return shown.join('') + (rest > 0 ? `  … and ${rest} more\n` : '');
}

/** The diagram in a file, or what is wrong with the file, where, and what to do. */
export type ReadDiagram =
  | { readonly ok: true; readonly diagram: Diagram; readonly text: string }
  | { readonly ok: false; readonly problem: JsonProblem };

/** Parses the text of a diagram; says on stderr too why it is none. */
export function parseText(io: Pick<Io, 'stderr'>, file: string, text: string): ReadDiagram {
  const parsed = parseDiagram(text);
  if (parsed.ok) return { ...parsed, text };
  const { reason, message, problems } = parsed;
  // The one problem of a text that is not JSON is in the message already.
  const said = reason === 'notJson' ? [] : problems.map((problem) => `${problem.where}: ${problem.message}`);
  io.stderr(`${file}: ${message}\n${listed(said)}`);
  return { ok: false, problem: { reason, message, problems } };
}

/** Reads a diagram; says on stderr too why it could not. */
export async function readDiagram(io: Io, file: string): Promise<ReadDiagram> {
  const read = await io.readDiagram(file);
  if (read.state === 'failed') {
    const { reason } = read;
    const message = reason === 'notFound' ? WHAT_TO_DO.notFound : `${WHAT_TO_DO[reason]} ${read.detail}`;
    io.stderr(`${file}: ${message}\n`);
    return { ok: false, problem: { reason, message, problems: [] } };
  }
  return parseText(io, file, read.text);
}

const placeOf = (root: string, { file, path }: Problem): string =>
  `${root}${file === '' ? '' : `/${file}`}${path === '' ? '' : ` ${path}`}`;

function complain(io: Io, root: string, problems: readonly Problem[]): null {
  const lines = problems.map((problem) => `${placeOf(root, problem)}: ${problem.message}`);
  const many = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  io.stderr(`The catalog in ${root} has ${many}:\n${listed(lines)}`);
  return null;
}

/** The catalog that ships, with somebody's own on it; or null after saying on stderr what is wrong with that. */
export async function readCatalog(io: Io, own?: string): Promise<Catalog | null> {
  if (own === undefined) return link(shippedParts);
  const folder = await io.readOwnCatalog(own);
  const parsed = parseCatalog(folder.files, shippedParts);
  const problems = [...folder.problems, ...(parsed.ok ? [] : parsed.problems)];
  return parsed.ok && problems.length === 0 ? parsed.catalog : complain(io, own, problems);
}

/** The standard that a word names by its id or its short name. */
export const findStandard = (catalog: Catalog, wanted: string): Standard | undefined =>
  standardsOf(catalog).find(({ id, shortName }) => [id, shortName].some((name) => plain(name) === plain(wanted)));

/** Says on stderr which standards there are. */
export function unknownStandard(io: Io, catalog: Catalog, wanted = ''): ExitCode {
  const known = standardsOf(catalog).map(({ id }) => id);
  io.stderr(`There is no standard "${safe(wanted)}". Known are ${known.join(', ')}.\n`);
  return EXIT.usage;
}
