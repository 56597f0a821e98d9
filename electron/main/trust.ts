/** The scheme of our own pages. */
export const SCHEME = 'app';
/** The origin of our own pages in the built app. */
export const ORIGIN = `${SCHEME}://bundle`;

/** Origins that our own pages may have: the app's, and the development server's while developing. */
export interface Trust {
  readonly origins: readonly string[];
}

/** What is trusted with, or without, a development server. */
export const trustFor = (devServer: string | undefined): Trust => ({
  origins: devServer ? [ORIGIN, new URL(devServer).origin] : [ORIGIN],
});

function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, origin } = new URL(url);
  // The URL standard gives custom schemes the origin "null": compare scheme and host ourselves.
  return protocol === 'http:' || protocol === 'https:' ? origin : `${protocol}//${host}`;
}

/** True for an address of our own page. */
export function isOurs(url: string, trust: Trust): boolean {
  const origin = originOf(url);
  return origin !== null && trust.origins.includes(origin);
}

/** The address that may be handed to the system's browser: https without credentials only, else null. */
export function externalUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}
