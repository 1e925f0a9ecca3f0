import { createApp } from './app.js';
import { developmentCredentials as atlas } from './atlas/subject.js';
import { developmentToken } from './astro/subject.js';
import { createClock, stampFrom } from './clock.js';
import { openDisk } from './disk.js';
import { createFaults } from './faults.js';
import { RequestLog } from './request-log.js';
import { developmentToken as scimToken } from './scim/standalone-service.js';
import { seed } from './seed.js';
import { Store } from './store.js';

export { WorldError } from './world-error.js';

export interface SandboxOptions {
  /** A parsed world file. Ignored when the data directory already has a world. */
  readonly world: unknown;
  /** Where to keep the data; absent: in memory only. */
  readonly dataDir?: string;
  /** Whether the vendor's rate limits hold; default true. */
  readonly rateLimit?: boolean;
  /** The real time, in milliseconds; for tests. */
  readonly now?: () => number;
  /** Hosts to answer to besides loopback, for a hosts entry with TLS in front. */
  readonly allowedHosts?: readonly string[];
}

/** A strict stand-in for the vendors' APIs, as a function from request to response. */
export interface Sandbox {
  fetch(request: Request): Promise<Response>;
  /** Development credentials that own everything in the world, by environment variable. */
  readonly credentials: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts a sandbox; throws a WorldError when the world is needed and cannot be used. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { world, dataDir, rateLimit = true, now: realNow = Date.now, allowedHosts = [] } = options;
  const store = new Store(dataDir === undefined ? undefined : await openDisk(dataDir));
  try {
    if (!(await store.load())) {
      await store.transact(() => store.replaceAll(seed(world, stampFrom(realNow()))));
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  const fetch = createApp({
    store,
    clock: createClock(store, realNow),
    realNow,
    faults: createFaults(),
    log: new RequestLog(),
    limited: rateLimit,
    allowedHosts: allowedHosts.map((host) => host.toLowerCase()),
  });
  const organizationIds = [...store.all('organization')].map(({ id }) => id);
  return {
    fetch,
    credentials: {
      ASTRO_API_TOKEN: developmentToken(organizationIds),
      ATLAS_CLIENT_ID: atlas.clientId,
      ATLAS_CLIENT_SECRET: atlas.clientSecret,
      ATLAS_PUBLIC_KEY: atlas.publicKey,
      ATLAS_PRIVATE_KEY: atlas.privateKey,
      SCIM_TOKEN: scimToken,
    },
    close: () => store.close(),
  };
}
