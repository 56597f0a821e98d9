import { useMemo } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import type { CommandContext } from './table/entry.ts';

/** What commands need of the outside; the same object for as long as the host is the same. */
export function useCommandContext(): CommandContext {
  const host = useHost();
  return useMemo(() => ({ host }), [host]);
}
