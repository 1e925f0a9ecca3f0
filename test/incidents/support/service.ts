/** One sandbox on a port with a command line in this process before it: what a scenario is run on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../../../src/cli/run.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import { parseWorld } from '../../../src/sandbox/load-world.js';
import { serveSandbox } from '../../../src/sandbox/serve.js';
import { startOfTime } from '../../support/test-bed.js';

/** Stands in YAML for the address of the sandbox, which is another one each time. */
const placeholder = 'http://127.0.0.1:9';

export interface Session {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface Service {
  /** Runs a command in a folder with these files. */
  run(argv: readonly string[], files: Readonly<Record<string, string>>): Promise<Session>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Requests that wrote, since the last call. */
  takeWrites(): Promise<number>;
  /** The request that writes for the nth time, from 0, is refused, and whenever it is sent again; undefined: none. */
  refuse(nth: number | undefined): void;
  close(): Promise<void>;
}

export async function startService(world: string): Promise<Service> {
  const sandbox = await createSandbox({
    world: parseWorld(world, 'world.yaml'),
    rateLimit: false,
    now: () => startOfTime,
  });
  const refusals = createRefusals();
  const server = await serveSandbox(
    { ...sandbox, fetch: async (request) => (await refusals.refusal(request)) ?? sandbox.fetch(request) },
    { port: 0 },
  );
  const cwd = await mkdtemp(join(tmpdir(), 'orgwright-incident-'));
  const locks = await mkdtemp(join(tmpdir(), 'orgwright-locks-'));
  const env = {
    ...sandbox.credentials,
    NARROW_TOKEN: 'narrow-token',
    ORGWRIGHT_ASTRO_ENDPOINT: server.url,
    ORGWRIGHT_ATLAS_ENDPOINT: server.url,
    ORGWRIGHT_RATE_LIMIT: 'off',
    XDG_RUNTIME_DIR: locks,
  };

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await sandbox.fetch(
      new Request(`${placeholder}/_sandbox/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_sandbox/${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  return {
    control,
    run: async (argv, files) => {
      for (const [name, text] of Object.entries(files)) {
        await writeFile(join(cwd, name), text.replaceAll(placeholder, server.url));
      }
      const session = await runHere(argv, cwd, env);
      const told = (text: string): string => text.replaceAll(new URL(server.url).host, new URL(placeholder).host);
      return { ...session, stdout: told(session.stdout), stderr: told(session.stderr) };
    },
    takeWrites: async () => {
      const { totals } = (await control('GET', 'requests')) as { readonly totals: { readonly writes: number } };
      await control('DELETE', 'requests');
      return totals.writes;
    },
    refuse: refusals.refuse,
    close: async () => {
      await server.close();
      await sandbox.close();
      await rm(cwd, { recursive: true, force: true });
      await rm(locks, { recursive: true, force: true });
    },
  };
}

async function runHere(argv: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Session> {
  const text = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr'): PassThrough =>
    new PassThrough().on('data', (chunk: Buffer) => {
      text[name] += chunk.toString();
    });
  const code = await run(argv, {
    env,
    cwd,
    program: 'orgwright',
    stdin: new PassThrough(),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    untilInterrupted: (work) => work(new AbortController().signal),
  });
  return { ...text, code };
}

interface Refusals {
  readonly refuse: (nth: number | undefined) => void;
  readonly refusal: (request: Request) => Promise<Response | undefined>;
}

function createRefusals(): Refusals {
  let wanted: number | undefined;
  const seen: string[] = [];
  return {
    refuse: (nth) => {
      wanted = nth;
      seen.length = 0;
    },
    refusal: async (request) => {
      const { method } = request;
      const { pathname } = new URL(request.url);
      const isWrite = !['GET', 'HEAD'].includes(method) && !/^\/_sandbox\/|\/oauth\/|\/\.search$/.test(pathname);
      if (wanted === undefined || !isWrite) return undefined;
      const sent = `${method} ${pathname} ${await request.clone().text()}`;
      if (!seen.includes(sent)) seen.push(sent);
      return seen.indexOf(sent) === wanted ? refused() : undefined;
    },
  };
}

/** In the words of every vendor here, and no reason to try again. */
function refused(): Response {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '403',
    statusCode: 403,
    error: 403,
    errorCode: 'ACCESS_FORBIDDEN',
    message: 'not today',
    detail: 'not today',
    reason: 'Forbidden',
    requestId: 'c0000000000000000000refuse',
  };
  return Response.json(body, { status: 403 });
}
