import path from 'node:path';

/** The extension of diagram files, with the dot. */
export const EXTENSION = '.parapet';

/** The diagrams named on a command line, made absolute against `cwd`; never an option, never a URL. */
export const filesFromArgv = (argv: readonly string[], packaged: boolean, cwd: string): readonly string[] =>
  argv
    .slice(packaged ? 1 : 2)
    .filter(
      (arg) => !arg.startsWith('-') && !/^[a-z][a-z0-9+.-]+:\/\//i.test(arg) && arg.toLowerCase().endsWith(EXTENSION),
    )
    .map((file) => path.resolve(cwd, file));
