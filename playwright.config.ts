import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = import.meta.dirname;
const { env } = process;

/** `npm test` finds a Chromium anywhere; run by itself, Playwright takes the usual one, else its own. */
env.PARAPET_CHROMIUM ??= ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file)) ?? '';
const executablePath = env.PARAPET_CHROMIUM;

/** The desktop specs run on the real Electron where it is installed, else on its stand-in. */
function electronIsInstalled(): boolean {
  const pkg = path.join(ROOT, 'node_modules/electron');
  const mark = path.join(pkg, 'path.txt');
  return existsSync(mark) && existsSync(path.join(pkg, 'dist', readFileSync(mark, 'utf8')));
}
if (!env.ELECTRON_OVERRIDE_DIST_PATH && (env.PARAPET_ELECTRON === 'double' || !electronIsInstalled())) {
  env.ELECTRON_OVERRIDE_DIST_PATH = path.join(ROOT, 'tests/electron-double/bin');
}

// A port of this run's own, as several checkouts may be tested at once; the workers inherit it.
env.PARAPET_TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const port = Number(env.PARAPET_TEST_PORT);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  // Generous: a busy machine is slow, not wrong. A second try is listed as flaky in the log.
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: { pathTemplate: '{testDir}/{testFileDir}/looks/{arg}{ext}' },
  },
  retries: env.CI === undefined ? 0 : 1,
  forbidOnly: env.CI !== undefined,
  reporter: [['list']],
  use: {
    // Recording costs time: only what has failed once is recorded.
    trace: 'on-first-retry',
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The app's own server, with the policy that people get. It serves what is built: `npm test` builds first.
    command: `node electron/launch/start.mjs --web --no-open --no-build --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    timeout: 20_000,
  },
  projects: [
    { name: 'ui', testMatch: 'ui/**/*.spec.ts' },
    { name: 'desktop', testMatch: 'desktop/**/*.spec.ts' },
  ],
});
