import type { KeyboardEvent } from 'react';
import { textsById } from '../../shared/diagram/graph.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { DiagramSummary } from './DiagramSummary.tsx';
import { ElementPanel } from './ElementPanel.tsx';
import { backToCanvas } from './focusInspector.ts';
import classes from './Inspector.module.css';
import { SelectionSummary } from './SelectionSummary.tsx';
import { TextPanel } from './TextPanel.tsx';

/** Escape leads back to the canvas; a list that is open in a field closes first. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
  // Menus and lists lie outside of the panel in the page, and their keys are theirs.
  if (!currentTarget.contains(target) || (target.getAttribute('aria-expanded') === 'true' && target.matches('input')))
    return;
  backToCanvas();
}

/** The right-hand panel: the selected element, what can be done with several, or the diagram as a whole. */
export function Inspector() {
  useCatalog(); // what is below reads it
  const count = useStore(({ selection }) => selection.length);
  const id = useStore(({ selection }) => selection[0]);
  const text = useStore(({ selection: [only], history: { present } }) =>
    only === undefined ? undefined : textsById(present.texts).get(only),
  );
  return (
    <aside className={classes.inspector} aria-label="Inspector" data-part onKeyDown={onKeyDown}>
      <h2 className="visually-hidden">Inspector</h2>
      {id === undefined ? (
        <DiagramSummary />
      ) : count > 1 ? (
        <SelectionSummary />
      ) : text ? (
        <TextPanel key={id} text={text} />
      ) : (
        // A new element starts afresh: what was unfolded or half typed belongs to the last one.
        <ElementPanel key={id} id={id} />
      )}
    </aside>
  );
}
