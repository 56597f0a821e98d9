import { styleText } from 'node:util';
import type { Severity } from '../shared/catalog/terms.ts';

type Format = Parameters<typeof styleText>[0];

/** Puts a style on a text, or nothing where colours are off. */
export type Paint = (format: Format, text: string) => string;

/** `Paint` for a terminal, or one that leaves texts alone. */
export const painter = (colours: boolean): Paint =>
  colours ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;

export const SEVERITY_FORMATS: Readonly<Record<Severity, Format>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  info: 'dim',
};

// Control characters of a hostile name must not reach the terminal.
const CONTROLS = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A text from a file on one line, with `\uFFFD` for characters that a terminal would act on. */
export const safe = (text: string): string => text.replace(/\s+/g, ' ').replace(CONTROLS, '\uFFFD');

/** Lines in which a terminal acts on nothing but their ends, whatever names of files are in them. */
export const inert = (lines: string): string => lines.replace(CONTROLS, (found) => (found === '\n' ? found : '\uFFFD'));
