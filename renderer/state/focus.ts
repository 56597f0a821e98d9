/** True when nothing has the focus, since what had it has gone. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
