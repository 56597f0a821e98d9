import type { App } from 'electron';
import { filesFromArgv } from './filesFromArgv.ts';

interface Needs {
  readonly app: App;
  /** Brings the app to the front: somebody has started it once more. */
  show(): void;
  open(files: readonly string[]): void;
}

/**
 * Files that the system hands over: named on the command line, by a second start, by a double click. Call before ready:
 * macOS sends `open-file` before it. What has come by then is in the answer of the function that comes back.
 */
export function setupOpening({ app, show, open }: Needs): () => readonly string[] {
  let early: readonly string[] | null = filesFromArgv(process.argv, app.isPackaged, process.cwd());

  function arrive(files: readonly string[]): void {
    if (early) early = [...early, ...files];
    else open(files);
  }

  app.on('open-file', (event, file) => {
    event.preventDefault();
    arrive([file]);
  });
  app.on('second-instance', (_event, argv, cwd) => {
    const files = filesFromArgv(argv, app.isPackaged, cwd);
    if (files.length === 0) show();
    else arrive(files);
  });

  return () => {
    const files = early ?? [];
    early = null;
    return files;
  };
}
