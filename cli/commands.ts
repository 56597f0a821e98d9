import type { Option } from 'commander';
import { type CatalogOptions, catalog } from './catalog.ts';
import { type CheckOptions, check } from './check/check.ts';
import { type ExportOptions, exportFile } from './exportFile.ts';
import type { ExitCode, Io } from './io.ts';
import { failOn, force, format, formats, jobs, option, ownCatalog, shard, standard } from './options.ts';
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

export const COMMANDS: readonly CommandSpec[] = [
  {
    usage: 'check <name...>',
    about: 'report the gaps of diagrams; questions that nobody answered never fail a check',
    arguments: { name: '.parapet files, folders, or patterns in quotes' },
    options: () => [
      formats(['text', ...RENDERED], 'text'),
      option('--output <path>', 'a file, or a folder for several formats; standard output if not given'),
      force(),
      failOn(),
      standard(),
      ownCatalog(),
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
      'check designs --format json,svg --output reports',
      'check "designs/**/*.parapet" --baseline parapet-baseline.json',
      'check . --changed-since origin/main --fail-on high',
    ],
    run: (io, names: readonly string[], options: CheckOptions) => check(io, names, options),
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
      force(),
      standard(),
      ownCatalog(),
    ],
    examples: ['export design.parapet --output design.svg', 'export design.parapet --format svg,json --output review'],
    run: (io, file: string, options: ExportOptions) => exportFile(io, file, options),
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
