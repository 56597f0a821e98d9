import type { Plugin } from 'vite';

export declare function checkedCatalog(root: string): Plugin;
