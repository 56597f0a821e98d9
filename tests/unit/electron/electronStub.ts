import { vi } from 'vitest';

// In place of the package "electron" for tests that import a file that imports it: recorded calls, nothing more.
export const webUtils = { getPathForFile: vi.fn((file: { readonly path: string }) => file.path) };
export const contextBridge = { exposeInMainWorld: vi.fn() };
export const ipcRenderer = { invoke: vi.fn(async () => undefined), on: vi.fn(), removeListener: vi.fn() };
