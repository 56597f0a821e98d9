import { useEffect, useState } from 'react';
import classes from './App.module.css';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Says, while files are dragged over the window, what comes of dropping them. The host opens them. */
export function DropHint() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onEnd = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
    };
    /** Only out of the window: what is left within it has something that is entered. */
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) onEnd(event);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onEnd);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onEnd);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={classes.drop} role="status">
      <span>Drop diagrams to open them: .parapet files, or pictures that Parapet has exported</span>
    </div>
  );
}
