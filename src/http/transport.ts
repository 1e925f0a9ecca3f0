/** Chooses how requests leave this machine: directly, or through the proxy that the environment names. */
import { ConfigError } from '../errors.js';
import { isLoopback } from './hosts.js';

export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The platform's fetch, through HTTPS_PROXY or HTTP_PROXY where set (lower case wins, as in curl), except for what
 * NO_PROXY names and for loopback. Extra certificate authorities (NODE_EXTRA_CA_CERTS) are honoured by Node itself.
 */
export async function createFetch(env: ProxyEnvironment): Promise<typeof globalThis.fetch> {
  const httpProxy = proxyUrl(env, 'HTTP_PROXY');
  const httpsProxy = proxyUrl(env, 'HTTPS_PROXY') ?? httpProxy;
  // Looked up at each call, so that whatever wraps the global later (a test, a tracer) is used.
  const direct: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
  if (httpsProxy === undefined) return direct;

  // Loaded only here: it is not needed without a proxy and takes time to load.
  const { EnvHttpProxyAgent } = await import('undici');
  // Empty strings keep undici from reading the process environment by itself.
  const agent = new EnvHttpProxyAgent({
    httpProxy: httpProxy ?? '',
    httpsProxy,
    noProxy: variable(env, 'NO_PROXY') ?? '',
  });
  return (input, init) => {
    const url = input instanceof Request ? input.url : input;
    if (isLoopback(url)) return direct(input, init);
    return direct(input, { ...init, dispatcher: agent as unknown as PlatformDispatcher });
  };
}

/** The types of Node's own copy of undici differ from the package's; the dispatcher protocol is the same. */
type PlatformDispatcher = NonNullable<RequestInit['dispatcher']>;

function variable(env: ProxyEnvironment, name: string): string | undefined {
  return [env[name.toLowerCase()], env[name]].find((value) => value !== undefined && value.trim() !== '')?.trim();
}

function proxyUrl(env: ProxyEnvironment, name: string): string | undefined {
  const value = variable(env, name);
  if (value === undefined) return undefined;
  const url = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    // The value may hold a password, so it is not shown.
    throw new ConfigError(`${name} is not the address of an HTTP proxy.`, {
      hint: `Set ${name} to http://host:port, or remove it.`,
    });
  }
  return url;
}
