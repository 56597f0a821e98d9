import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { ALL_CHANNELS } from '../../../shared/ipc/channels.ts';

type Call = readonly unknown[];
type Calls = Map<string, Call[]>;

/** An object of Electron's whose methods do nothing and are written down, apart from those given. */
function written(calls: Calls, name: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const note =
    (method: string) =>
    (...args: Call) => {
      const key = `${name}.${method}`;
      calls.set(key, [...(calls.get(key) ?? []), args]);
    };
  return new Proxy(given, {
    get: (target, key) => {
      if (typeof key !== 'string' || key === 'then') return undefined;
      return key in target ? target[key] : note(key);
    },
  });
}

/** Electron as far as the start of the app needs it; `calls` has what was asked of it, in order. */
function electron(packaged: boolean) {
  const calls: Calls = new Map();
  const userData = mkdtempSync(path.join(os.tmpdir(), 'parapet-main-'));
  const windows: unknown[] = [];
  const requests = written(calls, 'webRequest');
  class BrowserWindow {
    static fromWebContents = () => null;
    static getAllWindows = () => [];
    static getFocusedWindow = () => null;
    constructor(options: unknown) {
      windows.push(options);
      const webContents = written(calls, 'webContents', { id: 1 });
      Object.assign(this, { webContents });
      // biome-ignore lint/correctness/noConstructorReturn: every other method of a window is written down
      return written(calls, 'window', { webContents, id: 1, isDestroyed: () => false }) as unknown as BrowserWindow;
    }
  }
  const modules = {
    app: written(calls, 'app', {
      isPackaged: packaged,
      getPath: () => userData,
      getVersion: () => '0',
      requestSingleInstanceLock: () => true,
      whenReady: async () => calls.set('ready', []),
      commandLine: written(calls, 'commandLine'),
    }),
    BrowserWindow,
    Menu: { buildFromTemplate: () => written(calls, 'menu', { getMenuItemById: () => null }), setApplicationMenu() {} },
    session: { defaultSession: written(calls, 'session', { webRequest: requests }) },
    screen: written(calls, 'screen', { getAllDisplays: () => [] }),
    nativeTheme: written(calls, 'nativeTheme', { shouldUseDarkColors: false }),
    ...Object.fromEntries(
      ['clipboard', 'dialog', 'ipcMain', 'nativeImage', 'net', 'powerMonitor', 'protocol', 'shell'].map((name) => [
        name,
        written(calls, name),
      ]),
    ),
  };
  return { calls, windows, modules };
}

async function started(packaged: boolean) {
  const fake = electron(packaged);
  vi.doMock('electron', () => fake.modules);
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:5173');
  await import('../../../electron/main/main.ts');
  await vi.waitFor(() => expect(fake.calls.get('window.loadURL')).toHaveLength(1));
  return fake;
}

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
  process.removeAllListeners('uncaughtException');
});

it('the sandbox is on before Electron is ready, and every page is hardened', async () => {
  const { calls } = await started(true);
  const order = [...calls.keys()];
  for (const first of ['app.enableSandbox', 'protocol.registerSchemesAsPrivileged']) {
    expect(order.indexOf(first), first).toBeGreaterThanOrEqual(0);
    expect(order.indexOf(first), first).toBeLessThan(order.indexOf('ready'));
  }
  expect(calls.get('app.on')?.map(([event]) => event)).toContain('web-contents-created');
});

it('our scheme has no more rights than a page of ours needs', async () => {
  const { calls } = await started(true);
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  expect(calls.get('protocol.registerSchemesAsPrivileged')).toEqual([[[{ scheme: 'app', privileges }]]]);
  expect(calls.get('protocol.handle')?.map(([scheme]) => scheme)).toEqual(['app']);
});

it('the session is closed before there is a window to load a page', async () => {
  const { calls } = await started(true);
  const order = [...calls.keys()];
  for (const asked of ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler']) {
    expect(order, asked).toContain(`session.${asked}`);
  }
  expect(order.indexOf('webRequest.onBeforeRequest')).toBeGreaterThanOrEqual(0);
  expect(order.indexOf('webRequest.onBeforeRequest')).toBeLessThan(order.indexOf('window.loadURL'));
});

it('a package shows its own page, without developer tools, whatever the environment says', async () => {
  const { calls, windows } = await started(true);
  expect(calls.get('window.loadURL')).toEqual([['app://bundle/index.html']]);
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: false },
  });
});

it('a page of the development server is ours while developing only', async () => {
  const ask = async (packaged: boolean) => {
    const { calls } = await started(packaged);
    const handlers = calls.get('ipcMain.handle') ?? [];
    expect(handlers.map(([channel]) => channel).sort()).toEqual([...ALL_CHANNELS].sort());
    const answer = handlers.find(([channel]) => channel === 'recent:list')?.[1] as (event: unknown) => Promise<unknown>;
    const senderFrame = { url: 'http://127.0.0.1:5173/', parent: null };
    return answer({ senderFrame, sender: { id: 1 } }).then(
      (value) => value,
      (error: Error) => error.message,
    );
  };
  expect(await ask(true)).toBe('refused: foreign page');
  vi.resetModules();
  expect(await ask(false)).toEqual([]);
});
