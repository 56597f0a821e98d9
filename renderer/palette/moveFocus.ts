import type { KeyboardEvent } from 'react';

interface Spot {
  readonly x: number;
  readonly y: number;
}

const middleOf = (element: Element): Spot => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** How far a step in the direction of an arrow key leads from one place to another; null when it is not that way. */
const DISTANCE: Readonly<Record<string, (from: Spot, to: Spot) => number | null>> = {
  ArrowRight: (from, to) => (to.x > from.x + 1 && Math.abs(to.y - from.y) < 24 ? to.x - from.x : null),
  ArrowLeft: (from, to) => (to.x < from.x - 1 && Math.abs(to.y - from.y) < 24 ? from.x - to.x : null),
  ArrowDown: (from, to) => (to.y > from.y + 12 ? (to.y - from.y) * 4 + Math.abs(to.x - from.x) : null),
  ArrowUp: (from, to) => (to.y < from.y - 12 ? (from.y - to.y) * 4 + Math.abs(to.x - from.x) : null),
};

/** The tile that an arrow key, Home or End leads to, or null. */
function tileTowards(tiles: readonly HTMLElement[], current: HTMLElement, key: string): HTMLElement | null {
  const isItem = (tile: HTMLElement): boolean => tile.dataset.tile !== 'heading';
  if (key === 'Home') return tiles.find(isItem) ?? null;
  if (key === 'End') return tiles.findLast(isItem) ?? null;
  const distance = DISTANCE[key];
  if (!distance) return null;
  const from = middleOf(current);
  let best: { readonly tile: HTMLElement; readonly length: number } | null = null;
  for (const tile of tiles) {
    const length = distance(from, middleOf(tile));
    if (length !== null && (best === null || length < best.length)) best = { tile, length };
  }
  // At the end of a row the next one begins.
  const beside = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return best?.tile ?? (beside === 0 ? null : (tiles[tiles.indexOf(current) + beside] ?? null));
}

/** Arrow keys, Home and End lead from tile to tile of the same list, and over the headings; Escape back to the search. */
export function moveAmongTiles(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const list = event.currentTarget.closest('[data-tiles]');
  const tiles = [...(list?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];
  const next =
    event.key === 'Escape'
      ? document.getElementById('palette-search')
      : tileTowards(tiles, event.currentTarget, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
