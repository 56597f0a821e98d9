import { type RefObject, useEffect } from 'react';
import { readingOrder } from '../../shared/diagram/reading.ts';
import { present, useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';

const ELEMENT = '.react-flow__node, .react-flow__edge';

/** Puts the focus on the element that it was on last, else on what is selected, else on the first one in view. */
function enter(last: string | null): void {
  const { selection } = useStore.getState();
  const isOld = last !== null && selection.length > 0 && !selection.includes(last);
  const wanted = last === null || isOld ? selection : [last, ...selection];
  [...wanted, ...readingOrder(present())].some((id) => canvasPort()?.focusElement(id));
}

/**
 * The canvas is one stop of Tab, whatever stands on it: the frame takes the focus and passes it on to an element. While
 * an element has it the frame is no stop, so that Shift+Tab leads out.
 */
export function useTabStop(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const canvas = frame.current;
    if (!canvas) return;
    let last: string | null = null;
    let staying = false;
    const onFocus = ({ target }: FocusEvent): void => {
      const element = target instanceof Element && canvas.contains(target) ? target.closest(ELEMENT) : null;
      canvas.tabIndex = element === null ? 0 : -1;
      if (element !== null) last = element.getAttribute('data-id');
      else if (target === canvas && !staying) enter(last);
    };
    canvas.tabIndex = 0;
    document.addEventListener('focusin', onFocus);
    // With the element that has the focus the focus goes, and with it the place to walk on from: the frame keeps it.
    const stop = useStore.subscribe((state, before) => {
      if (state.history.present === before.history.present || !canvas.contains(document.activeElement)) return;
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        staying = true;
        canvas.focus({ preventScroll: true });
        staying = false;
      });
    });
    return () => {
      document.removeEventListener('focusin', onFocus);
      stop();
    };
  }, [frame]);
}
