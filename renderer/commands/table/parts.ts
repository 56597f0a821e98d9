import { openPanel } from '../../state/panels.ts';
import { remember } from '../../state/remembered.ts';

const FOCUSABLE = [
  'button:not([disabled])',
  'input:not([disabled])',
  '[href]',
  'select:not([disabled])',
  'textarea',
  '[tabindex]',
]
  .map((each) => `${each}:not([tabindex="-1"])`)
  .join();

/** What had the focus last in each part of the window. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** The parts of the window that show now, in their order on the screen. */
const parts = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.getClientRects().length > 0);

const shows = (element: Element): boolean => element.getClientRects().length > 0;

/** Where the focus belongs in a part: where it was, else on the first thing that can have it, else on the part itself. */
function entryOf(part: HTMLElement): HTMLElement {
  if (part.tabIndex >= 0) return part; // it passes the focus on
  const last = lastIn.get(part);
  if (last?.isConnected && part.contains(last) && shows(last)) return last;
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(shows) ?? part;
}

/** Puts the focus into the next part of the window, or with -1 the one before. */
export function goToPart(step: 1 | -1): void {
  const all = parts();
  const active = document.activeElement;
  const at = all.findIndex((part) => part.contains(active));
  const here = all[at];
  if (here && active instanceof HTMLElement) lastIn.set(here, active);
  const next = all[(at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length];
  if (next) entryOf(next).focus();
}

/** How many frames the outline may take to come. */
const PATIENCE = 30;

/** Brings the outline to the front and puts the focus on the row that is in step with the canvas. */
export function showOutline(): void {
  openPanel('palette');
  remember('leftTab', 'outline');
  const tryIt = (left: number): void => {
    const row = document.querySelector<HTMLElement>('[data-outline] [tabindex="0"]');
    if (row) row.focus();
    else if (left > 0) requestAnimationFrame(() => tryIt(left - 1));
  };
  requestAnimationFrame(() => tryIt(PATIENCE));
}

/** Puts the focus on the menus of the page: on the one that it was on last. */
export function focusMenuBar(): void {
  const bar = document.querySelector<HTMLElement>('[data-menu-bar]');
  (bar?.querySelector<HTMLElement>('[tabindex="0"]') ?? bar)?.focus();
}
