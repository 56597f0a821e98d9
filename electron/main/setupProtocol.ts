import type { Protocol } from 'electron';
import { readAsset } from '../assets/readAsset.ts';
import { ORIGIN, SCHEME } from './trust.ts';

/** Makes our scheme one that pages can live on. Call before ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The handler of our scheme: nothing but files of the built renderer in `root`. */
export const appProtocol =
  (root: string) =>
  async (request: Request): Promise<Response> => {
    const url = URL.canParse(request.url) ? new URL(request.url) : null;
    const ours = url !== null && `${url.protocol}//${url.host}` === ORIGIN;
    const asset = await readAsset(root, request.method, ours ? url.pathname : '/not/ours');
    const body = request.method === 'HEAD' ? null : asset.body;
    return new Response(body, { status: asset.status, headers: asset.headers });
  };

/** Serves the built renderer in `root` under our scheme. Call after ready. */
export function setupProtocol(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(SCHEME, appProtocol(root));
}
