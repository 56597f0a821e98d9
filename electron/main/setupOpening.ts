import type { App } from 'electron';
import type { OpenResult } from '../../shared/ipc/contract.ts';
import { fileFromArgv } from './fileFromArgv.ts';

interface Needs {
  readonly app: App;
  /** Brings the window to the front. */
  show(): void;
  open(file: string): Promise<OpenResult>;
  /** Hands a result to a page that listens. */
  send(result: OpenResult): void;
}

/** Files that the system hands over: named on the command line, by a second start, by a double click. */
export interface Opening {
  /** The page listens from now on; the file that waited for it comes back. */
  pageStarted(): Promise<OpenResult | null>;
  /** The page is being loaded anew and does not listen. */
  pageGone(): void;
}

/** Call before ready: macOS sends `open-file` before it. A file that comes too early waits for the page. */
export function setupOpening({ app, show, open, send }: Needs): Opening {
  let waiting = fileFromArgv(process.argv, app.isPackaged, process.cwd());
  let listening = false;

  async function arrive(file: string): Promise<void> {
    if (listening) send(await open(file));
    else waiting = file;
  }

  app.on('open-file', (event, file) => {
    event.preventDefault();
    void arrive(file);
  });
  app.on('second-instance', (_event, argv, cwd) => {
    show();
    const file = fileFromArgv(argv, app.isPackaged, cwd);
    if (file !== null) void arrive(file);
  });

  return {
    pageStarted: async () => {
      listening = true;
      const file = waiting;
      waiting = null;
      return file === null ? null : open(file);
    },
    pageGone: () => {
      listening = false;
    },
  };
}
