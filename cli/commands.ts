import type { Option } from 'commander';
import { type CatalogOptions, catalog } from './catalog.ts';
import { type CheckOptions, check } from './check/check.ts';
import type { CheckFormat } from './check/fileReview.ts';
import { type DiffOptions, diff } from './diff/diff.ts';
import { DIFF_FORMATS } from './diff/documents.ts';
import { type ExplainOptions, explain } from './explain.ts';
import { type ExportOptions, exportFile } from './exportFile.ts';
import { type ExposureOptions, exposure, THROUGH_WORDS } from './exposure.ts';
import { type FmtOptions, fmt } from './fmt.ts';
import type { ExitCode, Io } from './io.ts';
import { MERGED_FORMATS, type MergeOptions, mergeFiles } from './merge/mergeFiles.ts';
import { type NewOptions, newFile } from './newFile.ts';
import {
  documentOptions,
  failOn,
  fileFormat,
  force,
  format,
  formats,
  jobs,
  option,
  ownCatalog,
  pictureUrl,
  scope,
  shard,
  theme,
} from './options.ts';
import { formatNamed } from './outputs.ts';
import { RENDERED } from './render.ts';

/** A command: how it is called, and what it does. */
export interface CommandSpec {
  /** Name and arguments, as commander writes them. */
  readonly usage: string;
  readonly about: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly options: () => readonly Option[];
  readonly examples: readonly string[];
  /** Gets the arguments in their order, then the options. */
  readonly run: (io: Io, ...args: readonly never[]) => Promise<ExitCode>;
}

/** Options as they come: `--format` may be left to the name of the output. */
type Given<Options extends { readonly format: unknown }> = Omit<Options, 'format'> & Partial<Pick<Options, 'format'>>;

const CHECKED: readonly CheckFormat[] = ['text', ...RENDERED];

