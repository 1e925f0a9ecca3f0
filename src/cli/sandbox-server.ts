/** Opens the sandbox on a port, with errors that people understand. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import { createSandbox } from '../sandbox/index.js';
import { parseWorld } from '../sandbox/load-world.js';
import { serveSandbox } from '../sandbox/serve.js';
import { demoWorld } from './demo/demo-world.js';

export interface SandboxOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** A world file; the built-in world without one. */
  readonly world: string | undefined;
  /** Where it keeps its data; in memory without one. */
  readonly data: string | undefined;
  readonly rateLimit: boolean;
  /** Hosts to answer to besides loopback. */
  readonly allowedHosts: readonly string[];
  readonly cwd: string;
}

export interface SandboxServer {
  readonly url: string;
  /** Development credentials, as variables by name. */
  readonly credentials: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function openSandboxServer(options: SandboxOptions): Promise<SandboxServer> {
  const world = await loadWorld(options);
  const sandbox = await createSandbox({
    world,
    rateLimit: options.rateLimit,
    allowedHosts: options.allowedHosts,
    ...(options.data !== undefined && { dataDir: resolve(options.cwd, options.data) }),
  }).catch((error: unknown) => {
    throw dataProblem(error, options.data) ?? error;
  });
  const server = await serveSandbox(sandbox, { port: options.port }).catch(async (error: unknown) => {
    await sandbox.close();
    throw portProblem(error, options.port) ?? error;
  });
  return {
    url: server.url,
    credentials: sandbox.credentials,
    close: async () => {
      await server.close();
      await sandbox.close();
    },
  };
}

async function loadWorld({ world, cwd }: SandboxOptions): Promise<ReturnType<typeof parseWorld>> {
  if (world === undefined) return parseWorld(demoWorld, 'built-in world');
  const text = await readFile(resolve(cwd, world), 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`Cannot read the world file ${world}.`, { cause, hint: 'Check that it is there.' });
  });
  return parseWorld(text, world);
}

function dataProblem(error: unknown, data: string | undefined): ConfigError | undefined {
  if (data === undefined || !isCoded(error)) return undefined;
  const locked = error.code === 'LEVEL_LOCKED' || (isCoded(error.cause) && error.cause.code === 'LEVEL_LOCKED');
  return locked
    ? new ConfigError(`Another sandbox uses ${data}.`, {
        cause: error,
        hint: 'Stop it, or give another --data folder.',
      })
    : new ConfigError(`Cannot open ${data} as a sandbox's data: ${error.message}`, { cause: error });
}

function portProblem(error: unknown, port: number): ConfigError | undefined {
  if (!isCoded(error)) return undefined;
  if (error.code === 'EADDRINUSE') {
    return new ConfigError(`Port ${port} is in use.`, {
      cause: error,
      hint: 'Give another --port; 0 picks a free one.',
    });
  }
  if (error.code === 'EACCES' || error.code === 'ERR_SOCKET_BAD_PORT') {
    return new ConfigError(`Port ${port} cannot be used.`, {
      cause: error,
      hint: 'Give --port a number from 1024 to 65535, or 0.',
    });
  }
  return undefined;
}

function isCoded(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
