/** Opens one connection per configured provider connection, shared by all its organizations: it keeps the rate limits. */
import { createSecretResolver } from '../config/secrets.js';
import type { Connection, HttpSeams } from '../core/provider.js';
import type { Json } from '../core/json.js';
import { InternalError } from '../errors.js';
import { isLoopback } from '../http/hosts.js';
import { sleep } from '../http/sleep.js';
import { createFetch } from '../http/transport.js';
import type { LoadedProvider } from '../config/load.js';
import type { ConfiguredOrganization } from './configuration.js';
import { readEnvironment, type Environment } from './environment.js';
import { packageVersion } from './package-root.js';
import type { Terminal } from './terminal.js';

export interface Connections {
  /** The connection that the organization uses. */
  of(organization: ConfiguredOrganization): Connection;
  /** The value behind a secret reference. */
  readonly secret: HttpSeams['secret'];
  /** Requests that were reads, over all connections. */
  reads(): number;
}

/** Where connections are configured: in YAML, or in a saved plan. */
export interface ConfiguredConnections {
  readonly loaded: { readonly providers: readonly ConfiguredConnection[] };
}

export type ConfiguredConnection = Pick<LoadedProvider, 'name' | 'type' | 'settings'>;

/** What requests of the connection go to; undefined for the vendor's own host. */
export function endpointOf(
  { type, settings }: Omit<ConfiguredConnection, 'name'>,
  { endpoints }: Environment,
): Json | undefined {
  return endpoints[type] ?? settings['endpoint'] ?? settings['baseUrl'];
}

export interface ConnectionChoices {
  readonly access: 'read' | 'write';
  readonly onRetry: (message: string) => void;
  readonly transport?: Transport;
  /** Whatever was read once is not read again. */
  readonly remember?: boolean;
}

/** Stands between the connections and the network. */
export interface Transport {
  fetch(connection: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** Nothing is sent: no secret is looked up, no rate limit kept, and any host will do. */
  readonly isOffline?: boolean;
  /** Told each secret that is used. */
  readonly onSecret?: (value: string) => void;
}

export async function openConnections(
  terminal: Terminal,
  configuration: ConfiguredConnections,
  { access, onRetry, transport, remember = false }: ConnectionChoices,
): Promise<Connections> {
  const environment = readEnvironment(terminal);
  const fetch = await createFetch(terminal.env);
  const isOffline = transport?.isOffline === true;
  const resolveSecret = createSecretResolver({
    env: terminal.env,
    cwd: terminal.cwd,
    allowCommands: environment.allowCommands,
  });
  const secret: HttpSeams['secret'] = async (reference) => {
    if (isOffline) return 'offline';
    const value = await resolveSecret(reference);
    transport?.onSecret?.(value);
    return value;
  };
  const opened = new Map<string, Connection>();

  const open = ({ desired, provider }: ConfiguredOrganization): Connection => {
    const entry = configuration.loaded.providers.find(({ name }) => name === desired.provider);
    if (entry === undefined) throw new InternalError(`No connection ${desired.provider} for ${desired.name}.`);
    const endpoint = environment.endpoints[entry.type];
    const http: HttpSeams = {
      fetch: transport?.fetch(entry.name, fetch) ?? fetch,
      now: Date.now,
      sleep,
      random: Math.random,
      secret,
      allowedHosts: [...environment.allowedHosts, ...(isOffline ? hostsIn(endpointOf(entry, environment)) : [])],
      endpoint,
      rateLimit: !isOffline && !(environment.rateLimitOff && isLoopbackEndpoint(endpointOf(entry, environment))),
      clientVersion: packageVersion(),
      remember,
      onRetry,
    };
    return provider.connect({ settings: entry.settings, access, http });
  };

  return {
    of: (organization) => {
      const name = organization.desired.provider;
      const connection = opened.get(name) ?? open(organization);
      opened.set(name, connection);
      return connection;
    },
    secret,
    reads: () => [...opened.values()].reduce((sum, { counts }) => sum + counts.reads, 0),
  };
}

/** An endpoint that is no URL is the provider's to refuse, with its place. */
function isLoopbackEndpoint(endpoint: Json | undefined): boolean {
  return typeof endpoint === 'string' && URL.canParse(endpoint) && isLoopback(endpoint);
}

function hostsIn(endpoint: Json | undefined): readonly string[] {
  return typeof endpoint === 'string' && URL.canParse(endpoint) ? [new URL(endpoint).host] : [];
}
