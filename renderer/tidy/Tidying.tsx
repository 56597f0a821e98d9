import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import classes from './Tidying.module.css';
import { cancelTidying, useTidying } from './tidy.ts';

function Running() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancelTidying();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return (
    <div className={classes.bar} data-testid="tidying">
      <Loader size={16} aria-hidden="true" />
      <span>Tidying…</span>
      <Button variant="default" size="compact-sm" onClick={cancelTidying} aria-keyshortcuts="Escape">
        Cancel
      </Button>
    </div>
  );
}

/** Says that a layout is being computed, and gives it up by its button or by Escape. */
export function Tidying() {
  const running = useTidying((state) => state.running !== null);
  return running ? <Running /> : null;
}
