import { promises as fs } from 'node:fs';
import type { BrowserWindow } from 'electron';
import type { AppWindow } from './appWindow.ts';

/** All windows. */
export interface Windows {
  /** The one that was last in front first. */
  readonly list: () => readonly AppWindow[];
  readonly front: () => AppWindow | null;
  readonly of: (contents: { readonly id: number }) => AppWindow | null;
  /** The window that has a file open, if it is not the one that asks. */
  readonly withFile: (file: string, asking: AppWindow | null) => AppWindow | null;
  /** Opens one more. */
  readonly open: () => AppWindow;
  /** Opens a file from outside: where it is open already, in a window that has nothing else, or in a new one. */
  readonly openFile: (file: string) => Promise<void>;
}

/** The windows that `make` makes, each after the one in front; `changed` is told when another one is in front, or none. */
export function createWindows(make: (after: BrowserWindow | null) => AppWindow, changed: () => void): Windows {
  let all: readonly AppWindow[] = [];
  const front = (): AppWindow | null => all[0] ?? null;

  const withFile = (file: string, asking: AppWindow | null): AppWindow | null =>
    all.find((each) => each !== asking && each.openFile() === file) ?? null;

  function without(gone: AppWindow): readonly AppWindow[] {
    return all.filter((each) => each !== gone);
  }

  function open(): AppWindow {
    const made = make(front()?.window ?? null);
    all = [made, ...all];
    made.window.on('focus', () => {
      all = [made, ...without(made)];
      changed();
    });
    made.window.on('closed', () => {
      all = without(made);
      changed();
    });
    return made;
  }

  async function openFile(file: string): Promise<void> {
    // Something that is not there is told of by the window that was to open it.
    const real = await fs.realpath(file).catch(() => file);
    const having = withFile(real, null);
    if (having) return having.show();
    const free = all.find((each) => each.isFree());
    free?.show();
    (free ?? open()).hand(real);
  }

  return {
    list: () => all,
    front,
    of: ({ id }) => all.find(({ contentsId }) => contentsId === id) ?? null,
    withFile,
    open,
    openFile,
  };
}
