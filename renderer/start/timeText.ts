const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An ISO date and time as people write it where they live. */
export const timeText = (iso: string): string => format.format(new Date(iso));
