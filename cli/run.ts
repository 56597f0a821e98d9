import { Command, CommanderError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { SEVERITIES } from '../shared/catalog/terms.ts';
import { type CatalogOptions, catalog } from './catalog.ts';
import { type CheckOptions, check } from './check.ts';
import { type ExportOptions, exportFile } from './exportFile.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';

const EXIT_HELP = `
Exit codes: 0 no gap at or above the threshold; 1 gaps; 2 wrong usage; 3 a file could not be read or written.`;

const format = (choices: readonly string[]): Option =>
  new Option('--format <format>', 'of the output').choices(choices).default(choices[0]);

const ownCatalog = (): Option =>
  new Option('--catalog <folder>', 'own catalog that adds to the one that ships or changes it');

/** A program whose commands leave their exit code with `done`. */
function buildProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('parapet')
    .description('Checks AWS data pipeline diagrams for security gaps.')
    .version(packageJson.version)
    .addHelpText('after', EXIT_HELP)
    // Before any command is added: commands inherit both.
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  program
    .command('check')
    .description('report the gaps of diagrams; questions that nobody answered never fail a check')
    .argument('<file...>', '.parapet files')
    .addOption(format(['text', 'json']))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 when there is a gap of this severity or a worse one')
        .choices(SEVERITIES)
        .default('low'),
    )
    .option('--standard <id>', 'show the requirements of a standard, too; "parapet catalog --standards" lists them')
    .addOption(ownCatalog())
    .addHelpText('after', EXIT_HELP)
    .action(async (files: readonly string[], options: CheckOptions) => done(await check(io, files, options)));
  program
    .command('export')
    .description('write the annotated picture of a diagram, with the list of its gaps')
    .argument('<file>', 'a .parapet file')
    .addOption(format(['svg']))
    .requiredOption('--output <file>', 'where to write; - is standard output')
    .addOption(ownCatalog())
    .action(async (file: string, options: ExportOptions) => done(await exportFile(io, file, options)));
  program
    .command('catalog')
    .description('list the services that are known, or all that is known of one')
    .argument('[service]', 'id or name of a service')
    .addOption(format(['text', 'json']))
    .addOption(ownCatalog())
    .option('--standards', 'list the standards that a diagram can be shown against')
    .option('--coverage', 'count controls, pairs, facts and public rules, service by service')
    .option('--lint <folder>', 'check an own catalog as the one that ships is checked')
    .action(async (service: string | undefined, options: CatalogOptions) => done(await catalog(io, service, options)));
  return program;
}

/** Runs one command line (`args` without program names). Resolves with the exit code; rejects only on a bug. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.usage;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  }
}
