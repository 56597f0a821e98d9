import { randomBytes } from 'node:crypto';

/** Stands in the built page where the nonce of one load goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** A nonce for one load of the page: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString('base64');

/**
 * The content security policy of every response, in the desktop app and from the local server.
 * `nonce` admits the style elements that Mantine writes; React and React Flow set styles through
 * the CSSOM, which needs no permission. Only workers, which have the policy without a nonce, may compile WebAssembly: the
 * program that draws PNG is in that form, and comes from the same folder as every other script.
 */
export function contentPolicy(nonce: string | null): string {
  const style = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    nonce === null ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    style,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The headers of every response; `nonce` only for the page itself. */
export const securityHeaders = (nonce: string | null): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
});
