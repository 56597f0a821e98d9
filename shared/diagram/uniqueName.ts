/** `wanted`, or `wanted` with the first number from 2 that makes it a name nobody has yet. */
export function uniqueName(wanted: string, taken: Iterable<string>, separator: '-' | ' '): string {
  const names = new Set(taken);
  if (!names.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted}${separator}${number}`;
    if (!names.has(name)) return name;
  }
}

/** "Kinesis Data Streams" as people name resources: `kinesis-data-streams`. */
export const kebab = (text: string): string => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
