import type { CDPSession, Page } from '@playwright/test';
import { painted } from './cpu.ts';
import type { Stage } from './interactions.ts';

/** A piece of work that nothing could interrupt, in milliseconds. */
interface Task {
  /** What the thread itself worked. */
  readonly cpu: number;
  /** As long as it took, with what other programs took of it on a busy machine. */
  readonly wall: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = 'disabled-by-default-devtools.timeline,__metadata';

async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: CATEGORIES });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** The longest task of the page's main thread during some work. */
async function longestTask(page: Page, session: CDPSession, work: () => Promise<void>): Promise<Task> {
  const events = await traced(session, async () => {
    await work();
    await painted(page);
  });
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`));
  const longest = tasks.toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))[0];
  return { cpu: (longest?.tdur ?? 0) / 1000, wall: (longest?.dur ?? 0) / 1000 };
}

type Steps = (stage: Stage) => Promise<void>;

const wheel: (dx: number, dy: number) => Steps =
  (dx, dy) =>
  async ({ page, at }) => {
    await page.mouse.move(at.x, at.y + 60);
    for (let i = 0; i < 20; i++) await page.mouse.wheel(i < 10 ? dx : -dx, i < 10 ? dy : -dy);
  };

const press: (key: string) => Steps =
  (key) =>
  async ({ page }) =>
    page.keyboard.press(key);

const drag: Steps = async ({ page, at }) => {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 120, at.y + 60, { steps: 20 });
  await page.mouse.up();
};

/** In the order in which they follow each other; each begins where the one before left the app. */
const INTERACTIONS: readonly (readonly [what: string, steps: Steps])[] = [
  ['pan', wheel(60, 15)],
  [
    'zoom out and in',
    async (stage) => {
      await stage.page.keyboard.down('Control');
      await wheel(0, 100)(stage);
      await stage.page.keyboard.up('Control');
    },
  ],
  ['select', async ({ page, at }) => page.mouse.click(at.x, at.y)],
  ['drag and drop', drag],
  ['undo', press('Control+z')],
  ['open the command palette', press('Control+k')],
  ['type into it', async ({ page }) => page.keyboard.type('glue', { delay: 20 })],
  ['close it', press('Escape')],
  [
    'search the services',
    async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('glue', { delay: 20 });
      await page.keyboard.press('Escape');
    },
  ],
  [
    'edit an answer',
    async ({ page, at, edits }) => {
      await page.mouse.click(at.x, at.y);
      for (const answer of edits) await answer.click();
    },
  ],
  ['undo it', press('Control+z')],
  [
    'tidy layout',
    async ({ page, at }) => {
      await page.mouse.click(at.x, at.y);
      await page.keyboard.press('l');
      await page.getByTestId('tidying').waitFor();
      await page.getByTestId('tidying').waitFor({ state: 'detached' });
      // The elements glide to their places.
      await page.waitForTimeout(600);
    },
  ],
  ['ask for exposure paths', press('e')],
  ['close them', press('Escape')],
  [
    'smallest set of changes',
    async ({ page }) => {
      await page.keyboard.press('Control+g');
      await page.getByRole('button', { name: /^Make these [1-9]/ }).waitFor();
    },
  ],
  ['close it again', press('Escape')],
  ['review gap by gap', press('r')],
  ['the next gap', press('n')],
  ['leave the review', press('Escape')],
  ['select all', press('Control+a')],
];

/** The longest task of each interaction with the app, as lines. */
export async function longTaskLines(stage: Stage): Promise<readonly string[]> {
  const session = await stage.page.context().newCDPSession(stage.page);
  const lines: string[] = [];
  for (const [what, steps] of INTERACTIONS) {
    const { cpu, wall } = await longestTask(stage.page, session, () => steps(stage));
    lines.push(`  ${what.padEnd(26)}${cpu.toFixed(0).padStart(7)} ms${wall.toFixed(0).padStart(9)} ms`);
  }
  await session.detach();
  return lines;
}
