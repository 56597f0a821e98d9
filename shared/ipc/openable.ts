/** Kinds of files that may hold a diagram: its own, and the pictures that exports make. */
const EXTENSIONS = ['.parapet', '.svg', '.png'];

/** True for the name of a file that may hold a diagram. */
export const isOpenable = (name: string): boolean => EXTENSIONS.some((end) => name.toLowerCase().endsWith(end));

/** So many files may be dropped at once: each gets a window. */
export const MOST_DROPPED = 10;
