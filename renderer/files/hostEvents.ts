import { useEffect } from 'react';
import type { Host, WindowState } from '../../shared/ipc/contract.ts';
import { useClipboard } from '../clipboard/useClipboard.ts';
import { runFromMenu, useKeyboard } from '../commands/keyboard.ts';
import { enabledCommands } from '../commands/runCommand.ts';
import type { CommandContext } from '../commands/table/entry.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { redoLabel, undoLabel } from '../state/history.ts';
import { ask } from '../state/questions.ts';
import { showSettings } from '../state/settings.ts';
import { isDirty, type State, useStore, waitingTexts } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { useWork } from '../state/work.ts';
import { keepSaving } from './autosave.ts';
import { documentName, hasDocument } from './documentName.ts';
import { mayLeaveTexts, onChangedOutside, openResult } from './fileActions.ts';
import { dropRefused } from './fileMessages.ts';
import { startOwnCatalog } from './ownCatalogActions.ts';
import { keepRecovery, setRecoveries } from './recovery.ts';
import { save } from './saveActions.ts';
import { startSettings } from './settingsActions.ts';

/** What the native window and its menus show of the state. */
function windowState(state: State): WindowState {
  const dirty = isDirty(state);
  const name = `${dirty ? '● ' : ''}${documentName(state)}`;
  return {
    title: state.view === 'start' && !dirty ? 'Parapet' : `${name} – Parapet`,
    dirty,
    waiting: waitingTexts(state).length > 0,
    busy: useWork.getState().running > 0,
    fileId: state.file?.id ?? null,
    empty: !hasDocument(state),
    undoLabel: undoLabel(state.history),
    redoLabel: redoLabel(state.history),
    enabled: enabledCommands(state),
  };
}

/** Tells the host how the window looks, whenever that changes. */
function showWindowState(host: Host): () => void {
  let shown = '';
  const show = (state: State): void => {
    const next = windowState(state);
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    void host.call('window:state', next);
  };
  show(useStore.getState());
  const ends = [useStore.subscribe(show), useWork.subscribe(() => show(useStore.getState()))];
  return () => {
    for (const end of ends) end();
  };
}

async function saveAndClose(host: Host): Promise<void> {
  const saved = (await save(host)) && (await mayLeaveTexts());
  await host.call('window:close', saved && !isDirty(useStore.getState()));
}

/** Connects the state with the host: events, native menu, window, recovery. The function that comes back ends it. */
export function connectHost(context: CommandContext): () => void {
  const { host } = context;
  const recovery = keepRecovery(host);
  const ends = [
    host.on('menu:command', (id) => runFromMenu(id, context)),
    host.on('file:opened', (result) => void openResult(host, result)),
    host.on('file:changedOutside', (change) => void onChangedOutside(host, change)),
    host.on('drop:refused', (refusal) => void ask(dropRefused(refusal))),
    host.on('settings:changed', showSettings),
    host.on('save:andClose', () => void saveAndClose(host)),
    host.on('work:keep', recovery.flush),
    showWindowState(host),
    recovery.stop,
    keepSaving(host),
  ];
  return () => {
    for (const end of ends) end();
  };
}

async function tellNewVersion(host: Host): Promise<void> {
  const version = await host.call('update:weekly');
  if (version !== null) tell(`Parapet ${version} is there. “Check for updates…” in the Help menu has the link.`);
}

const started = new WeakSet<Host>();

/** Says to the host that the page listens, once; opens what the app was started with and lists unsaved work. */
export async function startApp(host: Host): Promise<void> {
  if (started.has(host)) return;
  started.add(host);
  const { opened, recoveries, ownCatalog, settings, damagedSettings } = await host.call('app:start');
  startSettings(settings, damagedSettings);
  startOwnCatalog(ownCatalog);
  setRecoveries(recoveries);
  void tellNewVersion(host);
  if (opened === null) return;
  await openResult(host, opened);
  if (recoveries.length > 0) tell('There is unsaved work from an earlier time. The start page (File menu) has it.');
}

/** All that the app's frame needs once: keyboard, host, start. */
export function useHostConnection(): void {
  const context = useCommandContext();
  useKeyboard(context);
  useClipboard();
  useEffect(() => connectHost(context), [context]);
  useEffect(() => void startApp(context.host), [context.host]);
}
