import { changeSettings, isDark } from '../../files/settingsActions.ts';
import { togglePanel } from '../../state/panels.ts';
import { togglePresentation } from '../../state/presentation.ts';
import { settings } from '../../state/settings.ts';
import { announce, isDrawing, showDialog } from '../../state/store.ts';
import { canvasPort } from '../../state/viewport.ts';
import { type CommandContext, type Entry, isOpen, selection } from './entry.ts';
import { focusMenuBar, goToPart, showOutline } from './parts.ts';

const ZOOM_STEP = 1.25;

function toggleSnap({ host }: CommandContext): void {
  const snap = !settings().snap;
  changeSettings(host, { snap });
  announce(snap ? 'Snap to grid is on' : 'Snap to grid is off');
}

/** What the commands of the View and Help menus do. */
export const VIEW = {
  zoomIn: { run: () => canvasPort()?.zoomBy(ZOOM_STEP), enabled: isOpen },
  zoomOut: { run: () => canvasPort()?.zoomBy(1 / ZOOM_STEP), enabled: isOpen },
  zoomToFit: { run: () => canvasPort()?.fit(), enabled: isOpen },
  zoom100: { run: () => canvasPort()?.zoom100(), enabled: isOpen },
  zoomToSelection: {
    run: () => canvasPort()?.zoomTo(selection()),
    enabled: (state) => isOpen(state) && state.selection.length > 0,
  },
  toggleSnap: { run: toggleSnap, enabled: isDrawing },
  toggleMinimap: { run: ({ host }) => changeSettings(host, { minimap: !settings().minimap }), enabled: isOpen },
  togglePalette: { run: () => togglePanel('palette'), enabled: isDrawing },
  toggleInspector: { run: () => togglePanel('inspector'), enabled: isDrawing },
  toggleFindings: { run: () => togglePanel('findings'), enabled: isDrawing },
  present: { run: togglePresentation, enabled: isOpen },
  showOutline: { run: showOutline, enabled: isDrawing },
  nextPart: { run: () => goToPart(1), enabled: isOpen },
  previousPart: { run: () => goToPart(-1), enabled: isOpen },
  menuBar: { run: focusMenuBar },
  toggleTheme: { run: ({ host }) => changeSettings(host, { theme: isDark() ? 'light' : 'dark' }) },
  keyboard: { run: () => showDialog({ kind: 'keyboard' }) },
  checkForUpdates: { run: () => showDialog({ kind: 'updates' }) },
  about: { run: () => showDialog({ kind: 'about' }) },
} as const satisfies Record<string, Entry>;
