import { useEffect } from 'react';
import { isBusy } from '../commands/keyboard.ts';
import { leavePresentation } from '../state/presentation.ts';
import { useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './Presentation.module.css';

/** True when Escape is for something in front: a menu, a dialog, a box that is drawn. */
const isInFront = (): boolean => useStore.getState().contextMenu !== null || isBusy();

/** Leaves on Escape, which the browser keeps to itself while it has the whole screen. */
function useLeaving(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isInFront()) return;
      leavePresentation();
      event.stopPropagation(); // what is selected stays
    };
    const onFullscreen = () => {
      if (!document.fullscreenElement) leavePresentation();
    };
    // Before what is in front goes away by the same key.
    window.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('fullscreenchange', onFullscreen);
    };
  }, []);
}

/** The whole diagram in view, also when the window becomes the screen a moment later. */
function useFitting(): void {
  useEffect(() => {
    const fit = () => canvasPort()?.fit();
    const frame = requestAnimationFrame(fit);
    window.addEventListener('resize', fit);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', fit);
    };
  }, []);
}

function Hint() {
  useLeaving();
  useFitting();
  return (
    <p className={classes.hint}>
      <kbd>Esc</kbd> or <kbd>P</kbd> leaves the presentation
    </p>
  );
}

/** What a presentation has besides the canvas: a word on how to leave it, which fades. */
export function Presentation() {
  const presenting = useStore((state) => state.presenting);
  return presenting ? <Hint /> : null;
}
