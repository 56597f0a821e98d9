import { togglePanel } from '../../state/panels.ts';
import { togglePresentation } from '../../state/presentation.ts';
import { remember, remembered } from '../../state/remembered.ts';
import { announce, showDialog } from '../../state/store.ts';
import { canvasPort } from '../../state/viewport.ts';
import { drawing, type Entry, selected, selection } from './entry.ts';
import { goToPart, showOutline } from './parts.ts';

const ZOOM_STEP = 1.25;

function toggleSnap(): void {
  const snap = !remembered().snap;
  remember('snap', snap);
  announce(snap ? 'Snap to grid is on' : 'Snap to grid is off');
}

/** What the commands of the View and Help menus do. */
export const VIEW = {
  zoomIn: { run: () => canvasPort()?.zoomBy(ZOOM_STEP), enabled: drawing },
  zoomOut: { run: () => canvasPort()?.zoomBy(1 / ZOOM_STEP), enabled: drawing },
  zoomToFit: { run: () => canvasPort()?.fit(), enabled: drawing },
  zoom100: { run: () => canvasPort()?.zoom100(), enabled: drawing },
  zoomToSelection: { run: () => canvasPort()?.zoomTo(selection()), enabled: selected },
  toggleSnap: { run: toggleSnap, enabled: drawing },
  toggleMinimap: { run: () => remember('minimap', !remembered().minimap), enabled: drawing },
  togglePalette: { run: () => togglePanel('palette'), enabled: drawing },
  toggleInspector: { run: () => togglePanel('inspector'), enabled: drawing },
  toggleFindings: { run: () => togglePanel('findings'), enabled: drawing },
  present: { run: togglePresentation, enabled: drawing },
  showOutline: { run: showOutline, enabled: drawing },
  nextPart: { run: () => goToPart(1), enabled: drawing },
  previousPart: { run: () => goToPart(-1), enabled: drawing },
  toggleTheme: { run: ({ toggleTheme }) => toggleTheme() },
  keyboard: { run: () => showDialog({ kind: 'keyboard' }) },
  about: { run: () => showDialog({ kind: 'about' }) },
} as const satisfies Record<string, Entry>;
