import type { Channel, EventName } from '../../shared/ipc/channels.ts';
import {
  type EventPayload,
  type Host,
  type In,
  MAX_RECOVERIES,
  type OpenResult,
  type Out,
  type PrintResult,
  type Recovery,
} from '../../shared/ipc/contract.ts';
import { safeUrl } from '../inspector/links/findLinks.ts';
import { createLiveLocks } from './liveLocks.ts';
import { type CheckCatalog, createWebCatalog } from './webCatalog.ts';
import { setupDrop } from './webDrop.ts';
import { createWebFiles } from './webFiles.ts';
import { createWebSettings } from './webSettings.ts';
import { createWebStore } from './webStore.ts';

/** Names the host of an address to the person; true when it may be opened. */
export type AskOutside = (url: URL) => Promise<boolean>;

type Handlers = { readonly [C in Channel]: (...args: In<C>) => Promise<Out<C>> };
type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> };

const FORGOTTEN: OpenResult = {
  state: 'failed',
  reason: 'notFound',
  name: '',
  detail: 'It is no longer in the list of recent files.',
};

/** Asks before the page is left while there is something to lose; a browser words the question itself. */
function setupLeaveGuard(): (loses: boolean) => void {
  let loses = false;
  window.addEventListener('beforeunload', (event) => {
    if (loses) event.preventDefault();
  });
  return (value) => {
    loses = value;
  };
}

/** Resolves when the browser's dialog is closed; it does not say whether something was printed. */
const printPage = (): Promise<PrintResult> =>
  new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve({ state: 'printed' }), { once: true });
    window.print();
  });

async function openLink(text: string, agrees: AskOutside): Promise<boolean> {
  const url = safeUrl(text);
  if (!url || !(await agrees(url))) return false;
  window.open(url, '_blank', 'noopener,noreferrer');
  return true;
}

/**
 * The host made of what a browser has: file access or downloads, and IndexedDB for what is kept. `problemsOf` judges an
 * own catalog before it takes the place of the one that is kept, `askOutside` asks before a page outside is opened.
 */
export function createWebHost(problemsOf: CheckCatalog = () => [], askOutside: AskOutside = async () => false): Host {
  const store = createWebStore();
  const documents = createLiveLocks('document');
  const openFiles = createLiveLocks('file');
  const files = createWebFiles(store, openFiles.elsewhere);
  const ownCatalog = createWebCatalog(store, problemsOf);
  const asksToLeave = setupLeaveGuard();
  const listeners: Listeners = {
    'menu:command': new Set(),
    'file:opened': new Set(),
    'file:changedOutside': new Set(),
    'drop:refused': new Set(),
    'settings:changed': new Set(),
    'save:andClose': new Set(),
    'work:keep': new Set(),
  };
  const emit = <E extends EventName>(event: E, payload: EventPayload<E>): void => {
    for (const listener of listeners[event]) listener(payload);
  };
  const settings = createWebSettings((next) => emit('settings:changed', next));

  async function recoveries(): Promise<readonly Recovery[]> {
    const elsewhere = await documents.elsewhere();
    const all = await store.recoveries().catch(() => []);
    return all.filter((one) => !elsewhere.has(one.documentId)).slice(0, MAX_RECOVERIES);
  }

  async function openRecent(id: string): Promise<OpenResult> {
    const entry = (await store.recent().catch(() => [])).find((one) => one.id === id);
    return entry ? files.openHandle(entry.handle) : FORGOTTEN;
  }

  async function putRecovery({ documentId, name, text }: In<'recovery:put'>[0]): Promise<boolean> {
    documents.hold(documentId);
    const savedAt = new Date().toISOString();
    return store.putRecovery({ documentId, name, savedAt, text, file: null }).then(
      () => true,
      () => false,
    );
  }

  async function takeRecovery(documentId: string): Promise<boolean> {
    if ((await documents.elsewhere()).has(documentId)) return false;
    documents.hold(documentId);
    return true;
  }

  let held: string | null = null;
  function holdFile(fileId: string | null): void {
    const entry = fileId && files.entryOf(fileId);
    if (entry === held) return;
    if (held !== null) openFiles.release(held);
    if (entry !== null) openFiles.hold(entry);
    held = entry;
  }

  const handlers: Handlers = {
    'app:start': async () => ({
      opened: null,
      recoveries: await recoveries(),
      ownCatalog: await ownCatalog.read(),
      settings: settings.get(),
      damagedSettings: settings.damaged,
    }),
    'file:open': files.open,
    'file:openRecent': openRecent,
    'file:openAgain': files.openAgain,
    'file:save': files.save,
    'file:saveAs': files.saveAs,
    'file:export': files.exportFile,
    'versions:list': files.versions,
    'versions:read': (_file, version) => files.versionText(version),
    'catalog:choose': ownCatalog.choose,
    'catalog:read': ownCatalog.read,
    'catalog:forget': ownCatalog.forget,
    'settings:set': async (wanted) => settings.set(wanted),
    'recent:list': async () => {
      const all = await store.recent().catch(() => []);
      return all.map(({ id, name, openedAt }) => ({ id, name, location: null, openedAt }));
    },
    'recent:clear': () => store.clearRecent().catch(() => {}),
    'recovery:put': putRecovery,
    'recovery:take': takeRecovery,
    'recovery:drop': async (documentId) => {
      if ((await documents.elsewhere()).has(documentId)) return;
      documents.release(documentId);
      await store.dropRecovery(documentId).catch(() => {});
    },
    'window:state': async ({ title, dirty, waiting, fileId }) => {
      document.title = title;
      asksToLeave(dirty || waiting);
      holdFile(fileId);
    },
    'window:print': () => printPage(),
    'window:new': async () => void window.open(location.href, '_blank', 'noopener'),
    'window:goTo': async () => false, // a page cannot bring another one to the front
    'window:close': async () => {}, // a page cannot close a tab that the person opened
    'link:open': (url) => openLink(url, askOutside),
    'update:check': async () => ({ state: 'failed', reason: 'browser' }),
    'update:weekly': async () => null,
    'clipboard:read': () => navigator.clipboard.readText().catch(() => null),
  };

  setupDrop(files, {
    opened: (result) => emit('file:opened', result),
    refused: (refusal) => emit('drop:refused', refusal),
  });
  window.addEventListener('focus', async () => {
    for (const change of await files.changedOutside()) emit('file:changedOutside', change);
  });

  return {
    kind: 'web',
    call: (channel, ...args) => handlers[channel](...args),
    on(event, listener) {
      listeners[event].add(listener);
      return () => {
        listeners[event].delete(listener);
      };
    },
  };
}
