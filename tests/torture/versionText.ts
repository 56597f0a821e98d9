const LINE = 'what a diagram holds\n';

/** A text of about 300 kB that says which version it is, at both ends. */
export const versionText = (version: string): string => `${version}\n${LINE.repeat(15_000)}${version}\n`;

/** The version of a whole text; null when a part is missing or something else is there. */
export function wholeVersion(text: string): string | null {
  const version = text.slice(0, text.indexOf('\n'));
  return text === versionText(version) ? version : null;
}
