import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const showMessageBox = vi.fn(async (_window: unknown, _question: { readonly message: string }) => ({ response: 0 }));
vi.doMock('electron', () => ({ app: {}, dialog: { showMessageBox } }));
const { setupPageCrash } = await import('../../../electron/main/setupCrash.ts');

function watched() {
  const webContents = Object.assign(new EventEmitter(), { reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const window = Object.assign(new EventEmitter(), { webContents });
  const pageGone = vi.fn();
  setupPageCrash(window as unknown as BrowserWindow, pageGone);
  const crash = (reason: string) => webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  return { window, webContents, pageGone, crash };
}

beforeEach(() => {
  vi.useFakeTimers();
  showMessageBox.mockClear();
});
afterEach(() => vi.useRealTimers());

it.each(['crashed', 'oom', 'killed', 'abnormal-exit'])('a page that is gone (%s) is loaded again', (reason) => {
  const { webContents, pageGone, crash } = watched();
  crash(reason);
  expect(webContents.reload).toHaveBeenCalledOnce();
  expect(pageGone).toHaveBeenCalledOnce();
});

it('one that ended by itself is not', () => {
  const { webContents, crash } = watched();
  crash('clean-exit');
  expect(webContents.reload).not.toHaveBeenCalled();
});

it('one that fails again and again is loaded three times in a minute, then the person is told', () => {
  const { webContents, crash } = watched();
  for (let i = 0; i < 4; i++) crash('crashed');
  expect(webContents.reload).toHaveBeenCalledTimes(3);
  expect(showMessageBox.mock.calls.map(([, { message }]) => message)).toEqual(['The window keeps failing.']);
  vi.advanceTimersByTime(60_000);
  crash('crashed');
  expect(webContents.reload).toHaveBeenCalledTimes(4);
});

it('one that hangs is ended only when the person says so', async () => {
  for (const [response, times] of [
    [0, 0],
    [1, 1],
  ] as const) {
    const { window, webContents } = watched();
    showMessageBox.mockResolvedValueOnce({ response });
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(0);
    expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(times);
  }
});
