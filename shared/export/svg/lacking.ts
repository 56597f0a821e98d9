import type { NumberedGap } from './numbering.ts';

const CAPITALS = new Set(['tls', 'kms', 'vpc', 'kcl', 'iam', 'copy', 's3', 'sse', 'acl']);

/** A control in two or three words, from its id: `flow.copy-role` is `COPY role`. */
function shortName(control: string): string {
  const requirement = control.slice(control.lastIndexOf('.') + 1);
  return requirement
    .split('-')
    .map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word))
    .join(' ');
}

/** What a flow lacks in a few words, worst first: `role`, or `role, TLS +2`. */
export function lackingWords(gaps: readonly NumberedGap[]): string {
  const names = gaps.map(({ finding }) => shortName(finding.compiled.control.id));
  const more = names.length > 2 ? ` +${names.length - 2}` : '';
  return names.slice(0, 2).join(', ') + more;
}
