import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import classes from './Outline.module.css';
import { Row } from './Row.tsx';
import { useOutline } from './useOutline.ts';

/** Height in pixels, as in the style sheet. */
const ROW = 28;

/**
 * The diagram as a tree: boundaries, what stands in them, flows, findings. In step with the canvas: what is selected
 * here is selected there, and the other way round. Only the rows in view are in the page.
 */
export function Outline() {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, at, asked, selected, onActive, keys } = useOutline();
  const chosen = useMemo(() => new Set(selected), [selected]);
  const withActive = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(at) || at >= range.count ? indexes : [...indexes, at].sort((a, b) => a - b);
    },
    [at],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    rangeExtractor: withActive,
    useFlushSync: false,
  });
  const answered = useRef<typeof asked>(null);
  useEffect(() => {
    if (!asked || answered.current === asked) return;
    const index = rows.findIndex((row) => row.key === asked.key);
    if (index < 0) return; // what it stands in opens first
    answered.current = asked;
    virtualizer.scrollToIndex(index);
    if (!asked.focus) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }, [asked, rows, virtualizer]);
  if (rows.length === 0)
    return <p className={classes.empty}>Nothing here yet. What you draw is listed here as a tree.</p>;
  return (
    <div ref={scroller} className={classes.scroller}>
      <div
        role="tree"
        aria-label="Outline of the diagram"
        aria-multiselectable="true"
        tabIndex={-1}
        className={classes.tree}
        data-outline
        style={{ height: rows.length * ROW }}
        {...keys}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <Row
                key={row.key}
                row={row}
                index={index}
                top={start}
                selected={chosen.has(row.element)}
                active={index === at}
                onActive={onActive}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
