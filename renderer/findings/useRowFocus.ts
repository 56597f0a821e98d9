import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useState } from 'react';

const PAGE = 10;

/** Where a key leads to from row `at` of `count`, or null for other keys. */
function target(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(to, count - 1));
}

/** The row that Tab leads to, and the keys that move it. */
export function useRowFocus(count: number) {
  const [chosen, setActive] = useState(0);
  /** A row to focus once it is in the page; a new object for every request. */
  const [asked, setAsked] = useState<{ readonly index: number } | null>(null);
  const active = Math.max(0, Math.min(chosen, count - 1));
  const goTo = useCallback((index: number) => {
    setActive(index);
    setAsked({ index });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, active, count);
    if (to === null) return;
    event.preventDefault();
    goTo(to);
  };
  /** Keeps the focus at a place of the list whose row is about to go. */
  const stayAt = useCallback((index: number) => setAsked({ index }), []);
  /** The active row stays in the page however far one scrolls: the focus must not get lost. */
  const withActive = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(active) || active >= range.count ? indexes : [...indexes, active].sort((a, b) => a - b);
    },
    [active],
  );
  return { active, setActive, asked, goTo, stayAt, onKeyDown, withActive };
}

interface Scrolls {
  readonly scrollToIndex: (index: number) => void;
}

/** Brings the row that was asked for into view and gives it the focus. */
export function useFocusAsked(
  asked: { readonly index: number } | null,
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Scrolls,
): void {
  useEffect(() => {
    if (!asked) return;
    virtualizer.scrollToIndex(asked.index);
    scroller.current?.querySelector<HTMLElement>(`tr[data-index="${asked.index}"]`)?.focus({ preventScroll: true });
  }, [asked, scroller, virtualizer]);
}
