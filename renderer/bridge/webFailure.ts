import type { OpenFailure, SaveFailure } from '../../shared/ipc/contract.ts';

const OPEN: Readonly<Record<string, OpenFailure['reason']>> = {
  NotFoundError: 'notFound',
  NotAllowedError: 'noPermission',
  SecurityError: 'noPermission',
  NotReadableError: 'noPermission',
  TypeMismatchError: 'notAFile',
};

const SAVE: Readonly<Record<string, SaveFailure['reason']>> = {
  QuotaExceededError: 'diskFull',
  NotAllowedError: 'noPermission',
  SecurityError: 'noPermission',
  NoModificationAllowedError: 'readOnly',
  NotFoundError: 'notFound',
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** True when the person closed a file dialog without a choice. */
export const isCancelled = (error: unknown): boolean => nameOf(error) === 'AbortError';

/** A browser's error while reading, as the value that the caller switches on. */
export const toOpenFailure = (error: unknown, name: string): OpenFailure => ({
  state: 'failed',
  reason: OPEN[nameOf(error)] ?? 'other',
  name,
  detail: detailOf(error),
});

/** A browser's error while writing, as the value that the caller switches on. */
export const toSaveFailure = (error: unknown): SaveFailure => ({
  state: 'failed',
  reason: SAVE[nameOf(error)] ?? 'other',
  detail: detailOf(error),
});
