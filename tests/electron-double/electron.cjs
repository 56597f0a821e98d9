'use strict';
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { randomBytes } = require('node:crypto');
const { pathToFileURL } = require('node:url');
const { makeCodec } = require('./codec.cjs');
const { scripts } = require('./page.cjs');
const { makeMenu } = require('./menu.cjs');

const { encode, decode } = makeCodec();
const say = (text) => process.stderr.write(`electron-double: ${text}\n`);

/** An API object of which only a part is modelled: the rest fails by name instead of doing nothing. */
const refuse = (name, object) =>
  new Proxy(object, {
    get(target, p, receiver) {
      if (p in target || typeof p === 'symbol' || ['then', 'toJSON', '__esModule', 'default'].includes(p)) return Reflect.get(target, p, receiver);
      throw new Error(`electron-double: ${name}.${String(p)} is not modelled`);
    },
  });

const cancellable = (fields) => {
  const event = { ...fields, defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
  return event;
};

function create(host) {
  let isReady = false;
  const needReady = (what) => {
    if (!isReady) throw new Error(`${what} can only be used after app is ready`);
  };

  // ————— custom schemes: app://host/… is shown to Chromium as https://host.app.test/… —————
  const schemes = new Map(); // scheme → privileges
  const toChromium = (url) => {
    const m = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
    return m && schemes.has(m[1].toLowerCase()) ? `https://${m[2] || 'none'}.${m[1].toLowerCase()}.test${m[3] || '/'}` : url;
  };
  const fromChromium = (url) => {
    const m = /^https:\/\/([^/?#]+)\.([a-z0-9-]+)\.test(\/.*)?$/i.exec(url ?? '');
    return m && schemes.has(m[2]) ? `${m[2]}://${m[1]}${m[3] ?? '/'}` : (url ?? '');
  };

  // ————— ipcMain —————
  class Ipc extends EventEmitter {
    _handlers = new Map();
    constructor() {
      super();
      this.on('error', () => {});
    }
    handle(channel, fn) {
      if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      if (typeof fn !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof fn}'`);
      this._handlers.set(channel, fn);
    }
    handleOnce(channel, fn) {
      this.handle(channel, (e, ...a) => (this.removeHandler(channel), fn(e, ...a)));
    }
    removeHandler(channel) {
      this._handlers.delete(channel);
    }
  }
  const ipcMain = new Ipc();

  // ————— session —————
  class Session extends EventEmitter {
    _request = null;
    _check = null;
    _beforeRequest = null;
    _protocols = new Map();
    protocol = protocolFor(this);
    webRequest = refuse('webRequest', {
      onBeforeRequest: (filter, listener) => (this._beforeRequest = listener === undefined ? filter : listener),
    });
    setPermissionRequestHandler(fn) {
      this._request = fn;
    }
    setPermissionCheckHandler(fn) {
      this._check = fn;
    }
    setDevicePermissionHandler(fn) {
      this._device = fn;
    }
    setDisplayMediaRequestHandler(fn) {
      this._displayMedia = fn;
    }
    setUserAgent() {}
    /** Nothing leaves the machine: a spec that wants an answer gives one. */
    async fetch() {
      throw new Error('net::ERR_INTERNET_DISCONNECTED');
    }
    setSpellCheckerEnabled() {}
    async clearCache() {}
    async clearStorageData() {}
  }
  function protocolFor(session) {
    const fail = () => {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    };
    return refuse('protocol', {
      registerSchemesAsPrivileged(list) {
        if (isReady) fail();
        for (const { scheme, privileges = {} } of list) schemes.set(scheme, privileges);
      },
      handle(scheme, handler) {
        needReady('protocol.handle');
        if (!schemes.has(scheme)) say(`scheme ${scheme} is not registered as privileged: relative URLs would not work`);
        if (session._protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        session._protocols.set(scheme, handler);
      },
      unhandle: (scheme) => void session._protocols.delete(scheme),
      isProtocolHandled: (scheme) => session._protocols.has(scheme),
    });
  }
  const defaultSession = new Session();
  const partitions = new Map();
  const session = refuse('session', {
    get defaultSession() {
      needReady('session.defaultSession');
      return defaultSession;
    },
    fromPartition(name) {
      needReady('session.fromPartition');
      if (!partitions.has(name)) partitions.set(name, new Session());
      return partitions.get(name);
    },
  });

  // ————— webContents —————
  const allContents = new Map();
  let nextId = 1;

  class Frame extends EventEmitter {
    constructor(contents, id, parent) {
      super();
      Object.assign(this, { _contents: contents, _id: id, parent, _url: 'about:blank', frameTreeNodeId: nextId++, _gone: false });
    }
    get url() {
      return fromChromium(this._url);
    }
    get origin() {
      try {
        const u = new URL(this.url);
        return u.origin === 'null' && u.host ? `${u.protocol}//${u.host}` : u.origin;
      } catch {
        return 'null';
      }
    }
    get top() {
      return this.parent ? this.parent.top : this;
    }
    get frames() {
      return [...this._contents._frames.values()].filter((f) => f.parent === this);
    }
    isDestroyed() {
      return this._gone;
    }
    send(...a) {
      this._contents.send(...a);
    }
  }

  class WebContents extends EventEmitter {
    constructor(window, prefs, size) {
      super();
      this.setMaxListeners(0);
      Object.assign(this, { id: nextId++, session: defaultSession, ipc: new Ipc(), _window: window, _prefs: prefs, _frames: new Map(), _destroyed: false, _url: '', _title: '', _token: randomBytes(8).toString('hex'), _zoom: 1 });
      allContents.set(this.id, this);
      this._started = this._start(size);
      this._started.catch((error) => !this._destroyed && say(`could not open a page: ${error.stack}`));
    }
    async _start(size) {
      const { cdp } = host;
      const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, width: size.width, height: size.height });
      this._targetId = targetId;
      const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
      const s = (this._s = cdp.session(sessionId));
      s.on('Runtime.executionContextCreated', ({ context }) => {
        const { frameId } = context.auxData ?? {};
        if (context.name === WORLD && this._frames.get(frameId)?.parent === null) this._context = context.id;
      });
      s.on('Runtime.executionContextsCleared', () => (this._context = undefined));
      s.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
        if (this._context === executionContextId) this._context = undefined;
      });
      s.on('Runtime.bindingCalled', (p) => this._fromPage(JSON.parse(p.payload), p.executionContextId));
      s.on('Runtime.exceptionThrown', (p) => this.emit('console-message', cancellable({ level: 'error', message: p.exceptionDetails.exception?.description ?? p.exceptionDetails.text })));
      s.on('Runtime.consoleAPICalled', (p) => this.emit('console-message', cancellable({ level: p.type, message: p.args.map((a) => a.value ?? a.description).join(' ') })));
      s.on('Page.frameAttached', ({ frameId, parentFrameId }) => this._frames.set(frameId, new Frame(this, frameId, this._frames.get(parentFrameId))));
      s.on('Page.frameDetached', ({ frameId }) => {
        const f = this._frames.get(frameId);
        if (f) f._gone = true;
        this._frames.delete(frameId);
      });
      s.on('Page.frameNavigated', ({ frame }) => {
        const f = this._frames.get(frame.id) ?? new Frame(this, frame.id, frame.parentId ? this._frames.get(frame.parentId) : null);
        this._frames.set(frame.id, f);
        f._url = frame.url;
        if (f.parent === null) {
          this._url = f.url;
          if (this._url !== 'about:blank') this.emit('did-navigate', cancellable({}), this._url, 200, 'OK');
        }
      });
      s.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
        const f = this._frames.get(frameId);
        if (f) f._url = url;
        if (f?.parent === null) this._url = f.url;
      });
      s.on('Page.domContentEventFired', () => this._url !== 'about:blank' && this.emit('dom-ready', cancellable({})));
      s.on('Page.loadEventFired', () => {
        if (this._url === 'about:blank' || this._url === '') return;
        this.emit('did-finish-load', cancellable({}));
        this.emit('did-stop-loading', cancellable({}));
      });
      s.on('Page.windowOpen', ({ url }) => this._askOpen({ url: fromChromium(url), frameName: '', features: '', disposition: 'foreground-tab' }));
      s.on('Fetch.requestPaused', (p) => void this._paused(p).catch((e) => say(`request ${p.request.url}: ${e.message}`)));
      s.on('Inspector.targetCrashed', () => this.emit('render-process-gone', cancellable({}), { reason: 'crashed', exitCode: 1 }));

      const { frameTree } = await s.send('Page.getFrameTree');
      this._frames.set(frameTree.frame.id, (this.mainFrame = new Frame(this, frameTree.frame.id, null)));
      const preload = this._prefs.preload ? { path: this._prefs.preload, source: fs.readFileSync(this._prefs.preload, 'utf8') } : null;
      const js = scripts({
        token: this._token,
        preload,
        env: {
          process: {
            type: 'renderer',
            sandboxed: true,
            contextIsolated: true,
            platform: process.platform,
            arch: process.arch,
            versions: { electron: host.electronVersion, chrome: process.versions.chrome, node: process.versions.node },
            env: { ...process.env },
            argv: [process.argv[0], ...(this._prefs.additionalArguments ?? [])],
          },
        },
      });
      await Promise.all([
        s.send('Page.enable'),
        s.send('Runtime.enable'),
        s.send('Inspector.enable'),
        s.send('Runtime.addBinding', { name: '__edouble', executionContextName: WORLD }),
        s.send('Page.addScriptToEvaluateOnNewDocument', { source: js.main }),
        ...(js.isolated ? [s.send('Page.addScriptToEvaluateOnNewDocument', { source: js.isolated, worldName: WORLD })] : []),
        s.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
        s.send('Emulation.setEmulatedMedia', { features: nativeTheme._features() }),
      ]);
      await this._fit(size);
    }
    /** Chromium's tab strip is taken off, so that the page has the size asked for. */
    async _fit(size) {
      const { windowId } = await host.cdp.send('Browser.getWindowForTarget', { targetId: this._targetId });
      this._windowId = windowId;
      const { result } = await this._s.send('Runtime.evaluate', { expression: 'outerHeight - innerHeight', returnByValue: true });
      await host.cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: size.width, height: size.height + (result.value || 0) } }).catch(() => {});
    }
    async _paused(p) {
      const url = fromChromium(p.request.url);
      const reply = (method, more) => this._s.send(method, { requestId: p.requestId, ...more }).catch(() => {});
      const frame = this._frames.get(p.frameId) ?? null;
      if (p.resourceType === 'Document' && frame) {
        const isMainFrame = frame.parent === null;
        const expected = isMainFrame && this._expected === p.request.url;
        if (isMainFrame) this._expected = undefined;
        if (!expected) {
          const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
          const names = p.redirectedRequestId ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])];
          for (const name of names) {
            const event = cancellable(details);
            this.emit(name, event, url);
            if (event.defaultPrevented) return reply('Fetch.failRequest', { errorReason: 'Aborted' });
          }
        }
      }
      const before = this.session._beforeRequest;
      if (before) {
        const verdict = await new Promise((resolve) => before({ id: 0, url, method: p.request.method, webContentsId: this.id, webContents: this, frame, resourceType: p.resourceType.toLowerCase(), referrer: p.request.headers.Referer ?? '', timestamp: Date.now(), uploadData: [] }, resolve));
        if (verdict?.cancel) return reply('Fetch.failRequest', { errorReason: 'BlockedByClient' });
      }
      const scheme = url.slice(0, url.indexOf(':'));
      const handler = this.session._protocols.get(scheme);
      if (handler) {
        const { method, headers, postData } = p.request;
        let response;
        try {
          response = await handler(new Request(url, { method, headers, ...(postData && !['GET', 'HEAD'].includes(method) ? { body: postData } : {}) }));
          if (!(response instanceof Response)) throw new Error('the handler did not return a Response');
        } catch (error) {
          say(`protocol handler for ${url}: ${error.stack}`);
          return reply('Fetch.failRequest', { errorReason: 'Failed' });
        }
        const body = Buffer.from(await response.arrayBuffer()).toString('base64');
        return reply('Fetch.fulfillRequest', { responseCode: response.status || 200, responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })), body });
      }
      if (/^(file|data|blob|about|devtools):/.test(url) || /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(url)) return reply('Fetch.continueRequest');
      say(`refused a request that would leave this machine: ${url}`);
      return reply('Fetch.failRequest', { errorReason: 'InternetDisconnected' });
    }
    _event(frame) {
      const event = { type: 'frame', sender: this, senderFrame: frame, frameId: 1, processId: this.id, ports: [], defaultPrevented: false, preventDefault() {}, reply: (channel, ...a) => this.send(channel, ...a) };
      return event;
    }
    async _fromPage(m, contextId) {
      if (m.t === 'copied') return void (clipboard._text = m.text);
      if (m.t === 'window-open') return this._askOpen({ ...m, url: fromChromium(m.url) });
      if (m.t === 'preload-error') {
        say(`Unable to load preload script: ${m.path}: ${m.message}`);
        return this.emit('preload-error', cancellable({}), m.path, new Error(m.message));
      }
      const args = decode(m.args);
      const event = this._event(this.mainFrame);
      if (m.t === 'send') {
        this.emit('ipc-message', event, m.channel, ...args);
        this.ipc.emit(m.channel, event, ...args);
        ipcMain.emit(m.channel, event, ...args);
        return;
      }
      let reply;
      try {
        const target = [this.ipc, ipcMain].find((i) => i._handlers.has(m.channel));
        if (!target) throw new Error(`No handler registered for '${m.channel}'`);
        const result = await target._handlers.get(m.channel)(event, ...args);
        try {
          reply = encode({ t: 'reply', id: m.id, result });
        } catch {
          throw new Error('An object could not be cloned.');
        }
      } catch (error) {
        console.error(`Error occurred in handler for '${m.channel}':`, error);
        reply = encode({ t: 'reply', id: m.id, error: String(error) });
      }
      this._toPage(reply, contextId);
    }
    _toPage(text, contextId = this._context) {
      if (contextId === undefined || this._destroyed) return;
      this._s
        .send('Runtime.callFunctionOn', { functionDeclaration: 'function (t) { __edoubleReceive(t); }', executionContextId: contextId, arguments: [{ value: text }] })
        .then((r) => r.exceptionDetails && say(`listener in the preload threw: ${r.exceptionDetails.exception?.description}`))
        .catch(() => {}); // the document has gone
    }
    /** Where files are that Chromium is given by DevTools: it does not tell a page. */
    _knowFiles(files) {
      this._toPage(encode({ t: 'files', files }));
    }
    _askOpen({ url, frameName, features, disposition }) {
      const verdict = this._openHandler?.({ url, frameName, features, disposition, referrer: { url: this._url, policy: 'strict-origin-when-cross-origin' } }) ?? { action: 'allow' };
      if (verdict.action === 'deny') return;
      if (!this._openHandler) say(`window.open(${url}) with no setWindowOpenHandler: Electron would open a window`);
      const child = new BrowserWindow(verdict.overrideBrowserWindowOptions ?? {});
      this.emit('did-create-window', child, { url, frameName, disposition });
      void child.loadURL(url).catch(() => {});
    }
    // — public —
    setWindowOpenHandler(fn) {
      this._openHandler = fn;
    }
    send(channel, ...args) {
      if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
      let text;
      try {
        text = encode({ t: 'event', channel, args });
      } catch {
        throw new Error('Failed to serialize arguments');
      }
      this._toPage(text);
    }
    async loadURL(url) {
      await this._started;
      const target = toChromium(url);
      if (/^[a-z][a-z0-9+.-]*:/i.test(target) && !/^(https?|file|data|about|blob|chrome):/i.test(target)) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`);
      this._expected = target;
      const done = new Promise((resolve, reject) => {
        const ok = () => (off(), resolve());
        const gone = () => (off(), reject(new Error(`ERR_ABORTED (-3) loading '${url}'`)));
        const off = () => (this.off('did-finish-load', ok), this.off('destroyed', gone));
        this.on('did-finish-load', ok);
        this.on('destroyed', gone);
      });
      this.emit('did-start-loading', cancellable({}));
      const { errorText } = await this._s.send('Page.navigate', { url: target });
      if (errorText) {
        done.catch(() => {});
        this.emit('did-fail-load', cancellable({}), -2, errorText, url, true);
        throw new Error(`${errorText} loading '${url}'`);
      }
      await done;
    }
    loadFile(file, { search, hash } = {}) {
      const url = pathToFileURL(path.resolve(host.appPath, file));
      if (search) url.search = search;
      if (hash) url.hash = hash;
      return this.loadURL(url.href);
    }
    reload() {
      this._expected = toChromium(this._url);
      void this._s.send('Page.reload').catch(() => {});
    }
    paste() {
      void this._s.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'] });
    }
    reloadIgnoringCache() {
      this.reload();
    }
    getURL() {
      return this._url;
    }
    getTitle() {
      return this._title;
    }
    getType() {
      return 'window';
    }
    isDestroyed() {
      return this._destroyed;
    }
    isLoading() {
      return false;
    }
    isCrashed() {
      return false;
    }
    getLastWebPreferences() {
      return { ...this._prefs };
    }
    async executeJavaScript(code) {
      await this._started;
      const r = await this._s.send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true });
      if (r.exceptionDetails) throw new Error(r.exceptionDetails.exception?.description ?? r.exceptionDetails.text);
      return r.result.value;
    }
    openDevTools() {
      if (this._prefs.devTools === false) return;
      this._devTools = true;
      this.emit('devtools-opened');
    }
    closeDevTools() {
      this._devTools = false;
    }
    isDevToolsOpened() {
      return !!this._devTools;
    }
    setZoomFactor(z) {
      this._zoom = z;
    }
    getZoomFactor() {
      return this._zoom;
    }
    focus() {}
    forcefullyCrashRenderer() {
      void this._s.send('Page.crash').catch(() => {});
    }
    close({ waitForBeforeUnload } = {}) {
      void this._window._close(!!waitForBeforeUnload);
    }
    static fromId(id) {
      return allContents.get(id);
    }
    static fromDevToolsTargetId(targetId) {
      return [...allContents.values()].find((c) => c._targetId === targetId);
    }
    static getAllWebContents() {
      return [...allContents.values()];
    }
    static getFocusedWebContents() {
      return BrowserWindow.getFocusedWindow()?.webContents ?? null;
    }
  }
  const WORLD = 'Electron Isolated Context';

  // ————— BrowserWindow —————
  const windows = new Map();
  let focused = null;
  class BrowserWindow extends EventEmitter {
    constructor(options = {}) {
      super();
      needReady('BrowserWindow');
      const given = options.webPreferences ?? {};
      const prefs = { contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, devTools: true, ...given };
      const wrong = Object.entries({ contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false }).filter(([k, v]) => prefs[k] !== v);
      if (wrong.length) throw new Error(`electron-double: only the safe webPreferences are modelled; ${wrong.map(([k]) => k).join(', ')} differ`);
      if (prefs.preload && !path.isAbsolute(prefs.preload)) throw new Error(`preload script must have absolute path: ${prefs.preload}`);
      const area = screen.getPrimaryDisplay().workArea;
      this._bounds = { x: 0, y: 0, width: 800, height: 600, ...pick(options, ['x', 'y', 'width', 'height']) };
      if (options.x === undefined) this._bounds.x = Math.round((area.width - this._bounds.width) / 2);
      if (options.y === undefined) this._bounds.y = Math.round((area.height - this._bounds.height) / 2);
      Object.assign(this, { id: nextId++, _options: options, _title: options.title ?? host.name, _visible: options.show !== false, _state: 'normal', _destroyed: false, _edited: false, _min: [options.minWidth ?? 0, options.minHeight ?? 0] });
      windows.set(this.id, this);
      this.webContents = new WebContents(this, prefs, this._bounds);
      app.emit('web-contents-created', cancellable({}), this.webContents);
      app.emit('browser-window-created', cancellable({}), this);
      this.webContents.once('did-finish-load', () => !this._destroyed && this.emit('ready-to-show'));
      if (this._visible) this._focus();
    }
    get _normal() {
      return this._state === 'normal';
    }
    _focus() {
      if (focused === this) return;
      focused?.emit('blur', cancellable({}));
      focused = this;
      this.emit('focus', cancellable({}));
      app.emit('browser-window-focus', cancellable({}), this);
    }
    loadURL(url) {
      return this.webContents.loadURL(url);
    }
    loadFile(file, options) {
      return this.webContents.loadFile(file, options);
    }
    show() {
      this._visible = true;
      this.emit('show');
      this._focus();
    }
    showInactive() {
      this._visible = true;
      this.emit('show');
    }
    hide() {
      this._visible = false;
      this.emit('hide');
    }
    isVisible() {
      return this._visible;
    }
    focus() {
      this._focus();
    }
    blur() {
      focused = null;
    }
    isFocused() {
      return focused === this;
    }
    isDestroyed() {
      return this._destroyed;
    }
    getTitle() {
      return this._title;
    }
    setTitle(t) {
      this._title = t;
    }
    setDocumentEdited(v) {
      this._edited = v;
    }
    isDocumentEdited() {
      return this._edited;
    }
    setRepresentedFilename(f) {
      this._file = f;
    }
    getRepresentedFilename() {
      return this._file ?? '';
    }
    getBounds() {
      return { ...(this._state === 'maximized' || this._state === 'fullscreen' ? screen.getPrimaryDisplay().workArea : this._bounds) };
    }
    getNormalBounds() {
      return { ...this._bounds };
    }
    getContentBounds() {
      return this.getBounds();
    }
    getSize() {
      const b = this.getBounds();
      return [b.width, b.height];
    }
    setBounds(b) {
      this._bounds = { ...this._bounds, ...pick(b, ['x', 'y', 'width', 'height']) };
      this._bounds.width = Math.max(this._bounds.width, this._min[0]);
      this._bounds.height = Math.max(this._bounds.height, this._min[1]);
      void this.webContents._started.then(() => this.webContents._fit(this._bounds)).catch(() => {});
      this.emit('resize');
      this.emit('move');
    }
    setSize(width, height) {
      this.setBounds({ width, height });
    }
    center() {}
    #to(state, event) {
      this._state = state;
      this.emit(event, cancellable({}));
    }
    maximize() {
      this.#to('maximized', 'maximize');
    }
    unmaximize() {
      this.#to('normal', 'unmaximize');
    }
    isMaximized() {
      return this._state === 'maximized';
    }
    minimize() {
      this.#to('minimized', 'minimize');
    }
    isMinimized() {
      return this._state === 'minimized';
    }
    restore() {
      this.#to('normal', 'restore');
    }
    setFullScreen(on) {
      this.#to(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen');
    }
    isFullScreen() {
      return this._state === 'fullscreen';
    }
    isNormal() {
      return this._normal;
    }
    setMenuBarVisibility() {}
    setAutoHideMenuBar() {}
    setBackgroundColor() {}
    setProgressBar() {}
    flashFrame() {}
    close() {
      void this._close(true);
    }
    /** Electron's order: 'close', then the page's beforeunload, then the end. */
    async _close(unload) {
      if (this._destroyed) return true;
      if (this._closing) return this._closing;
      const event = cancellable({ sender: this });
      this.emit('close', event);
      if (event.defaultPrevented) return false;
      return (this._closing = this._leave(unload));
    }
    async _leave(unload) {
      if (unload && this.webContents._url) {
        const stay = await this.webContents
          .executeJavaScript(`(() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; })()`)
          .catch(() => false);
        if (stay) {
          const e = cancellable({});
          this.webContents.emit('will-prevent-unload', e);
          if (!e.defaultPrevented) {
            this._closing = null;
            return false;
          }
        }
      }
      await this._end();
      return true;
    }
    destroy() {
      void this._end();
    }
    async _end() {
      if (this._destroyed) return;
      this._destroyed = this.webContents._destroyed = true;
      windows.delete(this.id);
      allContents.delete(this.webContents.id);
      if (focused === this) focused = null;
      await this.webContents._started.catch(() => {});
      if (this.webContents._targetId) await host.cdp.send('Target.closeTarget', { targetId: this.webContents._targetId }).catch(() => {});
      this.webContents.emit('destroyed');
      this.emit('closed');
      if (windows.size === 0 && !quitting) {
        if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
        else app.quit();
      }
    }
    static getAllWindows() {
      return [...windows.values()];
    }
    static getFocusedWindow() {
      return focused;
    }
    static fromId(id) {
      return windows.get(id) ?? null;
    }
    static fromWebContents(contents) {
      return contents?._window ?? null;
    }
  }
  const pick = (o, keys) => Object.fromEntries(keys.filter((k) => o[k] !== undefined).map((k) => [k, o[k]]));

  // ————— app —————
  let quitting = false;
  let readyResolve;
  const whenReady = new Promise((r) => (readyResolve = r));
  const paths = { home: os.homedir(), appData: path.join(os.homedir(), '.config'), userData: host.userData, sessionData: host.userData, temp: os.tmpdir(), exe: process.execPath, module: process.execPath, desktop: path.join(os.homedir(), 'Desktop'), documents: path.join(os.homedir(), 'Documents'), downloads: path.join(os.homedir(), 'Downloads'), logs: path.join(host.userData, 'logs'), crashDumps: path.join(host.userData, 'Crashpad') };
  class App extends EventEmitter {
    isPackaged = false;
    name = host.name;
    commandLine = {
      appendSwitch: (k, v = '') => void host.switches.set(k, v),
      appendArgument() {},
      hasSwitch: (k) => host.switches.has(k),
      getSwitchValue: (k) => host.switches.get(k) ?? '',
      removeSwitch: (k) => void host.switches.delete(k),
    };
    _recent = [];
    isReady() {
      return isReady;
    }
    whenReady() {
      return whenReady;
    }
    getName() {
      return this.name;
    }
    setName(n) {
      this.name = n;
    }
    getVersion() {
      return host.version;
    }
    getAppPath() {
      return host.appPath;
    }
    getLocale() {
      return 'en-US';
    }
    getSystemLocale() {
      return 'en-US';
    }
    getPreferredSystemLanguages() {
      return ['en-US'];
    }
    getPath(name) {
      if (!(name in paths)) throw new Error(`Failed to get '${name}' path`);
      return paths[name];
    }
    setPath(name, value) {
      if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
      paths[name] = value;
      if (name === 'userData') paths.sessionData = value;
    }
    enableSandbox() {
      if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    }
    disableHardwareAcceleration() {}
    setAppUserModelId() {}
    setAboutPanelOptions() {}
    addRecentDocument(file) {
      this._recent = [file, ...this._recent.filter((f) => f !== file)];
    }
    clearRecentDocuments() {
      this._recent = [];
    }
    getRecentDocuments() {
      return [...this._recent];
    }
    setAsDefaultProtocolClient() {
      return true;
    }
    focus() {}
    getGPUFeatureStatus() {
      return {};
    }
    /** A socket in userData; a pid file decides, so that the answer is synchronous as in Electron. */
    requestSingleInstanceLock(data = {}) {
      fs.mkdirSync(paths.userData, { recursive: true });
      const lock = path.join(paths.userData, 'double.lock');
      const socket = path.join(os.tmpdir(), `edouble-${Buffer.from(paths.userData).toString('hex').slice(-40)}.sock`);
      for (let attempt = 0; attempt < 2; attempt++) {
        try {
          fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
          fs.rmSync(socket, { force: true });
          net
            .createServer((c) => {
              let text = '';
              c.on('data', (d) => (text += d));
              c.on('end', () => {
                const m = JSON.parse(text);
                app.emit('second-instance', cancellable({}), m.argv, m.cwd, m.data);
              });
            })
            .listen(socket)
            .unref();
          process.on('exit', () => (fs.rmSync(lock, { force: true }), fs.rmSync(socket, { force: true })));
          this._locked = true;
          return true;
        } catch (error) {
          if (error.code !== 'EEXIST') throw error;
          const pid = Number(fs.readFileSync(lock, 'utf8'));
          try {
            process.kill(pid, 0);
          } catch {
            fs.rmSync(lock, { force: true }); // left by a crash
            continue;
          }
          this._notify = new Promise((resolve) => {
            const c = net.connect(socket, () => c.end(JSON.stringify({ argv: process.argv, cwd: process.cwd(), data })));
            c.on('close', resolve);
            c.on('error', resolve);
          });
          return false;
        }
      }
      return false;
    }
    hasSingleInstanceLock() {
      return !!this._locked;
    }
    releaseSingleInstanceLock() {}
    quit() {
      if (quitting) return;
      void (async () => {
        const before = cancellable({});
        app.emit('before-quit', before);
        if (before.defaultPrevented) return;
        quitting = true;
        // All are told at once, as in Electron: one that stays keeps the app, but not the others.
        const closed = await Promise.all(BrowserWindow.getAllWindows().map((w) => w._close(true)));
        if (closed.includes(false)) {
          quitting = false;
          return;
        }
        const will = cancellable({});
        app.emit('will-quit', will);
        if (will.defaultPrevented) {
          quitting = false;
          return;
        }
        app.exit(0);
      })();
    }
    exit(code = 0) {
      quitting = true;
      void (async () => {
        for (const w of BrowserWindow.getAllWindows()) await w._end();
        await this._notify;
        app.emit('quit', cancellable({}), code);
        await host.stopChromium?.();
        process.exit(code);
      })();
    }
    relaunch() {
      throw new Error('electron-double: app.relaunch is not modelled');
    }
  }
  const app = new App();

  // ————— the small ones —————
  const screen = refuse(
    'screen',
    Object.assign(new EventEmitter(), {
      _displays: [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, scaleFactor: 1, rotation: 0 }],
      getPrimaryDisplay() {
        return this._displays[0];
      },
      getAllDisplays() {
        return [...this._displays];
      },
      getDisplayMatching() {
        return this._displays[0];
      },
      getCursorScreenPoint: () => ({ x: 0, y: 0 }),
    }),
  );

  const unstubbed = (name) => () => {
    throw new Error(`electron-double: dialog.${name} was called, and the test has not replaced it`);
  };
  const dialog = refuse(
    'dialog',
    Object.fromEntries(['showOpenDialog', 'showOpenDialogSync', 'showSaveDialog', 'showSaveDialogSync', 'showMessageBox', 'showMessageBoxSync'].map((n) => [n, unstubbed(n)])),
  );
  dialog.showErrorBox = (title, content) => say(`error box: ${title}: ${content}`);

  const shell = refuse('shell', {
    opened: [], // only in the double; specs replace openExternal in both
    async openExternal(url) {
      this.opened.push(url);
    },
    openPath: async () => '',
    showItemInFolder() {},
    beep() {},
    trashItem: async (file) => fs.promises.rm(file, { recursive: true }),
  });

  const clipboard = refuse('clipboard', {
    _text: '', // what was last copied in a page
    async readText() {
      return this._text;
    },
  });

  let source = 'system';
  const nativeTheme = Object.assign(new EventEmitter(), {
    _dark: false,
    _features() {
      return [{ name: 'prefers-color-scheme', value: this.shouldUseDarkColors ? 'dark' : 'light' }];
    },
  });
  Object.defineProperties(nativeTheme, {
    shouldUseDarkColors: { get: () => source === 'dark' || (source === 'system' && nativeTheme._dark) },
    shouldUseHighContrastColors: { value: false },
    themeSource: {
      get: () => source,
      set(v) {
        source = v;
        for (const c of allContents.values()) void c._started.then(() => c._s.send('Emulation.setEmulatedMedia', { features: nativeTheme._features() })).catch(() => {});
        nativeTheme.emit('updated');
      },
    },
  });

  const { Menu, MenuItem } = makeMenu({ app, BrowserWindow, refuse });

  const electron = refuse('electron', {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    ipcMain,
    Menu,
    MenuItem,
    nativeTheme,
    powerMonitor: new EventEmitter(), // says nothing by itself
    protocol: defaultSession.protocol,
    screen,
    session,
    shell,
    webContents: WebContents,
    __double: {
      quitting: () => quitting,
      ready() {
        isReady = true;
        app.emit('will-finish-launching', cancellable({}));
        readyResolve();
        app.emit('ready', cancellable({}), {});
      },
    },
  });
  return electron;
}
module.exports = { create };
