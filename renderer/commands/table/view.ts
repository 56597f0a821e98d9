import { setSession, showDialog, useStore } from '../../state/store.ts';
import { canvasPort } from '../../state/viewport.ts';
import { drawing, type Entry } from './entry.ts';

const ZOOM_STEP = 1.25;

/** What the commands of the View and Help menus do. */
export const VIEW = {
  zoomIn: { run: () => canvasPort()?.zoomBy(ZOOM_STEP), enabled: drawing },
  zoomOut: { run: () => canvasPort()?.zoomBy(1 / ZOOM_STEP), enabled: drawing },
  zoomToFit: { run: () => canvasPort()?.fit(), enabled: drawing },
  toggleFindings: {
    run: () => setSession({ findingsOpen: !useStore.getState().findingsOpen }),
    enabled: drawing,
  },
  toggleTheme: { run: ({ toggleTheme }) => toggleTheme() },
  keyboard: { run: () => showDialog({ kind: 'keyboard' }) },
  about: { run: () => showDialog({ kind: 'about' }) },
} as const satisfies Record<string, Entry>;
