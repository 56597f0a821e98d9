import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { IS_MAC } from '../commands/shortcuts.ts';
import { FAR, useWheeling, type View, ZOOM } from '../state/viewport.ts';
import { createGlide } from './glide.ts';
import { type Shift, viewShift } from './viewShift.ts';

/** Pixels between the dots of the canvas, at 100 %. */
export const DOTS = 24;
/** Pixels of the canvas for one of the wheel. */
const SPEED = 0.5;
/** Of a wheel that counts in lines. */
const LINE = 20;
/** Milliseconds that the view may be ahead of React Flow. */
const AHEAD = 150;
/** Pixels at the edges that may come into view before they are drawn. */
const GAP = 192;
/** Milliseconds after its last step that a gesture is over. */
const REST = 250;

/** The view after a step of the wheel: zoomed around the pointer with Control, Command or a pinch, moved without. */
function stepped(event: WheelEvent, frame: DOMRect, { x, y, zoom }: View): View {
  const { deltaMode, shiftKey } = event;
  const lines = deltaMode === WheelEvent.DOM_DELTA_LINE;
  if (event.ctrlKey || event.metaKey) {
    const finger = event.ctrlKey && IS_MAC ? 10 : 1; // a pinch counts in small steps
    const unit = lines ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 0.002 : 1;
    const wanted = zoom * 2 ** (-event.deltaY * unit * finger);
    const next = Math.min(ZOOM.max, Math.max(ZOOM.min, wanted));
    const [left, top] = [event.clientX - frame.left, event.clientY - frame.top];
    return { x: left - ((left - x) * next) / zoom, y: top - ((top - y) * next) / zoom, zoom: next };
  }
  const pixels = (lines ? LINE : 1) * SPEED;
  // A mouse has one wheel: with Shift it goes across, where the system does not do that itself.
  const turned = shiftKey && !IS_MAC;
  const across = turned ? event.deltaX || event.deltaY : event.deltaX;
  return { x: x - across * pixels, y: y - (turned ? 0 : event.deltaY) * pixels, zoom };
}

/** How to show what is drawn in another view; null where it would leave a large gap, or look different there. */
function reached(frame: DOMRect, drawn: View, wanted: View): Shift | null {
  if (drawn.zoom < FAR !== wanted.zoom < FAR) return null;
  const reach = { width: GAP, height: GAP };
  return viewShift(frame, reach, [drawn.x, drawn.y, drawn.zoom], [wanted.x, wanted.y, wanted.zoom]);
}

const MODIFIERS = ['Alt', 'Control', 'Meta', 'Shift'];

/** React Flow's name for what scrolls by itself. */
const SCROLLS = '.nowheel';
const SURFACE = '.react-flow__renderer';

/** The canvas, shown ahead of what React Flow has drawn. */
function createWheel(frame: HTMLElement, flow: ReactFlowInstance) {
  const glide = createGlide(() => [
    { element: frame.querySelector('.react-flow__viewport'), period: null },
    { element: frame.querySelector('.react-flow__background'), period: DOTS },
  ]);
  /** Where the canvas is shown; null where React Flow has drawn it. */
  let ahead: View | null = null;
  let timer = 0;
  let rest = 0;

  const draw = (view: View): void => {
    window.clearTimeout(timer);
    timer = 0;
    ahead = null;
    glide.reset();
    void flow.setViewport(view);
  };
  const settle = (): void => {
    if (ahead) draw(ahead);
  };
  const finish = (): void => {
    settle();
    if (rest === 0) return;
    window.clearTimeout(rest);
    rest = 0;
    glide.end();
    delete frame.dataset.wheeling;
    useWheeling.setState({ wheeling: false });
  };
  const onWheel = (event: WheelEvent): void => {
    const { target, buttons } = event;
    if (!(target instanceof Element) || !target.closest(SURFACE)) return;
    const scrolls = target.closest(SCROLLS) !== null;
    // Else the browser zooms the page.
    if (!scrolls || event.ctrlKey) event.preventDefault();
    if (scrolls) return;
    event.stopPropagation();
    const drawn = flow.getViewport();
    const box = frame.getBoundingClientRect();
    const wanted = stepped(event, box, ahead ?? drawn);
    // The first step is drawn: it also ends a flight of the view.
    const isFirst = rest === 0;
    if (isFirst) {
      frame.dataset.wheeling = 'true';
      useWheeling.setState({ wheeling: true });
    }
    window.clearTimeout(rest);
    rest = window.setTimeout(finish, REST);
    const shift = reached(box, drawn, wanted);
    if (isFirst || buttons !== 0 || frame.dataset.painted === 'true' || shift === null) {
      draw(wanted);
      return;
    }
    ahead = wanted;
    glide.show(shift, wanted.zoom);
    timer ||= window.setTimeout(settle, AHEAD);
  };
  return { onWheel, finish };
}

/**
 * Pans and zooms by wheel and pinch. Between two steps of React Flow what is drawn is only shown elsewhere, since a step
 * of React Flow is far dearer. Whatever asks where something is calls what this returns first; a key and a button of the
 * mouse do so too.
 */
export function useWheel(frame: RefObject<HTMLElement | null>): () => void {
  const flow = useReactFlow();
  const finish = useRef<() => void>(() => {});
  useEffect(() => {
    if (!frame.current) return;
    const wheel = createWheel(frame.current, flow);
    const listening = new AbortController();
    const { signal } = listening;
    finish.current = wheel.finish;
    frame.current.addEventListener('wheel', wheel.onWheel, { capture: true, passive: false, signal });
    for (const type of ['pointerdown', 'dragover', 'blur'])
      window.addEventListener(type, wheel.finish, { capture: true, signal });
    const onKey = ({ key }: KeyboardEvent): void => {
      // A modifier that is held repeats itself, and belongs to the wheel.
      if (!MODIFIERS.includes(key)) wheel.finish();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal });
    return () => {
      wheel.finish();
      listening.abort();
      finish.current = () => {};
    };
  }, [frame, flow]);
  return useCallback(() => finish.current(), []);
}
