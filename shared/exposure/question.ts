import type { DataLevel } from '../dataClasses.ts';

/** Where somebody begins. */
export type From =
  | { readonly kind: 'internet' }
  | { readonly kind: 'otherAccount' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'resource'; readonly id: string };

/** What must not be reached: data of a level or a stronger one, or one resource. */
export type To =
  | { readonly kind: 'data'; readonly atLeast: Exclude<DataLevel, 'none'> }
  | { readonly kind: 'resource'; readonly id: string };

/** What a path has to go through to count. */
export const THROUGH = {
  anything: 'through anything',
  noTls: 'through something without TLS',
  noRole: 'through something without a role or login',
  public: 'through something public',
} as const;
export type Through = keyof typeof THROUGH;

/** A question about paths, in plain picks. */
export interface Question {
  readonly from: From;
  readonly to: To;
  readonly through: Through;
}

const SENSITIVE: To = { kind: 'data', atLeast: 'sensitive' };

/** What is asked of most diagrams. */
export const COMMON_QUESTIONS: readonly Question[] = [
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'noRole' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'noTls' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'public' },
  { from: { kind: 'internet' }, to: SENSITIVE, through: 'anything' },
  { from: { kind: 'otherAccount' }, to: SENSITIVE, through: 'anything' },
];
