import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { COMMANDS, type CommandSpec } from './commands.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { inert } from './paint.ts';

const EXIT_HELP = `
Exit codes: 0 no gap at or above the threshold; 1 gaps; 2 wrong usage; 3 a file could not be read or written.`;

const examplesHelp = (examples: readonly string[]): string =>
  `\nExamples:\n${examples.map((line) => `  parapet ${line}`).join('\n')}`;

function addCommand(program: Command, spec: CommandSpec, io: Io, done: (code: ExitCode) => void): void {
  const command = program.command(spec.usage).description(spec.about, spec.arguments);
  for (const option of spec.options()) command.addOption(option);
  command.addHelpText('after', `${examplesHelp(spec.examples)}\n${EXIT_HELP}`);
  command.action(async (...args: unknown[]) => {
    // commander adds itself as the last argument.
    done(await spec.run(io, ...(args.slice(0, -1) as never[])));
  });
}

/** A program whose commands leave their exit code with `done`. */
function buildProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('parapet')
    .description('Checks AWS data pipeline diagrams for security gaps.')
    .version(packageJson.version)
    .addHelpText('after', `${examplesHelp(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1)))}\n${EXIT_HELP}`)
    // Before any command is added: commands inherit both.
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.stdout(text), writeErr: io.stderr });
  for (const spec of COMMANDS) addCommand(program, spec, io, done);
  return program;
}

/** Runs one command line (`args` without program names). Resolves with the exit code; rejects only on a bug. */
export async function run(args: readonly string[], system: Io): Promise<ExitCode> {
  const io: Io = { ...system, stderr: (lines) => system.stderr(inert(lines)) };
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
