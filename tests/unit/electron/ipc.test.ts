import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { expect, it, vi } from 'vitest';
import { checkSender, type Handlers, sendEvent, setupIpc } from '../../../electron/main/setupIpc.ts';
import { trustFor } from '../../../electron/main/trust.ts';
import { ALL_CHANNELS, EVENTS } from '../../../shared/ipc/channels.ts';
import { calls, events } from '../../../shared/ipc/contract.ts';

const trust = trustFor(undefined);
const from = (frame: object | null, id = 1) =>
  ({ senderFrame: frame, sender: { id } }) as unknown as IpcMainInvokeEvent;
const OURS = { url: 'app://bundle/', parent: null };

it('names and schemas are the same list', () => {
  expect(Object.keys(calls).sort()).toEqual([...ALL_CHANNELS].sort());
  expect(Object.keys(events).sort()).toEqual([...EVENTS].sort());
});

it('only the main frame of our own page may ask', () => {
  expect(() => checkSender(from(OURS), trust)).not.toThrow();
  expect(() => checkSender(from(null), trust)).toThrow('no sender frame');
  expect(() => checkSender(from({ ...OURS, parent: {} }), trust)).toThrow('main frame');
  expect(() => checkSender(from({ ...OURS, url: 'https://evil/' }), trust)).toThrow('foreign');
});

it('arguments and results that do not fit the contract are refused', async () => {
  const registered = new Map<string, (...args: readonly unknown[]) => Promise<unknown>>();
  const ipcMain = { handle: (name: string, run: never) => void registered.set(name, run) } as unknown as IpcMain;
  const handlers = Object.fromEntries(ALL_CHANNELS.map((name) => [name, vi.fn(async () => 'not the contract')]));
  setupIpc(ipcMain, ({ id }) => (id === 1 ? (handlers as unknown as Handlers) : null), trust);
  expect([...registered.keys()].sort()).toEqual([...ALL_CHANNELS].sort());
  const ask = (name: string, ...args: readonly unknown[]) => registered.get(name)?.(from(OURS), ...args);
  await expect(ask('file:save', { id: '../../etc/passwd', text: '' })).rejects.toThrow('bad arguments for file:save');
  await expect(registered.get('file:open')?.(from({ ...OURS, url: 'https://evil/' }))).rejects.toThrow('foreign');
  await expect(registered.get('file:open')?.(from(OURS, 2))).rejects.toThrow('unknown window');
  await expect(ask('file:open', 'extra')).rejects.toThrow('bad arguments for file:open');
  expect(handlers['file:open']).not.toHaveBeenCalled();
  await expect(ask('file:open')).rejects.toThrow();
  expect(handlers['file:open']).toHaveBeenCalledOnce();
});

it('the page is told only what the contract has', () => {
  const contents = { isDestroyed: () => false, send: vi.fn() };
  const tell = (payload: unknown) => sendEvent(contents as unknown as WebContents, 'menu:command', payload as 'save');
  tell('save');
  expect(contents.send.mock.calls).toEqual([['menu:command', 'save']]);
  expect(() => tell('format the disk')).toThrow();
  expect(contents.send).toHaveBeenCalledOnce();
});

it('the preload refuses channels and events outside the contract, and hides the event object', async () => {
  const { contextBridge, ipcRenderer, webUtils } = await import('./electronStub.ts');
  const page = new EventTarget();
  vi.stubGlobal('window', page);
  await import('../../../electron/preload/preload.ts');
  const [name, host] = contextBridge.exposeInMainWorld.mock.calls[0] ?? [];
  expect(name).toBe('parapet');
  expect(Object.keys(host)).toEqual(['kind', 'call', 'on']);
  await expect(host.call('fs:read', '/etc/passwd')).rejects.toThrow('unknown call');
  await expect(host.call('file:dropped', ['/etc/passwd'])).rejects.toThrow('unknown call');
  // What a page can make by itself is no hand of a person.
  page.dispatchEvent(Object.assign(new Event('drop'), { dataTransfer: { files: [{ path: '/etc/passwd' }] } }));
  expect(webUtils.getPathForFile).not.toHaveBeenCalled();
  expect(ipcRenderer.invoke).not.toHaveBeenCalled();
  expect(() => host.on('nope', () => {})).toThrow('unknown event');
  const listener = vi.fn();
  host.on('menu:command', listener);
  ipcRenderer.on.mock.calls[0]?.[1]({ sender: ipcRenderer }, 'save');
  expect(listener.mock.calls).toEqual([['save']]);
});
