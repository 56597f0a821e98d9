// What keeps a page or a document from doing harm, and how each of it is loosened: the text in a source file, what takes
// its place, and the unit tests of which one must fail then. `npm run hardening` tries all of them.

const at = (file, tests) => (from, to) => ({
  file,
  from,
  to,
  tests: tests.map((name) => `tests/unit/${name}.test.ts`),
});
/** Takes a text away. */
const gone = (loosen, from) => loosen(from, '');

const security = at('electron/main/setupSecurity.ts', ['electron/security']);
const wiring = at('electron/main/setupSecurity.ts', ['electron/main']);
const main = at('electron/main/main.ts', ['electron/main']);
const makeWindow = at('electron/main/setupWindow.ts', ['electron/main']);
const trust = at('electron/main/trust.ts', ['electron/security', 'electron/openOutside']);
const outside = at('electron/main/openOutside.ts', ['electron/openOutside']);
const ipc = at('electron/main/setupIpc.ts', ['electron/ipc']);
const preload = at('electron/preload/preload.ts', ['electron/ipc']);
const contract = at('shared/ipc/contract.ts', ['electron/contract']);
const scheme = at('electron/main/setupProtocol.ts', ['electron/main', 'electron/assets']);
const policy = at('electron/assets/policy.ts', ['electron/assets']);
const asset = at('electron/assets/readAsset.ts', ['electron/assets']);
const server = at('electron/launch/webServer.ts', ['launch/launch']);
const clipboard = at('electron/main/setupClipboard.ts', ['electron/clipboard']);
const drop = at('electron/main/setupDrop.ts', ['electron/drop']);
const printing = at('electron/main/printWindow.ts', ['electron/print']);
const argv = at('electron/main/filesFromArgv.ts', ['electron/window']);
const grants = at('electron/files/fileGrants.ts', ['electron/files']);
const versions = at('electron/files/versions.ts', ['electron/files']);
const reading = at('electron/files/readDiagramFile.ts', ['electron/files']);
const fileName = at('shared/ipc/safeFileName.ts', ['electron/safeFileName']);
const packaged = at('packaging/electron-builder.cjs', ['electron/fuses']);
const update = at('electron/main/checkForUpdate.ts', ['electron/updates']);
const updates = at('electron/main/setupUpdates.ts', ['electron/updates']);
const links = at('renderer/inspector/links/findLinks.ts', ['renderer/notes']);
const xml = at('shared/export/svg/xml.ts', ['export/svg', 'export/html', 'export/csv']);
const plain = at('shared/diagram/oneLine.ts', ['export/svg', 'export/html', 'export/csv']);
const csv = at('shared/export/csv.ts', ['export/csv']);
const html = at('shared/export/html/policy.ts', ['export/html']);
const markdown = at('shared/export/markdownText.ts', ['export/markdown']);
const terminal = at('cli/paint.ts', ['cli/run', 'cli/scope']);
const complaints = at('cli/run.ts', ['hostile']);
const schema = at('shared/diagram/schema.ts', ['diagram/parse']);
const structure = at('shared/diagram/checkStructure.ts', ['diagram/parse']);

