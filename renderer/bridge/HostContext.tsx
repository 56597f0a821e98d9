import { createContext, type ReactNode, useContext } from 'react';
import type { Host } from '../../shared/ipc/contract.ts';

const HostContext = createContext<Host | null>(null);

/** Gives the host to the components below. */
export function HostProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  return <HostContext.Provider value={host}>{children}</HostContext.Provider>;
}

/** What this page runs in: the desktop app or a browser. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost needs a HostProvider above');
  return host;
}
