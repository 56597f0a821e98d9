import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { COMMAND_IDS, COMMANDS } from '../../../shared/commands.ts';
import { APP, documentName, expect, rootArgs, test } from './app.ts';

test('the page has its host and nothing of Node', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  const foreign = ['require', 'process', 'module', 'Buffer', '__edouble', '__edoubleReceive'];
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), foreign)).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.parapet ?? {}))).toEqual(['kind', 'call', 'on']);
  expect(await page.evaluate(() => Object.isFrozen(window.parapet))).toBe(true);
  const prefs = await (await app.browserWindow(page)).evaluate((window) => {
    // There in each version, but not in Electron's declarations.
    const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(prefs).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true });
});

test('the policy forbids eval, inline script and style, and everything remote', async ({ desktop }) => {
  const { page } = await desktop.start();
  const results = await page.evaluate(async () => {
    // In a task of the page's own: what DevTools evaluates is exempt from the rule on eval.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          new Function('return 1')();
          resolve('ran');
        } catch (error) {
          resolve(error instanceof Error ? error.name : 'threw');
        }
      });
    });
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    const style = document.createElement('style');
    style.textContent = 'body { --inline-style: yes }';
    document.head.append(script, style);
    const image = await new Promise((resolve) => {
      const element = new Image();
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('refused');
      element.src = 'https://example.com/x.png';
    });
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      (error: Error) => error.name,
    );
    return {
      evaluated,
      image,
      fetched,
      inlineScript: 'inlineRan' in globalThis,
      inlineStyle: getComputedStyle(document.body).getPropertyValue('--inline-style'),
    };
  });
  expect(results).toEqual({
    evaluated: 'EvalError',
    image: 'refused',
    fetched: 'TypeError',
    inlineScript: false,
    inlineStyle: '',
  });
});

test('a style element with the nonce of this load applies, and the app raises no violation', async ({ desktop }) => {
  const { page } = await desktop.start();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.reload();
  await page.locator('main[data-ready=true]').waitFor();
  const applied = await page.evaluate(() => {
    const style = document.createElement('style');
    style.nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
    style.textContent = 'body { --nonce-style: yes }';
    document.head.append(style);
    return getComputedStyle(document.body).getPropertyValue('--nonce-style');
  });
  expect(applied.trim()).toBe('yes');
  expect(violations).toEqual([]);
});

test('there is no way off the page, and only https goes to the system’s browser, after a yes', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await app.evaluate(({ dialog, shell }) => {
    const seen = globalThis as { opened?: string[]; asked?: string[] };
    seen.opened = [];
    seen.asked = [];
    shell.openExternal = async (url) => void seen.opened?.push(url);
    dialog.showMessageBox = async (_window: unknown, question?: { message: string }) => {
      seen.asked?.push(question?.message ?? '');
      return { response: question?.message.includes('refused.example') ? 1 : 0, checkboxChecked: false };
    };
  });
  const openedUrls = () => app.evaluate(() => (globalThis as { opened?: string[] }).opened);
  const questions = () => app.evaluate(() => (globalThis as { asked?: string[] }).asked);
  const link = (url: string) => page.evaluate((address) => window.parapet?.call('link:open', address), url);
  expect([await link('https://example.com/help'), await link('file:///etc/passwd')]).toEqual([true, false]);
  expect(await link('https://refused.example/')).toBe(false);
  await page.evaluate(() => {
    window.open('https://example.com/new');
    window.open('file:///etc/passwd');
    (globalThis as { mark?: number }).mark = 1;
    location.href = 'https://example.com/away';
  });
  await expect.poll(openedUrls).toEqual(['https://example.com/help', 'https://example.com/new']);
  expect(await questions()).toEqual(
    ['example.com', 'refused.example', 'example.com'].map((host) => `Open ${host} in your browser?`),
  );
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (globalThis as { mark?: number }).mark)).toBe(1); // the same document still
  expect(app.windows()).toHaveLength(1);
});

test('requests outside the contract are refused', async ({ desktop }) => {
  const { page } = await desktop.start();
  const answers = await page.evaluate(async () => {
    const host = window.parapet as unknown as {
      call(...args: unknown[]): Promise<unknown>;
      on(...args: unknown[]): void;
    };
    const attempt = (run: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(run)
        .then(
          (value) => JSON.stringify(value),
          (error: Error) => error.message,
        );
    return {
      channel: await attempt(() => host.call('fs:read', '/etc/passwd')),
      path: await attempt(() => host.call('file:save', { id: '../../etc/passwd', text: 'x' })),
      count: await attempt(() => host.call('recovery:put')),
      code: await attempt(() => host.call('recovery:drop', () => 1)),
      event: await attempt(() => host.on('nope', () => {})),
      foreign: await attempt(() => host.call('file:save', { id: '7b8b6f0e-6b0a-4a53-9d2c-0f6f6f1d9a01', text: 'x' })),
    };
  });
  expect(answers.channel).toBe('unknown call: fs:read');
  expect(answers.path).toContain('bad arguments for file:save');
  expect(answers.count).toContain('bad arguments for recovery:put');
  expect(answers.code).toContain('could not be cloned');
  expect(answers.event).toBe('unknown event: nope');
  expect(answers.foreign).toContain('"reason":"notFound"');
});

test('a second start hands its file to the first and ends', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  const file = desktop.diagram('second.parapet', 'From the second start');
  const electron: string = createRequire(import.meta.url)('electron');
  const child = spawn(electron, [...rootArgs, APP, `--user-data-dir=${desktop.userData}`, file], { stdio: 'ignore' });
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  await expect(documentName(page)).toContainText('From the second start');
  expect(app.windows()).toHaveLength(1);
});

test('the native menu has every command of the table', async ({ desktop }) => {
  const { app } = await desktop.start();
  const wanted = COMMAND_IDS.filter((id) => COMMANDS[id].menu !== null);
  const missing = await app.evaluate(
    ({ Menu }, ids) => ids.filter((id) => !Menu.getApplicationMenu()?.getMenuItemById(id)),
    wanted,
  );
  expect(missing).toEqual([]);
});
