import { useStoreApi } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { create } from 'zustand';
import { idsWithin } from '../../shared/diagram/graph.ts';
import type { Diagram, Position } from '../../shared/diagram/schema.ts';
import { present, preview, useShown } from '../state/store.ts';
import { sameDrawing } from './sameDrawing.ts';

/** Pixels that what is dragged may be ahead of React Flow: so far in from the edges it may lack what comes into view. */
const AHEAD = 192;
/** Milliseconds after the last step of a drag that React Flow draws it. */
const REST = 150;

/** What React Flow draws: what the canvas shows, but for steps of a drag that are only shown, and for what it does not draw. */
export const useDrawn = create(() => useShown.getState());

const nothing = () => {};

/** True while the canvas shows steps of a drag that React Flow has not drawn; what takes them back where it draws. */
let isAhead = false;
let putBack = nothing;

function draw(): void {
  isAhead = false;
  putBack();
  putBack = nothing;
  const [now, before] = [useShown.getState(), useDrawn.getState()];
  if (now.isRunning !== before.isRunning || !sameDrawing(before.diagram, now.diagram)) useDrawn.setState(now);
}

// Whatever ends a gesture, be it another command, ends the carrying too.
useShown.subscribe(({ isRunning }) => {
  if (!isAhead || !isRunning) draw();
});

/** Moves elements of the page, wherever React Flow put them. */
function carry(elements: readonly HTMLElement[], x: number, y: number): void {
  const translate = x === 0 && y === 0 ? '' : `${x}px ${y}px`;
  for (const { style } of elements) style.translate = translate;
}

/**
 * While something is dragged the pointer is the canvas's alone: a pane over all of it (see the style sheet) keeps the browser
 * from looking for what is beneath, and the borders of the panels, which listen everywhere, hear that a move is not theirs.
 * Returns what ends that.
 */
function holdPointer(frame: HTMLElement | null): () => void {
  const take = (event: PointerEvent): void => event.preventDefault();
  frame?.addEventListener('pointermove', take);
  frame?.toggleAttribute('data-carrying', true);
  return () => {
    frame?.removeEventListener('pointermove', take);
    frame?.toggleAttribute('data-carrying', false);
  };
}

/** Where React Flow has drawn what is dragged. */
interface Drawn {
  /** The first of what is dragged, in its boundary. */
  readonly at: Position;
  /** The view, as React Flow says it: another object each time. */
  readonly view: readonly number[];
}

/**
 * Shows the steps of a drag without React Flow, for which one is far dearer: the elements that are dragged are moved on the
 * page, their flows follow by themselves. It draws the first step, and one whenever they have gone far, rest, or the view
 * changes.
 */
export function useCarry(frame: RefObject<HTMLElement | null>) {
  const store = useStoreApi();
  return useMemo(() => {
    let ids: ReadonlySet<string> = new Set();
    let at: Position = { x: 0, y: 0 };
    let drawn: Drawn | null = null;
    let elements: readonly HTMLElement[] | null = null;
    let rest = 0;
    let letGo = nothing;
    const noteDrawn = (): void => {
      drawn = { at, view: store.getState().transform };
      elements = null;
    };
    const catchUp = (): void => {
      draw();
      noteDrawn();
    };
    const find = (): readonly HTMLElement[] =>
      [...(frame.current?.querySelectorAll<HTMLElement>('.react-flow__node') ?? [])].filter(({ dataset }) =>
        ids.has(dataset.id ?? ''),
      );
    return {
      begin(moving: readonly string[]): void {
        ids = new Set([...moving, ...idsWithin(present(), moving)]);
        drawn = null;
        letGo();
        const stopListening = store.subscribe(({ transform }) => {
          if (drawn && drawn.view !== transform) catchUp();
        });
        const release = holdPointer(frame.current);
        letGo = () => {
          stopListening();
          release();
        };
      },
      /** Shows what an edit makes of the document, that brings the first of what is dragged `to` a place in its boundary. */
      step(to: Position, edit: (diagram: Diagram) => Diagram): void {
        at = to;
        const [x, y] = drawn ? [at.x - drawn.at.x, at.y - drawn.at.y] : [0, 0];
        isAhead = drawn !== null && Math.max(Math.abs(x), Math.abs(y)) * store.getState().transform[2] < AHEAD;
        preview(edit);
        window.clearTimeout(rest);
        if (isAhead) {
          elements ??= find();
          carry(elements, x, y);
          const carried = elements;
          putBack = () => carry(carried, 0, 0);
          rest = window.setTimeout(catchUp, REST);
        } else {
          noteDrawn();
        }
      },
      end(): void {
        window.clearTimeout(rest);
        letGo();
        letGo = nothing;
        drawn = null;
        elements = null;
      },
    };
  }, [frame, store]);
}
