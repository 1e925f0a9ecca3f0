/** The way from the command line to a plan, the same for `plan` and `apply`. */
import { isError, type Diagnostic } from '../core/diagnostics.js';
import { parseAddress, type Address } from '../core/address.js';
import { DecodeError } from '../core/decode.js';
import type { Plan, PlanInput } from '../core/plan.js';
import type { PlanOptions } from '../core/provider.js';
import { ConfigError, isOrgwrightError } from '../errors.js';
import { parseAcknowledgements } from './acknowledgements.js';
import { configurationAt, readConfiguration, selectOrganizations, type Configuration } from './configuration.js';
import type { ConfiguredOrganization } from './configuration.js';
import { openBase } from './base/open-base.js';
import { openConnections, type Connections } from './connections.js';
import { errorDiagnostic, unexpectedDiagnostic } from './error-diagnostic.js';
import { listFlag, type FlagValues } from './flags.js';
import type { LiveMirror } from './live-mirrors.js';
import { Flags } from './oclif.js';
import { openSnapshot } from './open-snapshot.js';
import { packageVersion } from './package-root.js';
import { planOrganizations } from './plan-organizations.js';
import { startProgress } from './progress.js';
import { readOrganizations, wholeReadings, type LiveReading } from './read-organizations.js';
import { count } from './render/count.js';
import { tellStack } from './report-error.js';
import { inShard, parseShard } from './shard.js';
import type { Terminal } from './terminal.js';

/** The flags that decide what is planned. */
export const planningFlags = {
  org: listFlag({ helpValue: 'NAME', description: 'Only this organization.' }),
  shard: Flags.string({
    helpValue: 'I/N',
    description: 'Only share I of N of the organizations; /N in an Indexed Job of Kubernetes.',
  }),
  target: listFlag({
    helpValue: 'ADDRESS',
    description: 'Only this address, or all below it, with what it depends on.',
  }),
  replace: listFlag({
    helpValue: 'ADDRESS',
    description: 'Make this anew: rotate a bypass link, resend a write-only secret.',
  }),
  'verify-domains': Flags.boolean({ description: 'Ask the vendor to verify domains that are still pending.' }),
  'as-of': Flags.string({ helpValue: 'TIME', description: 'Plan as if it were this time (RFC 3339).' }),
  'allow-incomplete': Flags.boolean({ description: 'Go on with what could be read when something could not.' }),
};

export interface Planning {
  readonly configuration: Configuration;
  readonly organizations: readonly ConfiguredOrganization[];
  /** What the lists showed that mirror other organizations. */
  readonly mirrors: readonly LiveMirror[];
  readonly options: PlanOptions;
  readonly plan: Plan;
}

export interface Refusal {
  /** The configuration cannot be planned from; its diagnostics say why. */
  readonly configuration: Configuration;
  readonly plan: undefined;
}

export async function readAndPlan(
  terminal: Terminal,
  paths: readonly string[],
  flags: FlagValues<typeof planningFlags> & {
    readonly snapshot?: string | undefined;
    readonly ack?: readonly string[];
    readonly base?: string | undefined;
    readonly whole?: boolean;
    /** Whether whose access the plan changes is of interest, which takes more reads; true where it is not said. */
    readonly impact?: boolean;
  },
  beforeReading: (configuration: Configuration, selected: readonly ConfiguredOrganization[]) => Promise<void> = () =>
    Promise.resolve(),
): Promise<Planning | Refusal> {
  const asked = planOptions(flags);
  const acknowledgements = parseAcknowledgements(flags.ack ?? []);
  const today = await readConfiguration(terminal, paths, asked.now);
  if (today.diagnostics.some(isError)) return { configuration: today, plan: undefined };
  const select = ({ organizations }: Configuration) => targeted(sharded(terminal, organizations, flags), flags.target);
  await beforeReading(today, select(today));
  const snapshot = flags.snapshot === undefined ? undefined : await openSnapshot(flags.snapshot, terminal, today);
  const options = snapshot === undefined || flags['as-of'] !== undefined ? asked : { ...asked, now: snapshot.takenAt };
  const configuration = options === asked ? today : await configurationAt(options.now, terminal, today);
  const selected = select(configuration);
  const compareBase = await openBase(terminal, paths, flags);
  const progress = startProgress(terminal, readingText(selected));
  try {
    const connections = await openConnections(terminal, configuration, {
      access: 'read',
      onRetry: (message) => progress.update(message),
      remember: true,
      ...(snapshot !== undefined && { transport: snapshot.transport }),
    });
    const { loaded } = configuration;
    const read = await readOrganizations(configuration, selected, (organization, scope) =>
      readOrganization({ ...organization, desired: scope }, connections, options, terminal, flags.whole),
    );
    const { organizations, mirrors } = read;
    const input: PlanInput = {
      organizations: read.planned,
      options,
      targets: flags.target,
      configDigest: loaded.digest,
      version: packageVersion(),
      timestamp: new Date().toISOString(),
      reads: connections.reads(),
      diagnostics: [...configuration.diagnostics, ...read.diagnostics],
      allowIncomplete: flags['allow-incomplete'],
      locate: loaded.locate,
      acknowledgements,
    };
    const plan = await planOrganizations(
      input,
      mirrors,
      loaded,
      async (names) => ({
        ...(flags.impact !== false && {
          readings: await wholeReadings(read.planned, names, (organization) =>
            readOrganization(organization, connections, options, terminal, true),
          ),
        }),
        reads: connections.reads(),
      }),
      // After all reads: a snapshot then knows what it was asked for and does not hold.
      (shares) => [...compareBase(shares, configuration.organizations), ...(snapshot?.diagnostics(selected) ?? [])],
    );
    return { configuration, organizations, mirrors, options, plan };
  } finally {
    progress.stop();
  }
}

