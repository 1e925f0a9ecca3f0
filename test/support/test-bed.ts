/** Runs the real pipeline, from YAML text to requests, against a sandbox in process: no sockets, no limits, no waiting. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { applyPlan } from '../../src/apply/executor.js';
import type { ApplyReport } from '../../src/apply/report.js';
import { configuredOrganizations, type ConfiguredOrganization } from '../../src/cli/configuration.js';
import type { LiveMirror } from '../../src/cli/live-mirrors.js';
import { movedSincePlan } from '../../src/cli/moved-since-plan.js';
import { planOrganizations } from '../../src/cli/plan-organizations.js';
import { readOrganizations, wholeReadings } from '../../src/cli/read-organizations.js';
import { loadConfiguration } from '../../src/config/load.js';
import { hasErrors, type Diagnostic } from '../../src/core/diagnostics.js';
import type { Address } from '../../src/core/address.js';
import { textOf, type JsonObject } from '../../src/core/json.js';
import type { Plan, PlannedOrganization } from '../../src/core/plan.js';
import type { Connection, PlanOptions } from '../../src/core/provider.js';
import type { DesiredOrganization, Live } from '../../src/core/resource.js';
import { isProviderType, loadProvider } from '../../src/providers/registry.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';

/** The real time at which test worlds are seeded; the sandbox's clock starts here. */
export const startOfTime = Date.parse('2026-06-01T00:00:00Z');

