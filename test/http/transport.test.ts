/** Proxies, with a proxy of our own on loopback, and extra certificate authorities, in a process of its own. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.js';
import { createFetch } from '../../src/http/transport.js';
import { closeNetwork } from './support.js';

const servers: Server[] = [];
const tunnels: Socket[] = [];

beforeEach(() => {
  closeNetwork();
  nock.restore();
});

afterEach(async () => {
  if (!nock.isActive()) nock.activate();
  for (const tunnel of tunnels.splice(0)) tunnel.destroy();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Tunnels every CONNECT to `target`, whatever host it names, and records what was asked. */
async function startProxy(target: number): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const proxy = createServer((_request, response) => response.writeHead(501).end());
  proxy.on('connect', (request, client: Socket) => {
    seen.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    tunnels.push(
      upstream.on('error', () => client.destroy()),
      client.on('error', () => upstream.destroy()),
    );
  });
  return { port: await listen(proxy), seen };
}

async function startOrigin(): Promise<number> {
  return listen(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const body = Buffer.concat(chunks).toString();
        response.end(JSON.stringify({ method, url, host: headers.host, authorization: headers.authorization, body }));
      });
    }),
  );
}

describe('createFetch', () => {
  it('is the platform fetch, as it is at the time of the call, where no proxy is set', async () => {
    const fetch = await createFetch({ NO_PROXY: '*', HTTPS_PROXY: ' ', https_proxy: '' });
    nock.activate();
    nock('https://api.example.test').get('/x').reply(200, 'mocked');
    expect(await (await fetch('https://api.example.test/x')).text()).toBe('mocked');
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('goes through %s', async (name) => {
    const proxy = await startProxy(await startOrigin());
    const fetch = await createFetch({ [name]: `http://127.0.0.1:${proxy.port}` });
    const headers = { authorization: 'Bearer t' };
    const url = name.toLowerCase() === 'https_proxy' ? 'https://api.example.test/x' : 'http://api.example.test/x';
    const work = fetch(url, { method: 'POST', body: '{"a":1}', headers, redirect: 'manual' });
    if (url.startsWith('https:')) {
      // The origin of this test speaks no TLS; that the tunnel was asked for is the point.
      await expect(work).rejects.toThrow('fetch failed');
      expect(proxy.seen).toEqual(['api.example.test:443']);
    } else {
      const answer = {
        method: 'POST',
        url: '/x',
        host: 'api.example.test',
        authorization: 'Bearer t',
        body: '{"a":1}',
      };
      expect(await (await work).json()).toEqual(answer);
      expect(proxy.seen).toEqual(['api.example.test:80']);
    }
  });

  it('never sends loopback through the proxy', async () => {
    const origin = await startOrigin();
    const proxy = await startProxy(origin);
    const fetch = await createFetch({ HTTP_PROXY: `127.0.0.1:${proxy.port}` });
    expect((await fetch(`http://127.0.0.1:${origin}/x`)).status).toBe(200);
    expect((await fetch(new URL(`http://localhost:${origin}/x`))).status).toBe(200);
    expect((await fetch(new Request(`http://127.0.0.1:${origin}/x`))).status).toBe(200);
    expect(proxy.seen).toEqual([]);
  });

  it('honours NO_PROXY, and only the environment it was given', async () => {
    const origin = await startOrigin();
    const proxy = await startProxy(origin);
    // An address that reaches this machine but does not count as loopback, so that no name has to be resolved.
    const fetch = await createFetch({ http_proxy: `http://127.0.0.1:${proxy.port}`, no_proxy: 'other.test,0.0.0.0' });
    expect((await fetch(`http://0.0.0.0:${origin}/x`)).status).toBe(200);
    expect(proxy.seen).toEqual([]);
    expect((await fetch('http://api.example.test/x')).status).toBe(200);
    expect(proxy.seen).toHaveLength(1);
  });

  it('gives the proxy its own credentials', async () => {
    const proxy = await startProxy(await startOrigin());
    const fetch = await createFetch({ HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${proxy.port}` });
    await fetch('http://api.example.test/x');
    expect(proxy.seen).toEqual([`api.example.test:80 Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  });

  it.each(['socks5://localhost:1', 'http://', 'hunter2@:x'])(
    'refuses the proxy %s without showing it',
    async (value) => {
      await expect(createFetch({ HTTPS_PROXY: value })).rejects.toThrow(ConfigError);
      await expect(createFetch({ HTTPS_PROXY: value })).rejects.toThrow(
        'HTTPS_PROXY is not the address of an HTTP proxy.',
      );
    },
  );
});

describe('extra certificate authorities', () => {
  const fixtures = join(import.meta.dirname, 'fixtures');
  const run = promisify(execFile);

  it('of NODE_EXTRA_CA_CERTS are trusted, through a proxy as well', async () => {
    const [key, cert] = await Promise.all(
      ['key', 'crt'].map((part) => readFile(join(fixtures, `tls-test-only.${part}.pem`))),
    );
    const tls = createTlsServer({ key: key, cert: cert }, (_request, response) => response.end('trusted'));
    const proxy = await startProxy(await listen(tls));
    const folder = await mkdtemp(join(tmpdir(), 'orgwright-transport-'));
    try {
      // Node reads the variable once, at its start, so this needs a process; which in turn needs plain JavaScript.
      const script = join(folder, 'fetch.cjs');
      const source = `import { createFetch } from './transport.js';
        createFetch(process.env).then((fetch) => fetch('https://api.example.test/x')).then((r) => r.text())
          .then(console.log, (error) => console.log(error.cause.code));`;
      await build({
        stdin: { contents: source, resolveDir: join(import.meta.dirname, '../../src/http') },
        ...{ bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'error' },
      });
      const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
      const trusting = { ...env, NODE_EXTRA_CA_CERTS: join(fixtures, 'tls-test-only.crt.pem') };
      expect((await run(process.execPath, [script], { env: trusting })).stdout).toBe('trusted\n');
      expect((await run(process.execPath, [script], { env })).stdout).toBe('DEPTH_ZERO_SELF_SIGNED_CERT\n');
      expect(proxy.seen).toEqual(['api.example.test:443', 'api.example.test:443']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
