import type { Host } from '../../shared/ipc/contract.ts';

/** The browser's host. Being written. */
export function createWebHost(): Host {
  return {
    kind: 'web',
    call: () => Promise.reject(new Error('the browser host is being written')),
    on: () => () => {},
  };
}
