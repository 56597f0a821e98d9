import type { Host } from '../../shared/ipc/contract.ts';
import { problemsOf } from '../state/catalog.ts';
import { askOutside } from './askOutside.ts';
import { createWebHost } from './webHost.ts';

declare global {
  interface Window {
    /** Put there by the preload of the desktop app; not there in a browser. */
    readonly parapet?: Host;
  }
}

/** The host that this page runs in: the desktop app's, or one made of what a browser can do. */
export const pickHost = (): Host => window.parapet ?? createWebHost(problemsOf, askOutside);
