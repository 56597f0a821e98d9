import type { NumberedGap } from './numbering.ts';

/** What a control is about in a word or two: its short name, else the words of its id (`s3.tls-only`: tls only). */
const shortName = (id: string, short: string | undefined): string =>
  short ?? id.slice(id.lastIndexOf('.') + 1).replaceAll('-', ' ');

/** What a flow lacks in a few words, worst first: `role`, or `role, TLS +2`. */
export function lackingWords(gaps: readonly NumberedGap[]): string {
  const names = gaps.map(({ finding: { compiled } }) => shortName(compiled.control.id, compiled.control.short));
  const more = names.length > 2 ? ` +${names.length - 2}` : '';
  return names.slice(0, 2).join(', ') + more;
}