export const COMMANDS: readonly CommandSpec[] = [
  {
    usage: 'check <name...>',
    about:
      'report the gaps of diagrams and the rules that they break; questions that nobody answered never fail a check',
    arguments: { name: '.parapet files, folders, or patterns in quotes' },
    options: () => [
      formats(CHECKED, 'text'),
      option('--output <path>', 'a file, or a folder for several formats; standard output if not given'),
      ...documentOptions(),
      failOn(),
      option('--baseline <file>', 'only gaps that this file does not have fail'),
      option('--update-baseline', 'write the baseline with the gaps of today'),
      option('--changed-since <revision>', 'only diagrams that differ from a git revision'),
      option('--quiet', 'say only what fails'),
      option('--verbose', 'say also why, sources, decisions, and what the baseline has'),
      jobs(),
      shard(),
    ],
    examples: [
      'check design.parapet',
      'check designs --format json,sarif,html --output reports',
      'check "designs/**/*.parapet" --baseline parapet-baseline.json',
      'check . --changed-since origin/main --fail-on high',
    ],
    run: (io, names: readonly string[], options: Given<CheckOptions>) =>
      check(io, names, { format: [formatNamed(options.output, CHECKED, 'text')], ...options }),
  },
  {
    usage: 'diff [name...]',
    about: 'compare two states of a diagram: elements added, removed, changed; gaps opened and closed',
    arguments: { name: 'two .parapet files, or REVISION:path of git; with --changed-since files and folders' },
    options: () => [
      formats(DIFF_FORMATS, 'text'),
      option('--output <path>', 'a file, or a folder for several formats; standard output if not given'),
      force(),
      failOn('an opened gap or a rule broken anew'),
      theme(),
      pictureUrl(),
      ownCatalog(),
      option(
        '--changed-since <revision>',
        'every diagram that differs from a git revision, with what it was there; new and deleted ones too',
      ),
    ],
    examples: [
      'diff old.parapet new.parapet',
      'diff HEAD~1:design.parapet design.parapet',
      'diff old.parapet new.parapet --output comparison.svg',
      'diff --changed-since origin/main --format markdown,svg --output comparison',
    ],
    run: (io, names: readonly string[], options: Given<DiffOptions>) =>
      diff(io, names, { format: [formatNamed(options.output, DIFF_FORMATS, 'text')], ...options }),
  },
  {
    usage: 'explain <key> <file>',
    about: 'say why a control came out as it did on an element, and what to do',
    arguments: { key: 'key of a finding, or id of a control', file: 'a .parapet file' },
    options: () => [ownCatalog()],
    examples: ['explain s3.tls-only design.parapet'],
    run: (io, key: string, file: string, options: ExplainOptions) => explain(io, key, file, options),
  },
  {
    usage: 'exposure <file>',
    about: 'find paths to data that must not be reached; without options, the common questions',
    arguments: { file: 'a .parapet file' },
    options: () => [
      ownCatalog(),
      option('--from <start>', 'internet (if not given), other-account, a service or a resource'),
      option(
        '--to <end>',
        'public, internal, confidential or sensitive (if not given): stores of such data; or a resource',
      ),
      option('--through <weakness>', 'what a path has to go through to count').choices(Object.keys(THROUGH_WORDS)),
    ],
    examples: [
      'exposure design.parapet',
      'exposure design.parapet --from other-account --to confidential --through no-tls',
    ],
    run: (io, file: string, options: ExposureOptions) => exposure(io, file, options),
  },
  {
    usage: 'export <file>',
    about: 'write a diagram as picture, report or data',
    arguments: { file: 'a .parapet file' },
    options: () => [
      formats(RENDERED, 'svg'),
      option(
        '--output <path>',
        'where to write: a file, a folder for several formats, - for standard output',
      ).makeOptionMandatory(),
      ...documentOptions(),
      scope(),
    ],
    examples: [
      'export design.parapet --output design.svg',
      'export design.parapet --format svg,markdown,html --output review',
      'export design.parapet --scope analytics-vpc --output analytics.pdf',
    ],
    run: (io, file: string, options: Given<ExportOptions>) =>
      exportFile(io, file, { format: [formatNamed(options.output, RENDERED, 'svg')], ...options }),
  },
  {
    usage: 'fmt <name...>',
    about: 'write diagrams as the app does: key order, one answer a line, places where there are none',
    arguments: { name: '.parapet files, folders, or patterns in quotes' },
    options: () => [option('--check', 'write nothing; exit with 1 when a file would change')],
    examples: ['fmt design.parapet', 'fmt designs --check'],
    run: (io, names: readonly string[], options: FmtOptions) => fmt(io, names, options),
  },
  {
    usage: 'new [file]',
    about: 'make a diagram to begin with',
    arguments: { file: 'where; named after the sample if not given' },
    options: () => [option('--sample <name>', 'a copy of a sample instead of an empty diagram'), force()],
    examples: ['new design.parapet', 'new --sample clickstream-iot'],
    run: (io, file: string | undefined, options: NewOptions) => newFile(io, file, options),
  },
  {
    usage: 'merge-reports <file...>',
    about: 'join what shards of a check wrote in JSON or SARIF, with the exit code that one run would have had',
    arguments: { file: 'what "check --format json" or "check --format sarif" wrote; or patterns in quotes' },
    options: () => [
      fileFormat(MERGED_FORMATS),
      option('--output <file>', 'where to write; standard output if not given'),
      force(),
      failOn(),
    ],
    examples: [
      'merge-reports shard-*.json --output report.json',
      'merge-reports shard-*.sarif --output report.sarif --fail-on high',
    ],
    run: (io, files: readonly string[], options: Given<MergeOptions>) =>
      mergeFiles(io, files, { format: formatNamed(options.output, MERGED_FORMATS, 'text'), ...options }),
  },
  {
    usage: 'catalog [service]',
    about: 'list the services that are known, or all that is known of one',
    arguments: { service: 'id or name of a service' },
    options: () => [
      format(['text', 'json']),
      ownCatalog(),
      option('--standards', 'list the standards that a diagram can be shown against'),
      option('--coverage', 'count controls, pairs, facts and public rules, service by service'),
      option('--lint <folder>', 'check an own catalog as the one that ships is checked'),
    ],
    examples: ['catalog redshift', 'catalog --standards', 'catalog --lint my-catalog'],
    run: (io, service: string | undefined, options: CatalogOptions) => catalog(io, service, options),
  },
];
