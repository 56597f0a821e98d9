import { create } from 'zustand';
import { type Remembered, remember, remembered, useRemembered } from './remembered.ts';
import { useStore } from './store.ts';

/** The panels around the canvas. */
export type PanelId = Remembered['closedPanels'][number];

/** Below this width the window has room for one panel beside the canvas: the one that was opened last. */
const NARROW = '(max-width: 760px)';

interface Session {
  readonly narrow: boolean;
  /** The panel that is beside the canvas of a narrow window, if it is open. */
  readonly front: PanelId;
}

const narrowWindow = typeof window === 'undefined' ? null : window.matchMedia(NARROW);

const useSession = create<Session>()(() => ({ narrow: narrowWindow?.matches ?? false, front: 'inspector' }));

narrowWindow?.addEventListener('change', ({ matches }) => useSession.setState({ narrow: matches }));

const BESIDE: Readonly<Partial<Record<PanelId, PanelId>>> = { palette: 'inspector', inspector: 'palette' };

/** Whether a panel is shown: it is not folded away, and nothing takes its place in a narrow window. */
function isShown(id: PanelId, closed: Remembered['closedPanels'], { narrow, front }: Session): boolean {
  const other = BESIDE[id];
  const crowded = narrow && other !== undefined && front !== id && !closed.includes(other);
  return !closed.includes(id) && !crowded;
}

/** Whether a panel is shown now; re-renders when that changes. None is while presenting. */
export function usePanelShown(id: PanelId): boolean {
  const closed = useRemembered((each) => each.closedPanels);
  const shown = useSession((session) => isShown(id, closed, session));
  const presenting = useStore((state) => state.presenting);
  return shown && !presenting;
}

/** Folds a panel away. */
export function closePanel(id: PanelId): void {
  const { closedPanels } = remembered();
  if (!closedPanels.includes(id)) remember('closedPanels', [...closedPanels, id]);
}

/** Shows a panel; in a narrow window in place of the one on the other side. */
export function openPanel(id: PanelId): void {
  const { closedPanels } = remembered();
  if (id !== 'findings') useSession.setState({ front: id });
  if (closedPanels.includes(id))
    remember(
      'closedPanels',
      closedPanels.filter((each) => each !== id),
    );
}

/** Shows a panel, or folds it away. */
export function togglePanel(id: PanelId): void {
  if (isShown(id, remembered().closedPanels, useSession.getState())) closePanel(id);
  else openPanel(id);
}

/** Remembers how large somebody has made a panel. */
export function keepPanelSize(id: PanelId, pixels: number): void {
  const { panelSizes } = remembered();
  const size = Math.round(pixels);
  if (panelSizes[id] !== size) remember('panelSizes', { ...panelSizes, [id]: size });
}
