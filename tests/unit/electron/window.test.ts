import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { type CloseAnswer, createCloseGuard } from '../../../electron/main/closeGuard.ts';
import { filesFromArgv } from '../../../electron/main/filesFromArgv.ts';
import { cascade, fitBounds } from '../../../electron/main/windowBounds.ts';

function guarded(answer: CloseAnswer) {
  const actions = { ask: vi.fn(async () => answer), save: vi.fn(), discard: vi.fn(async () => {}), close: vi.fn() };
  return { actions, guard: createCloseGuard(actions) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('a window without unsaved changes closes without a question', () => {
  const { actions, guard } = guarded('cancel');
  expect(guard.mayClose()).toBe(true);
  expect(actions.ask).not.toHaveBeenCalled();
});

it('a window with unsaved changes asks once, however often it is told to close', async () => {
  const { actions, guard } = guarded('cancel');
  guard.setLoss('changes');
  expect([guard.mayClose(), guard.mayClose()]).toEqual([false, false]);
  await settled();
  expect(actions.ask).toHaveBeenCalledOnce();
  expect(actions.close).not.toHaveBeenCalled();
  expect(actions.discard).not.toHaveBeenCalled();
});

it('a window asks about what it would lose: changes before texts that wait in their fields, nothing once they are mended', async () => {
  const { actions, guard } = guarded('cancel');
  for (const loss of ['texts', 'changes'] as const) {
    guard.setLoss(loss);
    expect(guard.mayClose()).toBe(false);
    await settled();
    expect(actions.ask).toHaveBeenLastCalledWith(loss);
  }
  guard.setLoss(null);
  expect(guard.mayClose()).toBe(true);
});

it('"save" leaves the close to the page', async () => {
  const { actions, guard } = guarded('save');
  guard.setLoss('changes');
  guard.mayClose();
  await settled();
  expect(actions.save).toHaveBeenCalledOnce();
  expect(actions.close).not.toHaveBeenCalled();
  guard.closeNow();
  expect(actions.close).toHaveBeenCalledOnce();
  expect(guard.mayClose()).toBe(true);
});

it('"don’t save" drops the unsaved work and closes', async () => {
  const { actions, guard } = guarded('discard');
  guard.setLoss('changes');
  guard.mayClose();
  await settled();
  expect(actions.discard).toHaveBeenCalledOnce();
  expect(actions.close).toHaveBeenCalledOnce();
});

it('a window that is to leave says whether it did, also when the page could not save', async () => {
  const { guard } = guarded('cancel');
  guard.setLoss('changes');
  expect(await guard.leave()).toBe(false);
  const saving = guarded('save');
  saving.guard.setLoss('changes');
  const failed = saving.guard.leave();
  await settled();
  saving.guard.stay();
  expect(await failed).toBe(false);
  expect(saving.actions.close).not.toHaveBeenCalled();
  const left = saving.guard.leave();
  await settled();
  saving.guard.closeNow();
  expect(await left).toBe(true);
  expect(saving.guard.isDirty()).toBe(false);
});

it.each([
  [
    ['electron', '.', 'a.parapet', '/b/c.parapet'],
    ['/work/a.parapet', '/b/c.parapet'],
  ],
  [['electron', '.', '--flag', '/b/c.PARAPET'], ['/b/c.PARAPET']],
  [['electron', '.', '--x', 'https://a/b.parapet'], []],
  [['electron', '.', '-r', 'b.txt'], []],
  [['electron', '.', '--open=a.parapet'], []],
])('the command line %j names the files %j', (argv, files) => {
  expect(filesFromArgv(argv, false, '/work')).toEqual(files.map((file) => path.resolve(file)));
});

it('a window comes back on a display that is there', () => {
  const displays = [{ x: 0, y: 0, width: 1000, height: 800 }];
  const away = { x: 5000, y: 0, width: 600, height: 400, maximized: false };
  const large = { x: 10, y: 10, width: 6000, height: 400, maximized: false };
  expect(fitBounds(away, displays)).not.toHaveProperty('x');
  expect(fitBounds(large, displays)).toEqual({ x: 10, y: 10, width: 1000, height: 400 });
});

it('a further window lies a step from the one before, or in the corner of its display', () => {
  const displays = [
    { x: 0, y: 0, width: 1000, height: 800 },
    { x: 1000, y: 20, width: 1000, height: 800 },
  ];
  const size = { width: 600, height: 400 };
  expect(cascade({ x: 10, y: 10, ...size }, displays)).toEqual({ x: 42, y: 42, ...size });
  expect(cascade({ x: 1390, y: 30, ...size }, displays)).toEqual({ x: 1000, y: 20, ...size });
});
