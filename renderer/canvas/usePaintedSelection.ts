import { type RefObject, useEffect, useMemo, useState } from 'react';
import { shown, useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import { resourceAt } from './hitTest.ts';

/** As many selected elements are mounted where all else is painted. */
const MOST = 12;

const NONE: ReadonlySet<string> = new Set();

/** The resource under the pointer while `active`. A button that is held down keeps what was under it then. */
function useUnderPointer(frame: RefObject<HTMLElement | null>, active: boolean): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const listening = new AbortController();
    const look = ({ clientX: x, clientY: y, buttons }: PointerEvent): void => {
      const point = canvasPort()?.toDiagram({ x, y });
      if (buttons === 0 && point) setId(resourceAt(shown(), point));
    };
    frame.current?.addEventListener('pointermove', look, { passive: true, signal: listening.signal });
    return () => {
      listening.abort();
      setId(null);
    };
  }, [frame, active]);
  return id;
}

/**
 * What of a large selection is painted while `overview`: to mount hundreds of elements at once would stop the page. What
 * is under the pointer is mounted, so that it can be dragged, and all of the selection with it.
 */
export function usePaintedSelection(frame: RefObject<HTMLElement | null>, overview: boolean): ReadonlySet<string> {
  const selection = useStore((state) => state.selection);
  const isLarge = overview && selection.length > MOST;
  const pointed = useUnderPointer(frame, isLarge);
  return useMemo(
    () => (isLarge ? new Set(selection.slice(MOST).filter((id) => id !== pointed)) : NONE),
    [isLarge, selection, pointed],
  );
}
