import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, type Channel, EVENTS, type EventName } from '../../shared/ipc/channels.ts';

const host = {
  kind: 'desktop',
  call: (channel: Channel, ...args: readonly unknown[]): Promise<unknown> => {
    if (!CHANNELS.includes(channel)) return Promise.reject(new Error(`unknown call: ${String(channel)}`));
    return ipcRenderer.invoke(channel, ...args);
  },
  on: (event: EventName, listener: (payload: unknown) => void): (() => void) => {
    if (!EVENTS.includes(event)) throw new Error(`unknown event: ${String(event)}`);
    // The event object, which leads to ipcRenderer, never reaches the page: only the payload does.
    const wrapped = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, wrapped);
    return () => {
      ipcRenderer.removeListener(event, wrapped);
    };
  },
};

contextBridge.exposeInMainWorld('parapet', host);
