import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { boundsOf, type Rect } from '../../shared/diagram/geometry.ts';
import { allRects, rectsOf } from '../../shared/diagram/graph.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { present, useStore } from '../state/store.ts';
import { setCanvasPort, type View, ZOOM } from '../state/viewport.ts';
import { useWheel } from './useWheel.ts';

const MARGIN = 32;
/** Pixels that the zoom buttons take, with their margin. */
const BUTTONS = 60;
/** Pixels that are left to what is shown, however large the bar of a review is. */
const LOWEST = 56;
/** How far a selection is zoomed into. */
const CLOSE = 1.5;
const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether most of a view is seen from another, so that a glide between them shows the way: further off it would only cost time. */
function isNear(size: DOMRect, from: View, to: View): boolean {
  const middle = ({ x, y, zoom }: View): Position => ({
    x: (size.width / 2 - x) / zoom,
    y: (size.height / 2 - y) / zoom,
  });
  const [a, b] = [middle(from), middle(to)];
  const scale = Math.max(from.zoom, to.zoom);
  const zooms = scale / Math.min(from.zoom, to.zoom);
  return Math.abs(a.x - b.x) * scale < size.width && Math.abs(a.y - b.y) * scale < size.height && zooms < 2;
}

/** How much of the canvas, from its top, the bar of a review covers. */
function coveredBy(size: DOMRect): number {
  const bar = document.querySelector('[data-review]')?.getBoundingClientRect();
  return bar ? Math.min(bar.bottom - size.top, size.height - LOWEST) : 0;
}

/** Where the pointer is over the canvas, in pixels of the window. Noted, not rendered. */
function usePointerPlace(frame: RefObject<HTMLElement | null>): RefObject<Position | null> {
  const place = useRef<Position | null>(null);
  useEffect(() => {
    const element = frame.current;
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      place.current = { x: clientX, y: clientY };
    };
    const onLeave = () => {
      place.current = null;
    };
    element?.addEventListener('pointermove', onMove, { passive: true, capture: true });
    element?.addEventListener('pointerleave', onLeave);
    return () => {
      element?.removeEventListener('pointermove', onMove, { capture: true });
      element?.removeEventListener('pointerleave', onLeave);
    };
  }, [frame]);
  return place;
}

/** Whether the main button is held down that was pressed on the canvas. Noted, not rendered. */
function useDragging(frame: RefObject<HTMLElement | null>): RefObject<boolean> {
  const dragging = useRef(false);
  useEffect(() => {
    const listeners = new AbortController();
    const options = { capture: true, passive: true, signal: listeners.signal };
    const follow = ({ buttons }: PointerEvent) => {
      // The end of a drag outside the window may be seen by nobody: the next move tells.
      if (buttons === 0) dragging.current = false;
    };
    frame.current?.addEventListener(
      'pointerdown',
      ({ button }) => {
        dragging.current = button === 0;
      },
      options,
    );
    for (const type of ['pointermove', 'pointerup', 'pointercancel'] as const)
      window.addEventListener(type, follow, options);
    return () => listeners.abort();
  }, [frame]);
  return dragging;
}

/**
 * Moves the view. The fit is computed from the document, since React Flow knows only what it has mounted. Elements
 * that are asked for are brought to the middle without zooming in further than 100 %.
 */
export function useViewport(frame: RefObject<HTMLDivElement | null>): void {
  const drawn = useReactFlow();
  const finishWheel = useWheel(frame);
  /** React Flow, with the view that is seen. */
  const flow = useCallback(() => {
    finishWheel();
    return drawn;
  }, [drawn, finishWheel]);
  const flight = useStore((state) => state.flight);

  const show = useCallback(
    (rects: readonly Rect[], largest: number, duration: number) => {
      const box = boundsOf(rects);
      const size = frame.current?.getBoundingClientRect();
      if (!size || size.width === 0) return;
      if (!box) {
        void flow().setViewport({ x: 80, y: 80, zoom: 1 });
        return;
      }
      // The zoom buttons stand at the left edge, and hide nothing of a diagram that is all in view.
      const beside = Math.max(MARGIN, Math.min(BUTTONS, size.width * 0.1));
      const room = (length: number, margin: number) => Math.max(length - 2 * margin, 40);
      const top = coveredBy(size);
      const fit = Math.min(room(size.width, beside) / box.width, room(size.height - top, MARGIN) / box.height, largest);
      const zoom = Math.max(fit, ZOOM.min);
      const x = size.width / 2 - (box.x + box.width / 2) * zoom;
      const y = (top + size.height) / 2 - (box.y + box.height / 2) * zoom;
      const to = { x, y, zoom };
      const near = isNear(size, flow().getViewport(), to);
      void flow().setViewport(to, near ? { duration, interpolate: 'linear' } : {});
    },
    [flow, frame],
  );
  const bring = useCallback(
    (ids: readonly string[] | 'all', largest = ids === 'all' ? 1 : Math.max(flow().getZoom(), 0.6)) =>
      show(ids === 'all' ? allRects(present()) : rectsOf(present(), ids), largest, ids === 'all' || still() ? 0 : 250),
    [show, flow],
  );

  useEffect(() => {
    if (flight) bring(flight.ids);
  }, [flight, bring]);

  const pointer = usePointerPlace(frame);
  const dragging = useDragging(frame);

  useEffect(() => {
    const toDiagram = (point: Readonly<Position>): Position =>
      flow().screenToFlowPosition(point, { snapToGrid: false });
    setCanvasPort({
      toDiagram,
      pointer: () => pointer.current && toDiagram(pointer.current),
      isDragging: () => dragging.current,
      zoomBy: (factor) => void flow().zoomTo(Math.min(ZOOM.max, Math.max(ZOOM.min, flow().getZoom() * factor))),
      fit: () => bring('all'),
      show: (rects) => show(rects, 1, 0),
      zoomTo: (ids) => bring(ids, CLOSE),
      zoom100: () => void flow().zoomTo(1, { duration: still() ? 0 : 150 }),
      view: () => flow().getViewport(),
      setView: (view) => void flow().setViewport(view),
      visibleRect: () => {
        const size = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 600);
        const topLeft = flow().screenToFlowPosition({ x: size.left, y: size.top }, { snapToGrid: false });
        return { ...topLeft, width: size.width / flow().getZoom(), height: size.height / flow().getZoom() };
      },
      focusElement: (id) => {
        const place = `:is(.react-flow__node, .react-flow__edge)[data-id="${CSS.escape(id)}"]`;
        const element = frame.current?.querySelector<HTMLElement>(place);
        element?.focus();
        return element != null;
      },
    });
    return () => setCanvasPort(null);
  }, [flow, show, bring, frame, pointer, dragging]);
}
