import type { Locator } from '@playwright/test';

/**
 * Every text that somebody cannot read whole: it reaches out of a box that hides what does not fit and cannot be
 * scrolled, and no title says it whole on hover. Also every box that is wider inside than it can show.
 */
export const cutOff = (root: Locator): Promise<readonly string[]> =>
  root.evaluate((top) => {
    /** Where elements lie beyond the edge on purpose: what is seen of the drawing is chosen by who looks at it. */
    const drawing = '.react-flow__viewport';
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';

    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, [title], [aria-hidden="true"]') === null &&
      // What is only for screen readers is cut to nothing.
      element.getBoundingClientRect().width > 1;

    function isCut(text: Node, within: Element): boolean {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, top: upper, bottom } = range.getBoundingClientRect();
      let [mayX, mayY] = [true, true];
      for (let box: Element | null = within; box && box !== document.body; box = box.parentElement) {
        if (box.matches(drawing)) return false;
        const { overflowX, overflowY, display } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        if (display === 'inline' || display === 'contents') continue;
        if (scrolls(overflowX)) mayX = false;
        if (scrolls(overflowY)) mayY = false;
        if (mayX && hides(overflowX) && (right > edge.right + 1 || left < edge.left - 1)) return true;
        if (mayY && hides(overflowY) && (bottom > edge.bottom + 2 || upper < edge.top - 2)) return true;
      }
      return false;
    }

    const found: string[] = [];
    const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const within = text.parentElement;
      if (within === null || (text.nodeValue ?? '').trim() === '' || !isShown(within)) continue;
      if (isCut(text, within)) found.push(`cut: ${text.nodeValue}`);
    }
    for (const box of [top, ...top.querySelectorAll('*')]) {
      if (!scrolls(getComputedStyle(box).overflowX) || box.scrollWidth <= box.clientWidth + 1) continue;
      found.push(`scrolls sideways: ${box.tagName} ${box.getAttribute('aria-label') ?? box.className}`);
    }
    return found;
  });
