import type { App, Session, WebContents, WebPreferences } from 'electron';
import { isOurs, type Trust } from './trust.ts';

/** The only preferences that a window of ours may have. */
export const webPreferences = (preload: string, devTools: boolean): WebPreferences => ({
  preload,
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
  devTools,
});

/** The permissions that our own page may have; all others are refused to everybody. */
export const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Keeps a page where it is: no navigation away, no new windows, no webviews; what would be a new window is asked about. */
export function hardenContents(contents: WebContents, trust: Trust, openOutside: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    setImmediate(() => openOutside(url));
    return { action: 'deny' };
  });
  const guard = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!isOurs(event.url, trust)) event.preventDefault();
  };
  contents.on('will-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-frame-navigate', guard);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Refuses permissions, devices, downloads and every remote request of a session. */
export function hardenSession(session: Session, trust: Trust): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    callback(ALLOWED_PERMISSIONS.has(permission) && isOurs(details.requestingUrl ?? contents?.getURL() ?? '', trust));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED_PERMISSIONS.has(permission) && isOurs(origin, trust),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest((details, callback) => {
    const remote = /^(https?|wss?|ftp):/.test(details.url);
    callback({ cancel: remote && !isOurs(details.url.replace(/^ws/, 'http'), trust) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** Applies the hardening to every page that the app ever makes. Call before ready. */
export function setupSecurity(app: App, trust: Trust, openOutside: (url: string, from: WebContents) => void): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents, trust, (url) => openOutside(url, contents));
  });
}
