interface Stream {
  readonly isTTY?: boolean;
  readonly hasColors?: () => boolean;
}

/** Whether a stream gets colours: a terminal that has them, unless NO_COLOR or FORCE_COLOR say otherwise; NO_COLOR wins. */
export function wantsColours(stream: Stream, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true && stream.hasColors?.() === true;
}
