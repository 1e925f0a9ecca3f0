import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Sandbox } from './index.js';

/** A sandbox on a port. */
export interface ServedSandbox {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a sandbox on 127.0.0.1; port 0 picks a free one. A dropped connection is a destroyed socket. */
export async function serveSandbox(sandbox: Sandbox, options: { readonly port: number }): Promise<ServedSandbox> {
  const listener = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await sandbox.fetch(request);
      } catch (error) {
        if (!(error instanceof TypeError && error.message === 'fetch failed')) throw error;
        incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
