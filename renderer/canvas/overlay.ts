import { create } from 'zustand';
import type { Rect } from '../../shared/diagram/geometry.ts';
import type { EqualGap, Guide } from '../../shared/diagram/guides.ts';

/** What is drawn over the canvas while a gesture runs, in diagram coordinates; no part of the document. */
interface OverlayState {
  readonly guides: readonly Guide[];
  readonly gaps: readonly EqualGap[];
  /** The box that is being drawn around elements. */
  readonly band: Rect | null;
}

const NOTHING: OverlayState = { guides: [], gaps: [], band: null };

export const useOverlay = create<OverlayState>()(() => NOTHING);

export const showOverlay = (overlay: Partial<OverlayState>): void => useOverlay.setState(overlay);

export const clearOverlay = (): void => {
  if (useOverlay.getState() !== NOTHING) useOverlay.setState(NOTHING, true);
};
