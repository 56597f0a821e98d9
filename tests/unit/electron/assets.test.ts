import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { contentPolicy, securityHeaders } from '../../../electron/assets/policy.ts';
import { assetPath, readAsset } from '../../../electron/assets/readAsset.ts';
import { appProtocol } from '../../../electron/main/setupProtocol.ts';

const PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__">';

function builtRenderer(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'parapet-assets-'));
  writeFileSync(path.join(root, 'index.html'), PAGE);
  writeFileSync(path.join(root, 'worker.js'), '1');
  return root;
}

it.each([
  ['/', 'index.html'],
  ['/assets/a.js', 'assets/a.js'],
])('the path %s is the file %s', (pathname, file) => expect(assetPath('/r', pathname)).toBe(path.join('/r', file)));

it.each(['/..%2f..%2fx.js', '/a%00.js', '/..%5cx.js', '/a%5c..%5cx.js', '/%', '/a.exe', '/package', '/../x.js'])(
  'the path %s is refused',
  (pathname) => expect(assetPath('/r', pathname)).toBeNull(),
);

/** What page and worker have in common. */
const POLICY = {
  'default-src': "'none'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
};

it.each([
  ['page', 'n', { 'script-src': "'self'", 'style-src': "'self' 'nonce-n'" }],
  ['worker', null, { 'script-src': "'self' 'wasm-unsafe-eval'", 'style-src': "'self'" }],
])('a %s may run and load nothing but what is ours', (_what, nonce, own) => {
  const parts = contentPolicy(nonce)
    .split('; ')
    .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]);
  expect(Object.fromEntries(parts)).toEqual({ ...POLICY, ...own });
});

it('every answer forbids guessing its kind, telling where it came from, and use by other origins', () => {
  expect(securityHeaders(null)).toEqual({
    'content-security-policy': contentPolicy(null),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
});

it('each load of the page has a nonce of its own, the same in page and policy', async () => {
  const root = builtRenderer();
  const loads = [await readAsset(root, 'GET', '/'), await readAsset(root, 'GET', '/index.html')];
  const nonces = loads.map((load) => /content="(.+)"/.exec(String(load.body))?.[1]);
  expect(nonces[0]).toMatch(/^[\w+/=]{24}$/);
  expect(nonces[0]).not.toBe(nonces[1]);
  loads.forEach((load, index) => {
    expect(load.headers['content-security-policy']).toContain(`'nonce-${nonces[index]}'`);
  });
});

it('a worker gets the policy without a nonce', async () => {
  const worker = await readAsset(builtRenderer(), 'GET', '/worker.js');
  expect(worker.headers['content-security-policy']).toBe(contentPolicy(null));
});

it('the app scheme serves its own host and GET only', async () => {
  const serve = appProtocol(builtRenderer());
  const statusOf = async (url: string, method = 'GET') => (await serve(new Request(url, { method }))).status;
  expect(await statusOf('app://bundle/')).toBe(200);
  expect(await statusOf('app://evil/index.html')).toBe(404);
  expect(await statusOf('app://bundle/none.js')).toBe(404);
  expect(await statusOf('app://bundle/', 'POST')).toBe(405);
});
