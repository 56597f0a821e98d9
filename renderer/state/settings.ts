import { create } from 'zustand';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/ipc/settings.ts';

/** What is set, for components; `known` once the host has said so. */
export const useSettings = create<Settings & { readonly known: boolean }>()(() => ({
  ...DEFAULT_SETTINGS,
  known: false,
}));

/** What is set, outside of components. */
export const settings = (): Settings => useSettings.getState();

export const showSettings = (next: Settings): void => useSettings.setState({ ...next, known: true });