export interface PlanChoices {
  readonly now?: string;
  readonly verifyDomains?: boolean;
  readonly replace?: readonly string[];
  readonly targets?: readonly string[];
  readonly allowIncomplete?: boolean;
  /** The groups that the identity provider tells at everybody's login. */
  readonly idpGroups?: readonly string[];
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface Applied {
  readonly plan: Plan;
  readonly report: ApplyReport | undefined;
  /** Addresses (and lists) that had moved between the plan and the first write; nothing was sent then. */
  readonly moved: readonly string[];
  readonly secrets: ReadonlyMap<string, string>;
}

export interface TestBed {
  readonly sandbox: Sandbox;
  plan(config: string | object, choices?: PlanChoices): Promise<Plan>;
  apply(config: string | object, choices?: PlanChoices & { readonly secrets?: boolean }): Promise<Applied>;
  /** Problems of loading and of the provider's offline checks; empty where the configuration is fine. */
  check(config: string | object): Promise<readonly Diagnostic[]>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  requests(): Promise<{ reads: number; writes: number; list: readonly LoggedRequest[] }>;
  forgetRequests(): Promise<void>;
  state(): Promise<Record<string, unknown>>;
  /** Called with each plan just before the first write; lets a test move something meanwhile. */
  beforeApply: ((plan: Plan) => Promise<void>) | undefined;
  /** Stands between every client and the sandbox; lets a test change, lose or make up answers. */
  intercept: ((request: Request, next: () => Promise<Response>) => Promise<Response>) | undefined;
  /** How long the clients would have waited so far, in milliseconds, one entry a wait. */
  readonly waits: readonly number[];
  /** What a plan is made of: each organization as desired and as read. */
  read(config: string | object, choices?: PlanChoices): Promise<readonly PlannedOrganization[]>;
  /** A plan with all that it was made from. */
  prepare(config: string | object, choices?: PlanChoices): Promise<Prepared>;
  /** Opens one connection, as its settings are in `providers`. */
  open(settings: JsonObject, access: 'read' | 'write', type: string): Promise<Connection>;
  /** Sends a plan's requests; `secrets: false` is an apply without a place for new ones. */
  run(
    plan: Plan,
    connections: ReadonlyMap<string, Connection>,
    secrets?: boolean,
  ): Promise<Pick<Applied, 'secrets'> & { readonly report: ApplyReport }>;
  /** Connections as plan (`read`) and apply (`write`) open them, by organization. */
  connect(config: string | object, access: 'read' | 'write'): Promise<ReadonlyMap<string, Connection>>;
  close(): Promise<void>;
}

export interface Prepared {
  readonly plan: Plan;
  readonly planned: readonly PlannedOrganization[];
  readonly connect: (access: 'read' | 'write') => Promise<Map<string, Connection>>;
  readonly options: PlanOptions;
  readonly loaded: Awaited<ReturnType<typeof loadConfiguration>>;
  readonly organizations: readonly ConfiguredOrganization[];
  readonly mirrors: readonly LiveMirror[];
}

/** Starts what clients talk to: the sandbox, or a service that stands in for it. */
export type StartService = (world: unknown) => Promise<Sandbox>;

const startSandbox: StartService = (world) => createSandbox({ world, rateLimit: false, now: () => startOfTime });

export async function createTestBed(world: unknown, start: StartService = startSandbox): Promise<TestBed> {
  const sandbox = await start(world);
  const folder = await mkdtemp(join(tmpdir(), 'orgwright-test-'));
  const env: Readonly<Record<string, string>> = { ...sandbox.credentials, AZURE_SECRET: 'azure-secret-value' };
  const url = 'http://127.0.0.1:9';
  const waits: number[] = [];

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await sandbox.fetch(
      new Request(`${url}/_sandbox/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_sandbox/${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async function load(config: string | object): Promise<Awaited<ReturnType<typeof loadConfiguration>>> {
    const text = typeof config === 'string' ? config : stringify(config, { aliasDuplicateObjects: false });
    await writeFile(join(folder, 'org.yaml'), text);
    return loadConfiguration(['org.yaml'], { cwd: folder });
  }

  function connect(
    settings: JsonObject,
    access: 'read' | 'write',
    type: string,
    remember: boolean,
  ): Promise<Connection> {
    if (!isProviderType(type)) throw new Error(`no provider ${type}`);
    return loadProvider(type).then((provider) =>
      provider.connect({
        settings,
        access,
        http: {
          fetch: (input, init) => {
            const request = new Request(input, init);
            return bed.intercept === undefined
              ? sandbox.fetch(request)
              : bed.intercept(request.clone(), () => sandbox.fetch(request));
          },
          now: () => startOfTime,
          sleep: (milliseconds) => {
            waits.push(milliseconds);
            return Promise.resolve();
          },
          random: () => 0,
          secret: (reference) => Promise.resolve(env[textOf(reference['env'])] ?? ''),
          allowedHosts: [],
          // A SCIM service's address is in the configuration, with its path.
          endpoint: type === 'scim' ? undefined : url,
          rateLimit: false,
          remember,
          clientVersion: '0.0.0',
        },
      }),
    );
  }

  function readWith(
    connections: ReadonlyMap<string, Connection>,
    organization: DesiredOrganization,
    options: PlanOptions,
    whole = false,
  ): Promise<Live> {
    const connection = connections.get(organization.name);
    if (connection === undefined) throw new Error(`no connection for ${organization.name}`);
    return connection.read({ organization, options, whole });
  }

  async function prepare(config: string | object, choices: PlanChoices): Promise<Prepared> {
    const loaded = await load(config);
    if (hasErrors(loaded.diagnostics)) throw new Error(loaded.diagnostics.map(({ summary }) => summary).join('\n'));
    const options: PlanOptions = {
      now: choices.now ?? new Date(startOfTime).toISOString(),
      verifyDomains: choices.verifyDomains ?? false,
      replace: new Set((choices.replace ?? []) as readonly Address[]),
    };
    const { organizations, diagnostics: warnings } = await configuredOrganizations(loaded, options.now);
    const connectAll = async (access: 'read' | 'write', remember = false): Promise<Map<string, Connection>> => {
      const byProvider = new Map<string, Connection>();
      const byOrganization = new Map<string, Connection>();
      for (const { desired } of organizations) {
        const settings = loaded.providers.find(({ name }) => name === desired.provider)?.settings ?? {};
        const connection =
          byProvider.get(desired.provider) ?? (await connect(settings, access, desired.type, remember));
        byProvider.set(desired.provider, connection);
        byOrganization.set(desired.name, connection);
      }
      return byOrganization;
    };
    const connections = await connectAll('read', true);
    const { planned, mirrors, diagnostics } = await readOrganizations(
      { loaded, organizations, now: options.now },
      organizations,
      async (_, organization) => ({ live: await readWith(connections, organization, options) }),
    );
    const reads = (): number => [...new Set(connections.values())].reduce((sum, { counts }) => sum + counts.reads, 0);
    const plan = await planOrganizations(
      {
        organizations: planned,
        options,
        targets: choices.targets ?? [],
        configDigest: loaded.digest,
        version: '0.0.0',
        timestamp: options.now,
        reads: reads(),
        diagnostics: [...loaded.diagnostics, ...warnings, ...diagnostics],
        allowIncomplete: choices.allowIncomplete ?? false,
        locate: loaded.locate,
        ...(choices.idpGroups !== undefined && { idpGroups: choices.idpGroups }),
      },
      mirrors,
      loaded,
      async (names) => ({
        readings: await wholeReadings(planned, names, async ({ desired }) => ({
          live: await readWith(connections, desired, options, true),
        })),
        reads: reads(),
      }),
    );
    return { plan, planned, connect: connectAll, options, loaded, organizations, mirrors };
  }

  const bed: TestBed = {
    sandbox,
    control,
    beforeApply: undefined,
    intercept: undefined,
    waits,
    prepare: (config, choices = {}) => prepare(config, choices),
    open: (settings, access, type) => connect(settings, access, type, false),
    read: async (config, choices = {}) => (await prepare(config, choices)).planned,
    connect: async (config, access) => (await prepare(config, {})).connect(access),
    plan: async (config, choices = {}) => (await prepare(config, choices)).plan,
    check: async (config) => {
      const loaded = await load(config);
      return loaded.diagnostics;
    },
    apply: async (config, choices = {}) => {
      const { plan, connect: connectAll, options, organizations, mirrors } = await prepare(config, choices);
      const none = { plan, report: undefined, moved: [], secrets: new Map<string, string>() };
      if (!plan.document.applyable) return none;
      await bed.beforeApply?.(plan);
      const connections = await connectAll('write');
      const moved = await movedSincePlan(plan, mirrors, organizations, (_, organization) =>
        readWith(connections, organization, options),
      );
      if (moved.length > 0) return { ...none, moved };
      const { report, secrets } = await bed.run(plan, connections, choices.secrets);
      return { plan, report, moved: [], secrets };
    },
    run: async (plan, connections, keepsSecrets = true) => {
      const secrets = new Map<string, string>();
      const report = await applyPlan({
        plan,
        connections,
        parallelism: 10,
        resolveSecret: (reference) => Promise.resolve(env[textOf(reference['env'])] ?? ''),
        storeSecret: keepsSecrets
          ? (address, secret) => {
              secrets.set(address, secret);
              return Promise.resolve();
            }
          : undefined,
      });
      return { report, secrets };
    },
    requests: async () => {
      const { totals, requests } = (await control('GET', 'requests')) as {
        totals: { reads: number; writes: number };
        requests: readonly LoggedRequest[];
      };
      return { ...totals, list: requests };
    },
    forgetRequests: async () => {
      await control('DELETE', 'requests');
    },
    state: async () => (await control('GET', 'state')) as Record<string, unknown>,
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return bed;
}
