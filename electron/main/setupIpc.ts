import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import { ALL_CHANNELS, type AnyChannel, type EventName } from '../../shared/ipc/channels.ts';
import { calls, type EventPayload, events, type Out } from '../../shared/ipc/contract.ts';
import { isOurs, type Trust } from './trust.ts';

type Args<C extends AnyChannel> = z.output<(typeof calls)[C]['in']>;

/** What answers the channels `C`, with arguments that have been checked. */
export type Handlers<C extends AnyChannel = AnyChannel> = {
  readonly [Name in C]: (...args: Args<Name>) => Promise<Out<Name>> | Out<Name>;
};

/** A message may only come from the main frame of a window of ours that shows our own page. */
export function checkSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, trust: Trust): void {
  const frame = event.senderFrame; // null when the frame has gone or navigated away
  if (!frame) throw new Error('refused: no sender frame');
  if (frame.parent !== null) throw new Error('refused: not a main frame');
  if (!isOurs(frame.url, trust)) throw new Error('refused: foreign page');
}

/** What answers the page of one window; null for a page that no window of ours has. */
export type HandlersOf = (contents: Pick<WebContents, 'id'>) => Handlers | null;

/** Registers every channel of the contract: sender, arguments and result are checked; the sender's window answers. */
export function setupIpc(ipcMain: Pick<IpcMain, 'handle'>, handlersOf: HandlersOf, trust: Trust): void {
  for (const channel of ALL_CHANNELS) {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => {
      checkSender(event, trust);
      const run = handlersOf(event.sender)?.[channel] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (!run) throw new Error('refused: unknown window');
      const parsed = calls[channel].in.safeParse(args);
      if (!parsed.success) throw new Error(`bad arguments for ${channel}`);
      return calls[channel].out.parse(await run(...parsed.data));
    });
  }
}

/** Sends one event of the contract to a page, checked. */
export function sendEvent<E extends EventName>(contents: WebContents, name: E, payload: EventPayload<E>): void {
  if (!contents.isDestroyed()) contents.send(name, events[name].parse(payload));
}
