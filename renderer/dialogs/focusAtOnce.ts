/**
 * As `ref` of the field that is typed into first: the focus trap of a dialog gives the focus a moment later, and what a
 * person types after the key that opened it would be lost until then.
 */
export const focusAtOnce = (field: HTMLElement | null): void => field?.focus({ preventScroll: true });
