import type { OpenFailure, SaveFailure } from '../../shared/ipc/contract.ts';

const OPEN: Readonly<Record<string, OpenFailure['reason']>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EISDIR: 'notAFile',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
};

const SAVE: Readonly<Record<string, SaveFailure['reason']>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  ENAMETOOLONG: 'pathTooLong',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EIO: 'unreachable',
  ENXIO: 'unreachable',
  ENODEV: 'unreachable',
  ESTALE: 'unreachable',
  ENOTCONN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
};

/** The system's code of an error ("ENOENT"), or an empty string. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A path that somebody names may be any length, and what the system says quotes it: messages are for people. */
const LONGEST = { name: 255, detail: 5000 } as const;

const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST.detail);

/** An error met while reading, as the value that the renderer switches on. */
export const toOpenFailure = (error: unknown, name: string): OpenFailure => ({
  state: 'failed',
  reason: OPEN[codeOf(error)] ?? 'other',
  name: name.slice(0, LONGEST.name),
  detail: detailOf(error),
});

/** An error met while writing, as the value that the renderer switches on. */
export const toSaveFailure = (error: unknown): SaveFailure => ({
  state: 'failed',
  reason: SAVE[codeOf(error)] ?? 'other',
  detail: detailOf(error),
});