function readingText(organizations: readonly ConfiguredOrganization[]): string {
  const names = organizations.map(({ desired }) => desired.name);
  return `Reading ${names.length <= 3 ? names.join(', ') : count(names.length, 'organization')}`;
}

/** What cannot be read is an error of its own organization; the others are planned all the same. */
export async function readOrganization(
  { desired, provider }: ConfiguredOrganization,
  connections: Pick<Connections, 'of'>,
  options: PlanOptions,
  terminal: Terminal,
  whole = false,
): Promise<LiveReading> {
  try {
    return { live: await connections.of({ desired, provider }).read({ organization: desired, options, whole }) };
  } catch (error) {
    tellStack(error, terminal);
    const problem = readProblem(error);
    return {
      problem: {
        ...problem,
        summary: `Could not read ${desired.name}: ${problem.summary}`,
        ...(problem.source === undefined && desired.source !== undefined && { source: desired.source }),
        ...(problem.address === undefined && { address: desired.name }),
      },
    };
  }
}

function readProblem(error: unknown): Diagnostic {
  if (isOrgwrightError(error)) return errorDiagnostic(error);
  if (error instanceof DecodeError) {
    return {
      severity: 'error',
      code: 'api',
      summary: `The API answered with something unexpected: ${error.message}.`,
      hint: 'If it is so again, update orgwright, or report it: the API may have changed.',
    };
  }
  // Not even a bug of one provider keeps the others from being planned.
  return unexpectedDiagnostic(error);
}

/** What is named outright must not be left out because another shard has it. */
function sharded(
  terminal: Terminal,
  organizations: readonly ConfiguredOrganization[],
  { org, shard: text, target, replace }: FlagValues<typeof planningFlags>,
): readonly ConfiguredOrganization[] {
  const selected = selectOrganizations(organizations, org);
  if (text === undefined) return selected;
  const shard = parseShard(text, terminal);
  if (org.length + target.length + replace.length > 0) {
    throw new ConfigError('-shard does not go together with -org, -target or -replace.', {
      hint: 'Leave it out: what is named is planned wherever it is.',
    });
  }
  return inShard(selected, shard);
}

/** Organizations that no target is about are not read. */
function targeted(
  organizations: readonly ConfiguredOrganization[],
  targets: readonly string[],
): readonly ConfiguredOrganization[] {
  if (targets.length === 0) return organizations;
  const names = new Set(targets.map((target) => target.split('/')[0]));
  return organizations.filter(({ desired }) => names.has(desired.name));
}

function planOptions(flags: FlagValues<typeof planningFlags>): PlanOptions {
  return {
    now: flags['as-of'] === undefined ? new Date().toISOString() : parseTime(flags['as-of']),
    verifyDomains: flags['verify-domains'],
    replace: new Set(flags.replace.map(parseReplace)),
  };
}

function parseReplace(text: string): Address {
  if (parseAddress(text) === undefined) {
    throw new ConfigError(`-replace takes an address, not "${text}".`, {
      hint: 'Write it as the plan prints it, e.g. acme-data/bypass-link.',
    });
  }
  return text as Address;
}

function parseTime(text: string): string {
  const isTime = /^\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d))?$/.test(text);
  const time = isTime ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new ConfigError(`-as-of takes a time, not "${text}".`, {
      hint: 'Write it as RFC 3339: 2026-01-31T09:00:00Z, or a date alone for its midnight in UTC.',
    });
  }
  return time.toISOString();
}
