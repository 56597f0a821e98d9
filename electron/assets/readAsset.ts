import { promises as fs } from 'node:fs';
import path from 'node:path';
import { NONCE_PLACEHOLDER, newNonce, securityHeaders } from './policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** One answer to a request for a file of the built renderer. */
export interface Asset {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** The file under `root` that the path of a URL names, or null when it is none of the kinds that are served. */
export function assetPath(root: string, pathname: string): string | null {
  const name = decoded(pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(root, name === '/' ? '/index.html' : name);
  const relative = path.relative(root, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return null;
  return path.extname(file) in TYPES ? file : null;
}

const refusal = (status: 404 | 405, text: string): Asset => ({
  status,
  headers: { ...securityHeaders(null), 'content-type': 'text/plain; charset=utf-8' },
  body: text,
});

/** Answers a request for `pathname` out of the folder `root`; the page gets a fresh nonce with each load. */
export async function readAsset(root: string, method: string, pathname: string): Promise<Asset> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Only GET is served.');
  const file = assetPath(root, pathname);
  const bytes = file === null ? null : await fs.readFile(file).catch(() => null);
  if (file === null || bytes === null) return refusal(404, 'Not found.');
  const type = TYPES[path.extname(file)] ?? '';
  if (!type.startsWith('text/html')) {
    return { status: 200, headers: { ...securityHeaders(null), 'content-type': type }, body: new Uint8Array(bytes) };
  }
  const nonce = newNonce();
  const page = bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
  return { status: 200, headers: { ...securityHeaders(nonce), 'content-type': type }, body: page };
}