export const LOOSENED = {
  'BrowserWindow options': [
    security('contextIsolation: true', 'contextIsolation: false'),
    security('sandbox: true', 'sandbox: false'),
    security('nodeIntegration: false', 'nodeIntegration: true'),
    security('nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true'),
    security('nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true'),
    security('webSecurity: true', 'webSecurity: false'),
    security('allowRunningInsecureContent: false', 'allowRunningInsecureContent: true'),
    security('experimentalFeatures: false', 'experimentalFeatures: true'),
    security('webviewTag: false', 'webviewTag: true'),
    security('navigateOnDragDrop: false', 'navigateOnDragDrop: true'),
    security('safeDialogs: true', 'safeDialogs: false'),
    security('spellcheck: false', 'spellcheck: true'),
    security('  devTools,\n', '  devTools: true,\n'),
    makeWindow('!app.isPackaged)', 'true)'),
    makeWindow(
      'webPreferences: webPreferences(',
      'webPreferences: { nodeIntegration: true } && ((_: string, __: boolean) => ({}))(',
    ),
  ],
  'start of the app': [
    gone(wiring, '  app.enableSandbox();\n'),
    wiring("app.on('web-contents-created'", "app.once('ready'"),
    main('setupSecurity(app', 'void (app'),
    gone(main, 'hardenSession(session.defaultSession, trust);'),
    main('app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL', 'process.env.ELECTRON_RENDERER_URL'),
    main('registerScheme(protocol);', ''),
  ],
  'navigation, windows, webviews': [
    security("action: 'deny'", "action: 'allow'"),
    gone(security, "  contents.on('will-navigate', guard);\n"),
    gone(security, "  contents.on('will-redirect', guard);\n"),
    gone(security, "  contents.on('will-frame-navigate', guard);\n"),
    security('if (!isOurs(event.url, trust)) event', 'if (!event.url) event'),
    gone(security, "  contents.on('will-attach-webview', (event) => event.preventDefault());\n"),
  ],
  'permissions, devices, downloads, requests': [
    security("new Set(['clipboard-sanitized-write'])", "new Set(['clipboard-sanitized-write', 'media'])"),
    security(" && isOurs(details.requestingUrl ?? contents?.getURL() ?? '', trust)", ''),
    security('ALLOWED_PERMISSIONS.has(permission) && isOurs(details', 'isOurs(details'),
    security('ALLOWED_PERMISSIONS.has(permission) && isOurs(origin', 'isOurs(origin'),
    security(' && isOurs(origin, trust)', ''),
    security('setDevicePermissionHandler(() => false)', 'setDevicePermissionHandler(() => true)'),
    gone(security, '  session.setDisplayMediaRequestHandler(null);\n'),
    security('cancel: remote &&', 'cancel: false &&'),
    security('https?|wss?|ftp', 'https|wss?|ftp'),
    security('https?|wss?|ftp', 'https?|wss?'),
    security('https?|wss?|ftp', 'https?|ftp'),
    gone(security, "  session.on('will-download', (event) => event.preventDefault());\n"),
  ],
  'what counts as ours, and what goes outside': [
    trust('trust.origins.includes(origin)', 'trust.origins.some((one) => origin.startsWith(one))'),
    trust("protocol === 'http:' || protocol === 'https:' ? origin : `${protocol}//${host}`", 'origin'),
    trust("url?.protocol === 'https:'", "url?.protocol !== 'file:'"),
    trust(" && url.username === ''", ''),
    outside('if (!(await agrees(url, window))) return false;', ''),
    outside('`Open ${host} in your browser?`', "'Open it in your browser?'"),
    outside('defaultId: CANCEL', 'defaultId: OPEN'),
    outside('cancelId: CANCEL', 'cancelId: OPEN'),
    outside(' || asking)', ')'),
    outside('url === null || window === null', 'url === null'),
    links("url?.protocol === 'https:'", "url !== null && url.protocol !== 'ftp:'"),
    links(" && url.username === '' && url.password === ''", ''),
  ],
  'messages between page and main': [
    gone(ipc, '      checkSender(event, trust);\n'),
    ipc('handlersOf(event.sender)', 'handlersOf({ id: 1 })'),
    ipc("if (!frame) throw new Error('refused: no sender frame');", 'if (!frame) return;'),
    gone(ipc, "  if (frame.parent !== null) throw new Error('refused: not a main frame');\n"),
    gone(ipc, "  if (!isOurs(frame.url, trust)) throw new Error('refused: foreign page');\n"),
    ipc('if (!parsed.success) throw new Error(`bad arguments for ${channel}`);\n', ''),
    ipc('calls[channel].out.parse(await run(...parsed.data))', '(await run(...parsed.data))'),
    ipc('events[name].parse(payload)', 'payload'),
    preload('!CHANNELS.includes(channel)', '!channel'),
    preload('event.isTrusted ?', 'event.type ?'),
    preload('!EVENTS.includes(event)', '!event'),
    preload(
      '(_event: unknown, payload: unknown): void => listener(payload)',
      '(event: unknown, payload: unknown): void => (listener as (...all: unknown[]) => void)(payload, event)',
    ),
    preload("  kind: 'desktop',\n", "  kind: 'desktop',\n  ipcRenderer,\n"),
  ],
  'shape and size of messages': [
    contract('const FileId = z.uuid();', 'const FileId = z.string();'),
    contract('const Text = z.string().max(MAX_FILE_BYTES);', 'const Text = z.string();'),
    contract('const Name = z.string().max(255);', 'const Name = z.string();'),
    contract('const Place = z.string().max(32_767);', 'const Place = z.string();'),
    contract('const Said = z.string().max(100_000);', 'const Said = z.string();'),
    contract('const Label = z.string().max(1_000_000);', 'const Label = z.string();'),
    contract('const Time = z.iso.datetime().max(40);', 'const Time = z.iso.datetime();'),
    contract('z.string().max(MAX_EXPORT_BYTES)', 'z.string()'),
    contract('.refine(({ byteLength }) => byteLength <= MAX_EXPORT_BYTES)', ''),
    contract('.regex(/^[a-z0-9]+$/)', ''),
    contract('z.tuple([z.string().max(2048)])', 'z.tuple([z.string()])'),
    contract('.max(MAX_RECOVERIES)', ''),
    contract('export const WindowState = z.strictObject', 'export const WindowState = z.looseObject'),
    contract('export const DiagramFile = z.strictObject', 'export const DiagramFile = z.looseObject'),
    contract('z.enum(COMMAND_IDS)).max(200)', 'z.enum(COMMAND_IDS))'),
  ],
  'content policy and files of the page': [
    policy('"default-src \'none\'"', '"default-src *"'),
    policy(
      'wasm-unsafe-eval\'" : "script-src \'self\'"',
      "wasm-unsafe-eval'\" : \"script-src 'self' 'unsafe-inline'\"",
    ),
    policy("'wasm-unsafe-eval'", "'unsafe-eval'"),
    policy('"style-src \'self\'" :', "\"style-src 'self' 'unsafe-inline'\" :"),
    policy("img-src 'self' data: blob:", "img-src 'self' data: blob: https:"),
    policy("font-src 'self'", 'font-src *'),
    policy("connect-src 'self'", "connect-src 'self' https:"),
    policy("worker-src 'self'", "worker-src 'self' blob:"),
    policy("form-action 'none'", "form-action 'self'"),
    policy("base-uri 'none'", "base-uri 'self'"),
    policy("frame-src 'none'", "frame-src 'self'"),
    policy("frame-ancestors 'none'", 'frame-ancestors *'),
    policy("object-src 'none'", "object-src 'self'"),
    gone(policy, "  'x-content-type-options': 'nosniff',\n"),
    policy("'no-referrer'", "'unsafe-url'"),
    policy("'cross-origin-opener-policy': 'same-origin'", "'cross-origin-opener-policy': 'unsafe-none'"),
    policy("'cross-origin-resource-policy': 'same-origin'", "'cross-origin-resource-policy': 'cross-origin'"),
    policy("randomBytes(16).toString('base64')", "'always the same nonce=='"),
    asset("relative === '' || relative.startsWith('..') || path.isAbsolute(relative)", 'false'),
    asset(" || name.includes('\\\\')", ''),
    asset("name.includes('\\0') || ", ''),
    asset('path.extname(file) in TYPES ? file : null', 'file'),
    asset("if (method !== 'GET' && method !== 'HEAD')", "if (method === 'TRACE')"),
    scheme("ours ? url.pathname : '/not/ours'", "url?.pathname ?? '/'"),
    scheme('codeCache: true', 'codeCache: true, bypassCSP: true'),
    scheme('codeCache: true', 'codeCache: true, corsEnabled: true'),
    server("if (!hosts.includes(request.headers.host ?? ''))", 'if (hosts.length === 0)'),
  ],
  'files and clipboard': [
    clipboard('if (!window()?.isFocused()) return null;', ''),
    clipboard('text.length > MAX_FILE_BYTES ? null : text', 'text'),
    drop("isOpenable(file) ? null : { name, reason: 'wrongKind' }", 'null'),
    drop("if (stat?.isDirectory()) return { name, reason: 'folder' };", ''),
    printing('silent: false', 'silent: true'),
    argv("!arg.startsWith('-') && ", ''),
    argv(' && !/^[a-z][a-z0-9+.-]+:\\/\\//i.test(arg)', ''),
    grants(
      "if (!grant) return { state: 'failed', reason: 'notFound', detail: 'This file was not opened in this window.' };",
      "if (!grant) { await atomicWrite(id, text); return { state: 'saved', name: id }; }",
    ),
    versions('isThere ? fs.readFile', 'isThere || id ? fs.readFile'),
    fileName('[<>:"/\\\\|?*\\p{Cc}\\p{Cf}]', '[<>:"|?*\\p{Cc}\\p{Cf}]'),
    fileName('\\p{Cc}\\p{Cf}]', ']'),
    fileName(".replace(/^[. ]+|[. ]+$/g, '')", ''),
    fileName('|| RESERVED.test(trimmed)', ''),
  ],
  'the package': [
    packaged('runAsNode: false', 'runAsNode: true'),
    packaged('enableCookieEncryption: false', 'enableCookieEncryption: true'),
    packaged('enableNodeOptionsEnvironmentVariable: false', 'enableNodeOptionsEnvironmentVariable: true'),
    packaged('enableNodeCliInspectArguments: false', 'enableNodeCliInspectArguments: true'),
    packaged('enableEmbeddedAsarIntegrityValidation: true', 'enableEmbeddedAsarIntegrityValidation: false'),
    packaged('onlyLoadAppFromAsar: true', 'onlyLoadAppFromAsar: false'),
    packaged('grantFileProtocolExtraPrivileges: false', 'grantFileProtocolExtraPrivileges: true'),
    packaged('asar: true', 'asar: false'),
    gone(packaged, "    '!**/node_modules/**',\n"),
  ],
  'the check for updates': [
    update("redirect: 'error'", "redirect: 'follow'"),
    update('/^v\\d{1,5}(\\.\\d{1,5}){2}$/', '/^v/'),
    update('([\\w.-]+\\/[\\w.-]+)$/', '([\\w.-]+\\/[\\w.-]+)/'),
    update('const GITHUB = /^https:\\/\\/github\\.com\\/', 'const GITHUB = /^https?:\\/\\/[^/]+\\/'),
    updates('!isWeekly() || ', ''),
    updates(' || !(await lastCheck.isDue())', ''),
    gone(updates, "    updates.setUserAgent('Parapet', 'en');\n"),
    updates(
      "session.fromPartition('updates', { cache: false })",
      "session.fromPartition('persist:updates', { cache: true })",
    ),
  ],
  'what comes from a document': [
    xml("'<': '&lt;'", "'<': '<'"),
    xml("'\"': '&quot;'", "'\"': '\"'"),
    plain(".replace(DIRECTION_MARKS, '')", ''),
    plain(".replace(UNFIT, '\\uFFFD')", ''),
    csv('text.replace(FORMULA, "$1$2\'")', 'text'),
    csv(".replaceAll('\"', '\"\"')", ''),
    html('"default-src \'none\'"', '"default-src *"'),
    html("script-src '${HASHES.script}'", "script-src 'unsafe-inline'"),
    complaints('system.stderr(inert(lines))', 'system.stderr(lines)'),
    terminal(".replace(CONTROLS, '\\uFFFD')", ''),
    markdown("text.replace(ESCAPED, '\\\\$&')", 'text'),
    markdown('.replace(MENTION, `@${NOTHING}`)', ''),
    markdown('.replace(ADDRESS, `$&${NOTHING}`)', ''),
    markdown('/^https:\\/\\/[^\\s<>]+$/.test(url)', 'true'),
    reading('if (stat.size > MAX_FILE_BYTES)', 'if (stat.size < 0)'),
    reading('if (!stat.isFile())', 'if (stat.isDirectory())'),
    reading("text.includes('\\0') ? null : text", 'text'),
    structure(
      'if (before === undefined) first.set(id, where);\n      else problems',
      'if (before === undefined) first.set(id, where);\n      else if (id === where) problems',
    ),
    structure('if (at === id) problems', 'if (at === where) problems'),
    schema('name: 200', 'name: 200_000'),
    schema('coordinate: 1_000_000', 'coordinate: 1e300'),
  ],
};
