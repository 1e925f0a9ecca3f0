/**
 * Reads everything that a plan is made of. Mirrors come first: who is in a list that mirrors an organization is known
 * only when that has been read, and only then what an organization that uses the list is to be.
 */
import { buildOrganizations } from '../config/build.js';
import type { MirroredLists } from '../config/mirrored-lists.js';
import { mirroredProblems } from '../config/mirrored-problems.js';
import { mirrorsUsedBy } from '../config/mirrors.js';
import type { LoadedConfiguration } from '../config/load.js';
import type { WholeReading } from '../core/access-sight.js';
import { hasErrors, type Diagnostic } from '../core/diagnostics.js';
import type { JsonObject } from '../core/json.js';
import type { PlannedOrganization } from '../core/plan.js';
import type { DesiredOrganization, Live } from '../core/resource.js';
import type { ConfiguredOrganization } from './configuration.js';
import { lookIntoMirrors, type LiveMirror } from './live-mirrors.js';
import { mirrorScope, onlyMirrored } from './mirror-scope.js';

/** Reads one organization; what cannot be read is a problem, not an exception. */
export type ReadLive = (organization: ConfiguredOrganization, scope: DesiredOrganization) => Promise<LiveReading>;

export type LiveReading =
  { readonly live: Live; readonly problem?: undefined } | { readonly live?: undefined; readonly problem: Diagnostic };

export interface ReadOrganizations {
  /** As desired now that the mirrors are known; those that cannot be planned are here, too. */
  readonly organizations: readonly ConfiguredOrganization[];
  readonly planned: readonly PlannedOrganization[];
  readonly mirrors: readonly LiveMirror[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Configured {
  readonly loaded: LoadedConfiguration;
  /** All organizations of the configuration: any may be mirrored. */
  readonly organizations: readonly ConfiguredOrganization[];
  /** RFC 3339: what `until` is compared with. */
  readonly now: string | undefined;
}

export async function readOrganizations(
  { loaded, organizations: all, now }: Configured,
  selected: readonly ConfiguredOrganization[],
  read: ReadLive,
): Promise<ReadOrganizations> {
  const names = new Set(selected.map(nameOf));
  const used = mirrorsUsedBy((loaded.document ?? {}) as unknown as JsonObject, names);
  const following = new Set(used.flatMap(({ users }) => users));
  const mirrored = new Set(used.map(({ organization }) => organization));
  const independent = selected.filter((each) => !following.has(nameOf(each)));
  const sources = all.filter((each) => mirrored.has(nameOf(each)) && !independent.includes(each));
  const first = await readAll(
    [
      ...independent.map((each) => ({ organization: each, base: each.desired })),
      ...sources.map((each) => ({ organization: each, base: onlyMirrored(each.desired) })),
    ].map(({ organization, base }) => {
      const teams = used.filter((mirror) => mirror.organization === base.name).map(({ team }) => team);
      return {
        organization,
        scope: teams.length === 0 ? base : mirrorScope({ ...organization, desired: base }, teams),
      };
    }),
    read,
  );
  const sight = lookIntoMirrors(used, first, all, loaded.locateValue);
  const followers = followersOf({ loaded, now }, selected, used, sight);
  const second = await readAll(
    followers.ready.map((organization) => ({ organization, scope: organization.desired })),
    read,
  );
  const readings = new Map([...first, ...second]);
  const rebuilt = new Map(followers.ready.map((each) => [nameOf(each), each]));
  const organizations = selected.map((each) => rebuilt.get(nameOf(each)) ?? each);
  const planned = [...independent, ...followers.ready].map((organization) => ({
    organization,
    reading: readings.get(nameOf(organization)),
  }));
  return {
    organizations,
    planned: planned.flatMap(({ organization: { desired, provider }, reading }) =>
      reading?.live === undefined ? [] : [{ desired, provider, live: reading.live }],
    ),
    mirrors: sight.mirrors,
    diagnostics: [
      ...planned.flatMap(({ reading }) => reading?.problem ?? []),
      ...sight.diagnostics,
      ...followers.diagnostics,
    ],
  };
}

type Readings = ReadonlyMap<string, LiveReading>;

async function readAll(
  scopes: readonly { readonly organization: ConfiguredOrganization; readonly scope: DesiredOrganization }[],
  read: ReadLive,
): Promise<Readings> {
  const readings = scopes.map(async ({ organization, scope }): Promise<[string, LiveReading]> => [
    nameOf(organization),
    await read(organization, scope),
  ]);
  return new Map(await Promise.all(readings));
}

/** Those whose mirrors could all be looked into, as the configuration wants them now. */
function followersOf(
  { loaded, now }: Pick<Configured, 'loaded' | 'now'>,
  selected: readonly ConfiguredOrganization[],
  used: ReturnType<typeof mirrorsUsedBy>,
  { lists }: { readonly lists: MirroredLists },
): { readonly ready: readonly ConfiguredOrganization[]; readonly diagnostics: readonly Diagnostic[] } {
  const ready: ConfiguredOrganization[] = [];
  const diagnostics: Diagnostic[] = [];
  if (used.length === 0) return { ready, diagnostics };
  const inputs = new Map(buildOrganizations(loaded, lists, now).map((input) => [input.name, input]));
  for (const { desired, provider } of selected) {
    const mine = used.filter(({ users }) => users.includes(desired.name));
    const input = inputs.get(desired.name);
    if (mine.length === 0 || input === undefined || mine.some(({ list }) => !lists.has(list))) continue;
    const { organization, diagnostics: found } = provider.desired(input, loaded.locate);
    const problems = [...mirroredProblems(loaded, desired.name, provider.type, mine, lists), ...found];
    diagnostics.push(...problems);
    if (!hasErrors(problems)) ready.push({ desired: organization, provider });
  }
  return { ready, diagnostics };
}

/**
 * What decides about access, of these organizations. What cannot be read is no reason not to plan: it only leaves open
 * whose access changes.
 */
export async function wholeReadings(
  planned: readonly ConfiguredOrganization[],
  names: readonly string[],
  read: (organization: ConfiguredOrganization) => Promise<LiveReading>,
): Promise<ReadonlyMap<string, WholeReading>> {
  const concerned = planned.filter(({ desired }) => names.includes(desired.name));
  const readings = concerned.map(async (organization): Promise<[string, WholeReading]> => {
    const { live, problem } = await read(organization);
    return [organization.desired.name, live === undefined ? { problem: problem.summary } : { live }];
  });
  return new Map(await Promise.all(readings));
}

function nameOf({ desired }: ConfiguredOrganization): string {
  return desired.name;
}
