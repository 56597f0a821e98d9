import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Session } from 'electron';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createLastCheck } from '../../../electron/files/lastCheck.ts';
import { checkForUpdate } from '../../../electron/main/checkForUpdate.ts';
import { setupUpdates } from '../../../electron/main/setupUpdates.ts';

const PACKAGE = { version: '0.9.10', homepage: 'https://github.com/somebody/parapet' };
const API = 'https://api.github.com/repos/somebody/parapet/releases/latest';

let server: http.Server | null = null;
afterEach(() => server?.close());

/** A server on this machine in GitHub's place, and what it was asked. */
async function github(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  const asked: http.IncomingMessage[] = [];
  const made = http.createServer((request, response) => {
    asked.push(request);
    response.writeHead(status, headers).end(body);
  });
  server = made;
  await new Promise<void>((resolve) => {
    made.listen(0, '127.0.0.1', resolve);
  });
  const urls: string[] = [];
  return {
    asked,
    urls,
    fetch: (url: string, init: RequestInit) => {
      urls.push(url);
      return fetch(`http://127.0.0.1:${(made.address() as AddressInfo).port}/`, init);
    },
  };
}

const answerTo = async (tag: unknown, packageJson: unknown = PACKAGE) =>
  checkForUpdate({ packageJson, fetch: (await github(200, JSON.stringify({ tag_name: tag }))).fetch });

describe('the check for updates', () => {
  it.each(['0.9.11', '0.10.0', '1.0.0'])('tells of %s and where it is, and fetches nothing more', async (version) => {
    const { fetch, urls } = await github(
      200,
      JSON.stringify({ tag_name: `v${version}`, html_url: 'https://evil.test' }),
    );
    const page = `https://github.com/somebody/parapet/releases/tag/v${version}`;
    expect(await checkForUpdate({ packageJson: PACKAGE, fetch })).toEqual({ state: 'newer', version, page });
    expect(urls).toEqual([API]);
  });

  it.each(['0.9.10', '0.9.9', '0.8.99', '0.0.1'])('has nothing to tell of %s', async (version) => {
    expect(await answerTo(`v${version}`)).toEqual({ state: 'newest' });
  });

  it('sends nothing that tells who asks, from what, or which version', async () => {
    const { fetch, asked } = await github(200, '{"tag_name":"v0.0.1"}', { 'set-cookie': 'id=1' });
    await checkForUpdate({ packageJson: PACKAGE, fetch });
    await checkForUpdate({ packageJson: PACKAGE, fetch });
    for (const { method, headers } of asked) {
      expect(method).toBe('GET');
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(JSON.stringify(headers)).not.toContain(PACKAGE.version);
    }
  });

  it.each(['v1.2.3-rc.1', '1.2.3', 'v1.2.3/../../../evil', 'v1.2.3\u202e', `v${'9'.repeat(400)}.0.0`, 7, null])(
    'takes the tag %j for unreadable',
    async (tag) => {
      expect(await answerTo(tag)).toEqual({ state: 'failed', reason: 'unreadable' });
    },
  );

  it.each([
    [404, '{}', 'noRelease'],
    [403, '{}', 'refused'],
    [500, 'no', 'refused'],
    [200, '<html>', 'unreadable'],
  ])('says what the answer %s %s means', async (status, body, reason) => {
    const { fetch } = await github(status, body);
    expect(await checkForUpdate({ packageJson: PACKAGE, fetch })).toEqual({ state: 'failed', reason });
  });

  it('follows nobody elsewhere', async () => {
    const { fetch, asked } = await github(302, '', { location: '/elsewhere' });
    expect(await checkForUpdate({ packageJson: PACKAGE, fetch })).toEqual({ state: 'failed', reason: 'offline' });
    expect(asked).toHaveLength(1);
  });

  it('without a network it says so', async () => {
    const { fetch } = await github(200, '');
    await new Promise((resolve) => server?.close(resolve));
    expect(await checkForUpdate({ packageJson: PACKAGE, fetch })).toEqual({ state: 'failed', reason: 'offline' });
  });

  it.each([undefined, 'http://localhost', 'https://github.com.evil.test/a/b', 'https://github.com/a/b/../../c'])(
    'a copy with the home page %s asks nobody',
    async (homepage) => {
      const { fetch, asked } = await github(200, '{"tag_name":"v9.0.0"}');
      const packageJson = { ...PACKAGE, homepage };
      expect(await checkForUpdate({ packageJson, fetch })).toEqual({ state: 'failed', reason: 'noRepository' });
      expect(asked).toEqual([]);
    },
  );
});

const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-check-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('the weekly check', () => {
  writeFileSync(path.join(temp, 'package.json'), JSON.stringify(PACKAGE));

  /** The handlers, with an answer in GitHub's place. */
  function setUp(isWeekly: boolean, answer: () => Response, isDue = true) {
    const fetch = vi.fn(async () => answer());
    const setUserAgent = vi.fn();
    const session = { fromPartition: vi.fn(() => ({ fetch, setUserAgent }) as unknown as Session) };
    const lastCheck = { isDue: async () => isDue, done: vi.fn(async () => {}) };
    const handlers = setupUpdates({ app: { getAppPath: () => temp }, session, lastCheck, isWeekly: () => isWeekly });
    return { handlers, fetch, session, setUserAgent, done: lastCheck.done };
  }
  const release = (tag: string) => () => Response.json({ tag_name: tag });

  it('asks nobody at the start unless the person turned it on, and only when a week has gone', async () => {
    for (const { handlers, session } of [setUp(false, release('v9.0.0')), setUp(true, release('v9.0.0'), false)]) {
      expect(await handlers['update:weekly']()).toBeNull();
      expect(session.fromPartition).not.toHaveBeenCalled();
    }
  });

  it('tells of a newer release, in a session of its own with no word about this machine', async () => {
    const { handlers, session, setUserAgent, done } = setUp(true, release('v9.0.0'));
    expect(await handlers['update:weekly']()).toBe('9.0.0');
    expect(session.fromPartition.mock.calls).toEqual([['updates', { cache: false }]]);
    expect(setUserAgent.mock.calls).toEqual([['Parapet', 'en']]);
    expect(done).toHaveBeenCalledOnce();
  });

  it('is silent about anything else; without a network the next start asks again', async () => {
    const same = setUp(true, release('v0.9.10'));
    const offline = setUp(true, () => {
      throw new Error('net::ERR_INTERNET_DISCONNECTED');
    });
    expect(await same.handlers['update:weekly']()).toBeNull();
    expect(await offline.handlers['update:weekly']()).toBeNull();
    expect([same.done.mock.calls.length, offline.done.mock.calls.length]).toEqual([1, 0]);
  });

  it('asked for in the menu, it asks at any time', async () => {
    const { handlers, fetch } = setUp(false, release('v9.0.0'), false);
    expect(await handlers['update:check']()).toMatchObject({ state: 'newer', version: '9.0.0' });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe('when a check is due', () => {
  const DAY = 24 * 60 * 60_000;
  const start = Date.UTC(2026, 0, 10);

  it('is at first, then a week later, and after the clock was wrong', async () => {
    const at = (time: number) => createLastCheck(path.join(temp, 'new/check'), () => time);
    expect(await at(start).isDue()).toBe(true);
    await at(start).done();
    expect([await at(start).isDue(), await at(start + 6 * DAY).isDue()]).toEqual([false, false]);
    expect([await at(start + 7 * DAY).isDue(), await at(start - 30 * DAY).isDue()]).toEqual([true, true]);
    await at(start + 7 * DAY).done();
    expect(await at(start + 8 * DAY).isDue()).toBe(false);
  });
});
