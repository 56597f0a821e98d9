import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { showFinding } from '../inspector/showFinding.ts';
import { useReport } from '../state/derived.ts';
import { goTo } from '../state/goTo.ts';
import { flyTo, present, select, useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { reveal, turn, useFolds } from './folds.ts';
import { outlineStep, typedRow } from './outlineKeys.ts';
import { type OutlineRow, outlineRows } from './rows.ts';

/** Letters that follow each other faster than this, in milliseconds, are one search. */
const TYPING = 700;

/** The letters typed one soon after the other. While they are, the tree says so: no letter is a command then. */
function useTyped(): (tree: Element, letter: string) => string {
  const typed = useRef({ text: '', timer: 0 });
  return useCallback((tree: Element, letter: string) => {
    window.clearTimeout(typed.current.timer);
    const end = (): void => {
      typed.current.text = '';
      tree.removeAttribute('data-typing');
    };
    typed.current = { text: typed.current.text + letter, timer: window.setTimeout(end, TYPING) };
    tree.setAttribute('data-typing', 'true');
    return typed.current.text;
  }, []);
}

const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

const added = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);

const selection = (): readonly string[] => useStore.getState().selection;

function enter(row: OutlineRow): void {
  if (row.finding) showFinding(row.finding);
  else goTo(row.element);
}

/** The rows of the outline, the one that has or would have the focus, and what keys and presses do to them. */
export function useOutline() {
  const catalog = useCatalog();
  const diagram = useStore((state) => state.history.present);
  const selected = useStore((state) => state.selection);
  const folds = useFolds((state) => state.folds);
  const report = useReport();
  const rows = useMemo(() => outlineRows({ diagram, report, catalog }, folds), [diagram, report, catalog, folds]);
  const [active, setActive] = useState<{ readonly key: string; readonly index: number }>({ key: '', index: 0 });
  /** A row to bring into view; `focus`: and to put the focus on. A new object for every request. */
  const [asked, setAsked] = useState<{ readonly key: string; readonly focus: boolean } | null>(null);
  const typed = useTyped();

  const found = rows.findIndex((row) => row.key === active.key);
  // What had the focus may be gone: its neighbour takes its place.
  const at = found >= 0 ? found : Math.max(0, Math.min(active.index, rows.length - 1));
  const row = rows[at];

  // What is selected elsewhere is shown here.
  const [only] = selected;
  const shownElement = useRef('');
  useEffect(() => {
    if (only === undefined || shownElement.current === only) return;
    shownElement.current = only;
    const key = reveal(present(), only);
    if (key === null) return;
    setActive({ key, index: 0 });
    setAsked({ key, focus: false });
  }, [only]);

  // What had the focus may have gone with its element: the row in its place takes it.
  const hasFocus = useRef(false);
  const next = row?.key;
  useEffect(() => {
    const isLost = rows.length > 0 && document.activeElement === document.body;
    if (hasFocus.current && next !== undefined && isLost) setAsked({ key: next, focus: true });
  }, [next, rows]);

  const onActive = useCallback((index: number) => setActive({ key: rows[index]?.key ?? '', index }), [rows]);

  const go = (index: number, how: 'select' | 'add' | 'look'): void => {
    const next = rows[index];
    if (!next) return;
    setActive({ key: next.key, index });
    setAsked({ key: next.key, focus: true });
    if (how === 'look') return;
    shownElement.current = how === 'select' ? next.element : shownElement.current;
    select(how === 'select' ? [next.element] : added(selection(), next.element));
  };

  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    const pressed = rows[Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1)];
    if (!pressed) return;
    if (target.closest('[data-fold]')) turn([pressed]);
    else press(pressed, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  const press = (pressed: OutlineRow, several: boolean): void => {
    shownElement.current = pressed.element;
    if (several) select(toggled(selection(), pressed.element));
    else if (pressed.finding) showFinding(pressed.finding);
    else {
      select([pressed.element]);
      flyTo([pressed.element]);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || !row) return;
    const control = event.ctrlKey || event.metaKey;
    const step = outlineStep(event.key, rows, at);
    if (step === null) {
      if (control || event.key.length !== 1) return;
      const hit = typedRow(rows, at, typed(event.currentTarget, event.key));
      if (hit !== null) go(hit, 'select');
    } else if (step.do === 'focus') go(step.at, control ? 'look' : event.shiftKey ? 'add' : 'select');
    else if (step.do === 'fold') turn(step.rows);
    else if (step.do === 'enter') {
      shownElement.current = row.element;
      enter(row);
    } else if (control || event.shiftKey) select(toggled(selection(), row.element));
    else {
      select([row.element]);
      flyTo([row.element]);
    }
    event.preventDefault();
  };

  const onFocus = (): void => {
    hasFocus.current = true;
  };
  const onBlur = (): void => {
    hasFocus.current = false;
  };

  return { rows, at, asked, selected, onActive, keys: { onClick, onKeyDown, onFocus, onBlur } };
}
