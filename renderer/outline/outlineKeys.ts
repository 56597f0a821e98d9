import type { OutlineRow } from './rows.ts';

/** What a key does in the outline. */
export type OutlineStep =
  | { readonly do: 'focus'; readonly at: number }
  | { readonly do: 'fold'; readonly rows: readonly OutlineRow[] }
  | { readonly do: 'enter' }
  | { readonly do: 'show' };

const PAGE = 10;

function vertical(key: string, at: number, last: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(to, last));
}

/** Right opens a row, or leads into an open one; left closes it, or leads out. */
function sideways(key: string, rows: readonly OutlineRow[], at: number): OutlineStep | null {
  const row = rows[at];
  if (!row) return null;
  if (key === 'ArrowRight') {
    if (row.open === null) return null;
    return row.open ? { do: 'focus', at: at + 1 } : { do: 'fold', rows: [row] };
  }
  if (key !== 'ArrowLeft') return null;
  if (row.open === true) return { do: 'fold', rows: [row] };
  const parent = rows.findIndex((each) => each.key === row.parent);
  return parent < 0 ? null : { do: 'focus', at: parent };
}

/** What a key means on a row; null for keys that the outline leaves alone. */
export function outlineStep(key: string, rows: readonly OutlineRow[], at: number): OutlineStep | null {
  const to = vertical(key, at, rows.length - 1);
  if (to !== null) return { do: 'focus', at: to };
  if (key === 'Enter') return { do: 'enter' };
  if (key === ' ') return { do: 'show' };
  if (key === '*') {
    const { parent } = rows[at] ?? {};
    return { do: 'fold', rows: rows.filter((row) => row.parent === parent && row.open === false) };
  }
  return sideways(key, rows, at);
}

/** The next row whose name begins with what was typed; from the row itself on when more than one letter was typed. */
export function typedRow(rows: readonly OutlineRow[], at: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  const first = typed.length > 1 ? at : at + 1;
  for (let step = 0; step < rows.length; step++) {
    const index = (first + step) % rows.length;
    if (rows[index]?.name.toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
