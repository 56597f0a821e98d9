/** `npm run bench -- canvas`: the built app beside bare React Flow, with the pointer and in the same browser. */
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { readCatalogFolder } from '../../../electron/files/readCatalogFolder.ts';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { link } from '../../../shared/catalog/link.ts';
import { parseParts } from '../../../shared/catalog/parse.ts';
import type { Diagram, Resource } from '../../../shared/diagram/schema.ts';
import { bigDiagram } from '../bigDiagram.ts';
import { INTERACTIONS, type Stage } from './interactions.ts';
import { longTaskLines } from './longTasks.ts';
import { appStage, bareStage, openApp } from './stages.ts';
import { usualResource } from './usualResource.ts';

// The bundle runs from out/bench.
const DATA = path.resolve(import.meta.dirname, '../../data');
const SIZES = [300, 1_000, 5_000];
const ROUNDS = 5;

async function readCatalog(): Promise<Catalog> {
  const parsed = parseParts((await readCatalogFolder(DATA)).files);
  if (!parsed.ok) throw new Error('the catalog has problems; run npm test');
  return link(parsed.parts);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Round {
  readonly app: number;
  readonly bare: number;
}

/** One interaction in both pages; who begins takes turns, so that neither always meets a busier machine. */
async function round(
  turn: number,
  measure: (stage: Stage) => Promise<number>,
  app: Stage,
  bare: Stage,
): Promise<Round> {
  const run = async (stage: Stage) => {
    await stage.page.bringToFront();
    return measure(stage);
  };
  if (turn % 2 === 0) return { app: await run(app), bare: await run(bare) };
  const first = await run(bare);
  return { app: await run(app), bare: first };
}

function line(what: string, rounds: readonly Round[]): string {
  const ratios = rounds.map(({ app, bare }) => app / bare);
  const app = median(rounds.map((each) => each.app));
  const bare = median(rounds.map((each) => each.bare));
  const range = `[${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}]`;
  const columns = [
    app.toFixed(1).padStart(9),
    bare.toFixed(1).padStart(9),
    median(ratios).toFixed(2).padStart(8),
    `  ${range}`,
  ];
  return `  ${what.padEnd(24)}${columns.join('')}`;
}

async function stagesOf(browser: Browser, address: string, diagram: Diagram, resource: Resource) {
  const page = await openApp(browser, address, diagram);
  const app = await appStage(page, diagram, resource);
  return { app, bare: await bareStage(browser, page, diagram, resource) };
}

async function compare(browser: Browser, address: string, catalog: Catalog, size: number): Promise<string> {
  const diagram = bigDiagram(catalog, size);
  const { app, bare } = await stagesOf(browser, address, diagram, usualResource(diagram, catalog));
  const results = new Map<string, Round[]>(Object.keys(INTERACTIONS).map((what) => [what, []]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [what, measure] of Object.entries(INTERACTIONS)) {
      results.get(what)?.push(await round(turn, measure, app, bare));
    }
  }
  await app.page.close();
  await bare.page.close();
  const title = `${size} resources, ${diagram.flows.length} flows: main-thread milliseconds a step`;
  const head = `  ${''.padEnd(24)}${'app'.padStart(9)}${'bare'.padStart(9)}${'ratio'.padStart(8)}  of each round`;
  return [title, head, ...[...results].map(([what, rounds]) => line(what, rounds)), ''].join('\n');
}

async function longestTasks(browser: Browser, address: string, catalog: Catalog, size: number): Promise<string> {
  const diagram = bigDiagram(catalog, size);
  const page = await openApp(browser, address, diagram);
  const lines = await longTaskLines(await appStage(page, diagram, usualResource(diagram, catalog)));
  await page.close();
  const title = `${size} resources: the longest task of the main thread`;
  return [title, `  ${''.padEnd(26)}${'its own'.padStart(10)}${'by the clock'.padStart(14)}`, ...lines, ''].join('\n');
}

/** Measures and prints. */
export async function measureCanvas(executablePath: string, address: string, sizes: readonly number[]): Promise<void> {
  const catalog = await readCatalog();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const asked = sizes.length > 0 ? sizes : SIZES;
    for (const size of asked) {
      process.stdout.write(`${await compare(browser, address, catalog, size)}\n`);
    }
    const least = Math.min(...asked);
    process.stdout.write(`${await longestTasks(browser, address, catalog, least)}\n`);
  } finally {
    await browser.close();
  }
}
