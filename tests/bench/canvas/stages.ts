import path from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import type { Rect } from '../../../shared/diagram/geometry.ts';
import { resourceRect } from '../../../shared/diagram/graph.ts';
import type { Diagram, Position, Resource } from '../../../shared/diagram/schema.ts';
import { busyTime, painted } from './cpu.ts';
import { bareDiagram, type View } from './drawing.ts';
import { middleOf, type Stage } from './interactions.ts';

/** This is bundled into the same folder as the page of bare React Flow. */
const BUILT = import.meta.dirname;
const VIEWPORT = { width: 1600, height: 1000 };

/** Where a page's React Flow stands, as it is seen. */
const viewOf = (page: Page): Promise<View> =>
  page.locator('.react-flow__viewport').evaluate((element) => {
    const seen = element.getBoundingClientRect();
    const around = element.closest('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
    return { x: seen.x - around.x, y: seen.y - around.y, zoom: seen.width / (element as HTMLElement).offsetWidth };
  });

const nodeOf = (id: string): string => `.react-flow__node[data-id="${id}"]`;

async function boxOf(page: Page, selector: string): Promise<Rect> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not in view`);
  return box;
}

/** Opens a diagram in the built app as a person does: through the file dialog. */
export async function openApp(browser: Browser, address: string, diagram: Diagram): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  // Without the picker that a program cannot answer, the app opens files through an input element.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
  await page.goto(address);
  await page.locator('main[data-ready="true"]').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open/ }).first().click();
  const buffer = Buffer.from(formatDiagram(diagram));
  await (await chooser).setFiles({ name: 'big.parapet', mimeType: 'application/json', buffer });
  await page.locator('.react-flow__viewport').waitFor();
  await painted(page);
  return page;
}

/** Zooms and pans with the wheel until a point of the diagram is in the middle of the canvas at 100 %. */
async function goTo(page: Page, point: Position): Promise<void> {
  const box = await boxOf(page, '[data-canvas]');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < 60; turn++) {
    const { x, y, zoom } = await viewOf(page);
    if (Math.abs(zoom - 1) > 0.001) {
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, Math.max(-100, Math.min(100, 500 * Math.log2(zoom))));
      await page.keyboard.up('Control');
    } else {
      const away = { x: point.x + x - box.width / 2, y: point.y + y - box.height / 2 };
      if (Math.hypot(away.x, away.y) < 100) return;
      await page.mouse.wheel(away.x, away.y);
    }
    await painted(page);
  }
  throw new Error('the wheel does not bring the view to where it should be');
}

/** The first answer of this name, found once: looking for roles and names costs more than what is measured. */
async function marked(page: Page, name: string): Promise<Locator> {
  const answer = page.getByRole('radio', { name, exact: true }).first();
  await answer.evaluate((element, mark) => element.setAttribute('data-answer', mark), name);
  return page.locator(`[data-answer="${name}"]`);
}

/** The built app with a diagram, one resource of it in the middle of the canvas. */
export async function appStage(page: Page, diagram: Diagram, resource: Resource): Promise<Stage> {
  const { x, y, width, height } = resourceRect(diagram, resource);
  await goTo(page, { x: x + width / 2, y: y + height / 2 });
  const node = page.locator(nodeOf(resource.id));
  const at = await middleOf(node);
  await page.mouse.click(at.x, at.y);
  await page.getByRole('tab', { name: 'Settings' }).click();
  const edits = await Promise.all(['Yes', 'No'].map((name) => marked(page, name)));
  return { page, busy: await busyTime(page), at, node, edits };
}

/** Bare React Flow in a window as large as the app's canvas, with the same part of the diagram in view. */
export async function bareStage(browser: Browser, app: Page, diagram: Diagram, resource: Resource): Promise<Stage> {
  const { width, height } = await boxOf(app, '[data-canvas]');
  const viewport = { width: Math.round(width), height: Math.round(height) };
  const page = await browser.newPage({ viewport });
  await page.addStyleTag({ path: path.join(BUILT, 'bare.css') });
  await page.addScriptTag({ path: path.join(BUILT, 'bare.js'), type: 'module' });
  await page.waitForFunction('globalThis.draw');
  await page.evaluate((drawing) => globalThis.draw(drawing), bareDiagram(diagram, await viewOf(app), resource.id));
  await page.locator('.react-flow__node').first().waitFor();
  const node = page.locator(nodeOf(resource.id));
  const at = await middleOf(node);
  return { page, busy: await busyTime(page), at, node, edits: [page.locator('#edit')] };
}
