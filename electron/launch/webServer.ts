import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readAsset } from '../assets/readAsset.ts';

/** A running server. */
export interface WebServer {
  /** Its address, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const NEXT_PORTS = 20;

async function answer(root: string, port: number, request: http.IncomingMessage, response: http.ServerResponse) {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) {
    response.writeHead(421, { 'content-type': 'text/plain' }).end('Wrong host.'); // a name rebound to this machine
    return;
  }
  const url = `http://x${request.url ?? '/'}`;
  const asset = await readAsset(root, request.method ?? 'GET', URL.canParse(url) ? new URL(url).pathname : '/');
  response.writeHead(asset.status, { ...asset.headers, 'content-length': Buffer.byteLength(asset.body) });
  response.end(request.method === 'HEAD' ? undefined : asset.body);
}

function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Serves the built renderer in `root` to this machine only, with the same policy as the desktop app's
 * scheme. The port is fixed, as a browser keeps unsaved work per origin; the next free one if it is taken.
 */
export async function serveRenderer(root: string, port: number): Promise<WebServer> {
  for (let attempt = port; ; attempt++) {
    let own = attempt;
    const server = http.createServer((request, response) => {
      answer(root, own, request, response).catch(() => response.destroy());
    });
    try {
      own = await listen(server, attempt);
    } catch (error) {
      if (isTaken(error) && attempt < port + NEXT_PORTS) continue;
      throw error;
    }
    return {
      url: `http://127.0.0.1:${own}/`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
}
