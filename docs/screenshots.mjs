// `npm run screenshots`: the pictures in docs/screenshots, from the running app. Build first (`npm run build`).
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const HERE = import.meta.dirname;
const OUT = path.join(HERE, 'screenshots');
const PORT = 41_730;
const SAMPLES = {
  'clickstream-iot': 'Clickstream from set-top boxes',
  'serverless-ingestion': 'Serverless order ingestion',
  'emr-batch': 'Nightly EMR batch',
  'firehose-redshift': 'Firehose into Redshift',
};
/** The resource that is selected in each picture. */
const SELECTED = {
  'clickstream-iot': 'warehouse',
  'serverless-ingestion': null,
  'emr-batch': null,
  'firehose-redshift': null,
};

const address = `http://127.0.0.1:${PORT}/`;
const server = spawn(
  process.execPath,
  [path.join(HERE, '../electron/launch/start.mjs'), '--web', '--no-open', '--no-build', '--port', String(PORT)],
  { stdio: 'ignore' },
);

async function untilServed() {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(address).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the app was not served: run npm run build first');
}

async function shoot(browser, sample, scheme) {
  const page = await browser.newPage({
    viewport: { width: 1720, height: 1040 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  await page.goto(address);
  await page.getByText(SAMPLES[sample]).first().click();
  await page.getByRole('region', { name: 'Canvas' }).waitFor();
  const name = SELECTED[sample];
  if (name) await page.locator(`.react-flow__node-resource[aria-label^="${name},"]`).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(OUT, `${sample}-${scheme}.png`) });
  await page.close();
}

/** The findings panel against a standard. */
async function shootStandard(browser) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.getByText(SAMPLES['clickstream-iot']).first().click();
  await page.getByRole('button', { name: /^Standards:/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'CIS AWS 5.0' }).click();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  await page.getByRole('region', { name: 'Findings' }).screenshot({ path: path.join(OUT, 'standard.png') });
  await page.close();
}

mkdirSync(OUT, { recursive: true });
const executablePath = process.env.PARAPET_CHROMIUM || '/usr/bin/chromium';
try {
  await untilServed();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const sample of Object.keys(SAMPLES))
    for (const scheme of ['light', 'dark']) await shoot(browser, sample, scheme);
  await shootStandard(browser);
  await browser.close();
} finally {
  server.kill();
}
