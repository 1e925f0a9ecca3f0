/** Lost connections, against real sockets: a mocked failure has no cause chain as the platform's has. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectionError } from '../../src/errors.js';
import { type HttpClientOptions } from '../../src/http/client.js';
import { readBytes } from '../../src/http/response-body.js';
import { closeNetwork, createTestClient, everythingIn, failureOf, token, type TestClient } from './support.js';

type Handler = (request: IncomingMessage, response: ServerResponse, call: number) => void;

let server: Server | undefined;

beforeEach(() => {
  closeNetwork();
  nock.restore();
});

afterEach(async () => {
  nock.activate();
  server?.closeAllConnections();
  if (server !== undefined) await new Promise((resolve) => server?.close(resolve));
  server = undefined;
});

async function clientOf(handler: Handler, options: Partial<HttpClientOptions> = {}): Promise<TestClient> {
  let calls = 0;
  server = createServer((request, response) => handler(request, response, (calls += 1))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return createTestClient({ baseUrl: urlOf(server), allowedHosts: [], ...options });
}

function urlOf(listening: Server): string {
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe('a lost connection', () => {
  const dropFirst: Handler = (request, response, call) => {
    if (call === 1) request.socket.destroy();
    else response.end('{"ok":true}');
  };

  it.each(['GET', 'PUT', 'DELETE'] as const)('is repeated for %s', async (method) => {
    const client = await clientOf(dropFirst);
    expect((await client.request({ method, path: '/x' })).body).toEqual({ ok: true });
    expect(client.retries).toMatchObject([
      { attempt: 1, delayMs: 250, why: expect.stringMatching(/^no answer: /) as string },
    ]);
  });

  it.each(['POST', 'PATCH'] as const)('is not repeated for %s, whose outcome is unknown', async (method) => {
    const client = await clientOf(dropFirst);
    const error = await failureOf(client.request({ method, path: '/v1/x', body: { a: 1 } }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toMatch(
      new RegExp(
        `^No answer from Example \\(127\\.0\\.0\\.1:\\d+\\) to ${method} /v1/x: other side closed \\(UND_ERR_SOCKET\\)\\.$`,
      ),
    );
    expect(error).toMatchObject({ method, path: '/v1/x', status: undefined, code: 'connection' });
    expect(everythingIn(error)).not.toContain(token);
    expect(client.counts).toEqual({ reads: 0, writes: 1, auth: 0 });
  });

  it('in the middle of an answer is one too', async () => {
    const client = await clientOf((request, response, call) => {
      if (call > 1) return void response.end('{"ok":true}');
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ok":', () => request.socket.destroy());
    });
    expect((await client.request({ method: 'GET', path: '/x' })).body).toEqual({ ok: true });
    expect(client.counts.reads).toBe(2);
  });

  it('names a refused connection and gives up after the last attempt', async () => {
    const client = await clientOf(() => undefined);
    server?.close();
    await once(server as Server, 'close');
    server = undefined;
    const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
    expect(error.message).toMatch(/ after 5 attempts: .*ECONNREFUSED/);
    expect(error).toMatchObject({ hint: expect.stringMatching(/^Check that something listens at 127/) as string });
    expect(client.time.slept).toEqual([250, 500, 1000, 2000]);
  });
});

describe('a deadline', () => {
  it('ends a request that gets no answer', async () => {
    const client = await clientOf((_request, response, call) => void (call > 1 && response.end('{}')), {
      timeoutMs: 40,
    });
    await client.request({ method: 'GET', path: '/x' });
    expect(client.retries).toMatchObject([{ why: 'no answer: no answer within 0.04 s' }]);
  });

  it('ends one whose answer stops, and one whose fetch does not watch the signal', async () => {
    const client = await clientOf((_request, response) => void response.write('{'), { timeoutMs: 40, maxAttempts: 1 });
    await expect(client.request({ method: 'GET', path: '/x' })).rejects.toThrow(/no answer within 0.04 s/);
    const deaf = createTestClient({ fetch: () => new Promise(() => undefined), timeoutMs: 1, maxAttempts: 1 });
    await expect(deaf.request({ method: 'GET', path: '/x' })).rejects.toThrow(ConnectionError);
  });
});

describe('an abort while a request is under way', () => {
  const stopped = new Error('stopped by the user');

  it.each(['GET', 'POST', 'DELETE'] as const)('of %s', async (method) => {
    const controller = new AbortController();
    const client = await clientOf(() => controller.abort(stopped));
    const error = await failureOf(client.request({ method, path: '/x', signal: controller.signal }));
    if (method === 'GET') expect(error).toBe(stopped);
    else expect(error.message).toMatch(/: interrupted while it was under way\.$/);
    expect(error instanceof ConnectionError).toBe(method !== 'GET');
    expect(client.retries).toEqual([]);
  });
});

describe('readBytes', () => {
  it('stops at the limit, counted after decompression', async () => {
    const bytes = (size: number): Response => new Response('x'.repeat(size));
    expect((await readBytes(bytes(10), 10))?.byteLength).toBe(10);
    expect(await readBytes(bytes(11), 10)).toBeUndefined();
    expect((await readBytes(new Response(null), 10))?.byteLength).toBe(0);
  });

  it('makes an error of an answer that never ends', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const fetch: typeof globalThis.fetch = async () =>
      new Response(new ReadableStream({ pull: (stream) => stream.enqueue(chunk) }));
    await expect(createTestClient({ fetch }).request({ method: 'GET', path: '/x' })).rejects.toThrow(
      'Example sent more than 64 MB in answer to GET /x',
    );
  });
});
