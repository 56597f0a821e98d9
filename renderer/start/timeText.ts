const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** An ISO date and time as people write it where they live. */
export const timeText = (iso: string): string => format.format(new Date(iso));

/** The same with seconds, to tell saves of one minute apart. */
export const exactTimeText = (iso: string): string => exact.format(new Date(iso));
