import { useEffect } from 'react';
import { leavePresentation } from '../state/presentation.ts';
import { useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './Presentation.module.css';

/** Leaves on Escape, which the browser keeps to itself while it has the whole screen. */
function useLeaving(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leavePresentation();
    };
    const onFullscreen = () => {
      if (!document.fullscreenElement) leavePresentation();
    };
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      window.removeEventListener('keydown', onKey);
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
