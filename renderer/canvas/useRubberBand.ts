import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useMemo, useRef } from 'react';
import { boundsOf } from '../../shared/diagram/geometry.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { present, select, useStore } from '../state/store.ts';
import { elementsIn } from './hitTest.ts';
import { clearOverlay, showOverlay } from './overlay.ts';

/** Pixels on the screen below which a press is a click. */
const CLICK = 4;

type Mode = 'replace' | 'add' | 'take';

const modeOf = ({ shiftKey, metaKey, ctrlKey, altKey }: PointerEvent): Mode =>
  altKey ? 'take' : shiftKey || metaKey || ctrlKey ? 'add' : 'replace';

function combine(before: readonly string[], found: readonly string[], mode: Mode): readonly string[] {
  if (mode === 'replace') return found;
  return mode === 'add' ? [...new Set([...before, ...found])] : before.filter((id) => !found.includes(id));
}

interface Band {
  readonly pointer: number;
  readonly mode: Mode;
  readonly screen: Position;
  readonly start: Position;
  readonly before: readonly string[];
  drawn: boolean;
}

const isPane = (target: EventTarget): boolean =>
  target instanceof Element && target.classList.contains('react-flow__pane');

/**
 * A box drawn from the empty canvas selects what it touches: Shift or Ctrl adds, Alt takes away, Escape leaves the
 * selection as it was. It asks the document, since React Flow knows only what is mounted.
 */
export function useRubberBand() {
  const flow = useReactFlow();
  const running = useRef<Band | null>(null);
  return useMemo(() => {
    const at = (event: PointerEvent): Position =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const stop = (): void => {
      running.current = null;
      clearOverlay();
      window.removeEventListener('keydown', onKey, { capture: true });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !running.current) return;
      event.stopPropagation();
      select(running.current.before);
      stop();
    };
    const onPointerDownCapture = (event: PointerEvent<HTMLElement>): void => {
      const panning = event.currentTarget.dataset.panning === 'true';
      if (event.button !== 0 || event.pointerType === 'touch' || panning || !isPane(event.target)) return;
      running.current = {
        pointer: event.pointerId,
        mode: modeOf(event),
        screen: { x: event.clientX, y: event.clientY },
        start: at(event),
        before: useStore.getState().selection,
        drawn: false,
      };
      window.addEventListener('keydown', onKey, { capture: true });
    };
    const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
      const band = running.current;
      if (!band || band.pointer !== event.pointerId) return;
      const distance = Math.hypot(event.clientX - band.screen.x, event.clientY - band.screen.y);
      if (!band.drawn && distance < CLICK) return;
      if (!band.drawn) event.currentTarget.setPointerCapture(event.pointerId);
      band.drawn = true;
      const corners = [band.start, at(event)].map((point) => ({ ...point, width: 0, height: 0 }));
      const box = boundsOf(corners);
      if (!box) return;
      showOverlay({ band: box });
      const found = combine(band.before, elementsIn(present(), box), band.mode);
      const { selection } = useStore.getState();
      const same = found.length === selection.length && found.every((id, i) => id === selection[i]);
      if (!same) select(found);
    };
    const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
      const band = running.current;
      if (!band || band.pointer !== event.pointerId) return;
      stop();
      // The click that follows a box must not empty what the box selected.
      if (band.drawn) onceClick(event.currentTarget);
    };
    return { onPointerDownCapture, onPointerMove, onPointerUp, onPointerCancel: onPointerUp };
  }, [flow]);
}

/** Keeps the click that ends a drag from everybody; it comes at once or not at all. */
function onceClick(frame: HTMLElement): void {
  const swallow = (event: Event): void => event.stopPropagation();
  frame.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => frame.removeEventListener('click', swallow, { capture: true }));
}
