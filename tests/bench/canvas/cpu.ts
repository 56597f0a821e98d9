import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds that the main thread of a page was busy during some work: its own time, not that of its neighbours. */
export type BusyTime = (work: () => Promise<void>) => Promise<number>;

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Waits until what was begun has been painted. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

export async function busyTime(page: Page): Promise<BusyTime> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async (work) => {
    await painted(page);
    const before = await taskMs(session);
    await work();
    await painted(page);
    return (await taskMs(session)) - before;
  };
}
