import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  ALLOWED_PERMISSIONS,
  hardenContents,
  hardenSession,
  webPreferences,
} from '../../../electron/main/setupSecurity.ts';
import { externalUrl, isOurs, trustFor } from '../../../electron/main/trust.ts';

const trust = trustFor(undefined);
type Listener = (...args: readonly unknown[]) => unknown;

/** Stands in for an Electron object: keeps what each method was given as its last argument. */
function recorder<T>(nested: Readonly<Record<string, object>> = {}): { object: T; given: Map<string, Listener> } {
  const given = new Map<string, Listener>();
  const keep =
    (key: string) =>
    (...args: readonly unknown[]) =>
      void given.set(key === 'on' ? String(args[0]) : key, args.at(-1) as Listener);
  const object = new Proxy({}, { get: (_target, key: string) => nested[key] ?? keep(key) }) as T;
  return { object, given };
}

describe('a window', () => {
  it('is isolated and sandboxed, and has no Node', () => {
    expect(webPreferences('/preload.cjs', false)).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    });
  });

  it.each(['https://example.com/', 'app://evil/', 'file:///x', 'app://bundle.evil/', 'javascript:1', ''])(
    'does not count %j as its own page',
    (url) => expect(isOurs(url, trust)).toBe(false),
  );

  it('counts the app as its own page', () => expect(isOurs('app://bundle/x', trust)).toBe(true));

  it.each(['http://a/', 'file:///x', 'https://user:secret@a/', 'javascript:1', 'ms-msdt:x', 'smb://x'])(
    'does not hand %j to the system',
    (url) => expect(externalUrl(url)).toBeNull(),
  );

  it('opens no windows and no webviews, and stays on its page', () => {
    const { object, given } = recorder<WebContents>();
    hardenContents(object, trust, vi.fn());
    expect(given.get('setWindowOpenHandler')?.({ url: 'https://x/' })).toEqual({ action: 'deny' });
    const webview = { preventDefault: vi.fn() };
    given.get('will-attach-webview')?.(webview);
    expect(webview.preventDefault).toHaveBeenCalledOnce();
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      const away = { preventDefault: vi.fn(), url: 'https://x/' };
      const home = { preventDefault: vi.fn(), url: 'app://bundle/' };
      given.get(name)?.(away);
      given.get(name)?.(home);
      expect(away.preventDefault).toHaveBeenCalledOnce();
      expect(home.preventDefault).not.toHaveBeenCalled();
    }
  });
});

describe('a session', () => {
  function hardened(): Map<string, Listener> {
    const requests = recorder<object>();
    const { object, given } = recorder<Session>({ webRequest: requests.object });
    hardenSession(object, trust);
    return new Map([...given, ...requests.given]);
  }

  it.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'fullscreen',
    'openExternal',
    'usb',
    'fileSystem',
    'clipboard-read',
  ])('refuses the permission %s', (permission) => {
    const given = hardened();
    const answer = vi.fn();
    given.get('setPermissionRequestHandler')?.(null, permission, answer, { requestingUrl: 'app://bundle/' });
    expect(answer).toHaveBeenCalledWith(false);
    expect(given.get('setPermissionCheckHandler')?.(null, permission, 'app://bundle')).toBe(false);
  });

  it('gives one permission, to our page only', () => {
    expect([...ALLOWED_PERMISSIONS]).toEqual(['clipboard-sanitized-write']);
    const given = hardened();
    const check = given.get('setPermissionCheckHandler');
    for (const permission of ALLOWED_PERMISSIONS) {
      const asks = (requestingUrl: string) => {
        const answer = vi.fn();
        given.get('setPermissionRequestHandler')?.(null, permission, answer, { requestingUrl });
        return answer.mock.calls[0]?.[0];
      };
      expect([check?.(null, permission, 'app://bundle'), asks('app://bundle/')]).toEqual([true, true]);
      expect([check?.(null, permission, 'https://a.example'), asks('https://a.example/')]).toEqual([false, false]);
    }
  });

  it('gives no device, no picture of the screen, and no download', () => {
    const given = hardened();
    expect(given.get('setDevicePermissionHandler')?.({})).toBe(false);
    expect(given.get('setDisplayMediaRequestHandler')).toBeNull();
    const download = { preventDefault: vi.fn() };
    given.get('will-download')?.(download);
    expect(download.preventDefault).toHaveBeenCalledOnce();
  });

  it.each([
    ['https://x/', true],
    ['http://x/', true],
    ['ws://x/', true],
    ['wss://x/', true],
    ['ftp://x/', true],
    ['http://127.0.0.1:5173/', true],
    ['app://bundle/a', false],
    ['blob:x', false],
    ['data:,', false],
  ])('cancels the request for %s: %s', (url, cancel) => {
    const answer = vi.fn();
    hardened().get('onBeforeRequest')?.({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });
});
