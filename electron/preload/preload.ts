import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type AnyChannel, CHANNELS, type Channel, EVENTS, type EventName } from '../../shared/ipc/channels.ts';

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

// Only a person's hand makes a trusted drop, so the paths are of files that the person has chosen. The page never has them.
window.addEventListener('drop', (event) => {
  const dropped = event.isTrusted ? [...(event.dataTransfer?.files ?? [])] : [];
  const paths = dropped.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  if (paths.length > 0) void ipcRenderer.invoke('file:dropped' satisfies AnyChannel, paths);
});

contextBridge.exposeInMainWorld('parapet', host);
