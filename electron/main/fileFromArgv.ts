import path from 'node:path';

/** The extension of diagram files, with the dot. */
export const EXTENSION = '.parapet';

/** The diagram named on a command line, made absolute against `cwd`; never an option, never a URL. */
export function fileFromArgv(argv: readonly string[], packaged: boolean, cwd: string): string | null {
  const given = argv.slice(packaged ? 1 : 2);
  const file = given.find(
    (arg) => !arg.startsWith('-') && !/^[a-z][a-z0-9+.-]+:\/\//i.test(arg) && arg.toLowerCase().endsWith(EXTENSION),
  );
  return file === undefined ? null : path.resolve(cwd, file);
}
