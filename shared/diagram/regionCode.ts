import type { Boundary } from './schema.ts';

const REGION_CODE = /\b[a-z]{2}(?:-[a-z]+)+-\d\b/;

/** The code ("eu-west-1") in the name of a Region: the one name that says what is what. */
export const regionCode = ({ kind, name }: Boundary): string | undefined =>
  kind === 'region' ? REGION_CODE.exec(name.toLowerCase())?.[0] : undefined;
