import type { Question, To } from '../diagram/schema.ts';

const SENSITIVE: To = { kind: 'data', atLeast: 'sensitive' };

/** What is asked of most diagrams. */
export const COMMON_QUESTIONS: readonly [Question, ...Question[]] = [
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'noRole' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'noTls' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'public' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'anything' },
  { from: { kind: 'otherAccount' }, to: SENSITIVE, through: 'anything' },
];
