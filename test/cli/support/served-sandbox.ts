import { onTestFinished } from 'vitest';
import { createSandbox } from '../../../src/sandbox/index.js';
import { parseWorld } from '../../../src/sandbox/load-world.js';
import { serveSandbox } from '../../../src/sandbox/serve.js';

export interface TestSandbox {
  readonly url: string;
  /** What a command needs to find it; vendor rate limits are lifted on both sides. */
  readonly env: Readonly<Record<string, string>>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Writes since the last call. */
  takeWrites(): Promise<readonly string[]>;
}

/** A sandbox on a free port, for the length of the test. `before` may hold up a request that is not a control. */
export async function servedSandbox(
  world: string,
  before: (request: Request) => Promise<void> | void = () => undefined,
): Promise<TestSandbox> {
  const sandbox = await createSandbox({ world: parseWorld(world, 'world.yaml'), rateLimit: false });
  const watched = {
    ...sandbox,
    fetch: async (request: Request): Promise<Response> => {
      if (!new URL(request.url).pathname.startsWith('/_sandbox/')) await before(request);
      return sandbox.fetch(request);
    },
  };
  const server = await serveSandbox(watched, { port: 0 });
  onTestFinished(async () => {
    await server.close();
    await sandbox.close();
  });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${server.url}/_sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    url: server.url,
    env: {
      ...sandbox.credentials,
      ORGWRIGHT_ASTRO_ENDPOINT: server.url,
      ORGWRIGHT_ATLAS_ENDPOINT: server.url,
      ORGWRIGHT_RATE_LIMIT: 'off',
    },
    control,
    takeWrites: async () => {
      const log = (await control('GET', 'requests')) as {
        requests: readonly { method: string; path: string; status: number }[];
      };
      await control('DELETE', 'requests');
      return log.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
    },
  };
}
