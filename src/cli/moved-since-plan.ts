/** Reads again, just before the first write, what a plan stands on: what it touches, and whom its mirrors showed. */
import { movedAddresses, touchedScopes } from '../apply/staleness.js';
import type { Plan } from '../core/plan.js';
import type { DesiredOrganization, Live } from '../core/resource.js';
import { InternalError, SafetyError } from '../errors.js';
import type { ConfiguredOrganization } from './configuration.js';
import type { LiveMirror } from './live-mirrors.js';
import { mirrorPeople } from './mirror-people.js';
import { mirrorScope, onlyMirrored } from './mirror-scope.js';

/** As the plan was made: where one read served the organization's plan and its mirrors, one does so again. */
interface Again {
  readonly organization: ConfiguredOrganization;
  readonly scope: DesiredOrganization;
  readonly isTouched: boolean;
  readonly mirrors: readonly LiveMirror[];
}

export interface ReadAgain {
  /** Addresses that differ, then lists that show others. */
  readonly moved: readonly string[];
  /** What was read of each organization that the plan changes, by its name. */
  readonly lives: ReadonlyMap<string, Live>;
}

/** `organizations` are all of the configuration. `scopes` are what to read of those that change. */
export async function readAgain(
  plan: Pick<Plan, 'organizations'>,
  mirrors: readonly LiveMirror[],
  organizations: readonly ConfiguredOrganization[],
  read: (organization: ConfiguredOrganization, scope: DesiredOrganization) => Promise<Live>,
  scopes: readonly DesiredOrganization[] = touchedScopes(plan),
): Promise<ReadAgain> {
  const readings = await Promise.all(
    whatToRead(scopes, mirrors, organizations).map(async (again) => ({
      ...again,
      live: await read(again.organization, again.scope),
    })),
  );
  const touched = readings.filter(({ isTouched }) => isTouched).map(({ live }) => live);
  const lists = readings.flatMap(({ mirrors: mine, live, organization }) =>
    mine.filter((mirror) => hasMoved(mirror, live, organization)).map(({ list }) => list),
  );
  return {
    moved: [...movedAddresses(plan, touched), ...lists.sort().map((list) => `the list ${list}`)],
    lives: new Map(touched.map((live) => [live.organization, live])),
  };
}

/** Only what has moved. */
export async function movedSincePlan(...args: Parameters<typeof readAgain>): Promise<readonly string[]> {
  return (await readAgain(...args)).moved;
}

function whatToRead(
  changing: readonly DesiredOrganization[],
  mirrors: readonly LiveMirror[],
  organizations: readonly ConfiguredOrganization[],
): readonly Again[] {
  const scopes = new Map(changing.map((scope) => [scope.name, scope]));
  const known = new Set(organizations.map(({ desired }) => desired.name));
  const unknown = [...scopes.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw new InternalError(`The plan holds an unknown ${unknown}.`);
  const relied = mirrors.filter(({ users }) => users.some((user) => scopes.has(user)));
  const following = new Set(mirrors.flatMap(({ users }) => users));
  return organizations.flatMap((organization): readonly Again[] => {
    const { name } = organization.desired;
    const touched = scopes.get(name);
    const shown = mirrors.filter((mirror) => mirror.organization === name);
    const again = { organization, mirrors: relied.filter((mirror) => mirror.organization === name) };
    const withMirrors = (desired: DesiredOrganization): DesiredOrganization =>
      mirrorScope(
        { ...organization, desired },
        shown.map(({ team }) => team),
      );
    if (touched !== undefined && shown.length > 0 && !following.has(name))
      return [{ ...again, scope: withMirrors(touched), isTouched: true }];
    return [
      ...(touched === undefined ? [] : [{ organization, mirrors: [], scope: touched, isTouched: true }]),
      ...(again.mirrors.length === 0
        ? []
        : [{ ...again, scope: withMirrors(onlyMirrored(organization.desired)), isTouched: false }]),
    ];
  });
}

function hasMoved(mirror: LiveMirror, live: Live, { provider }: ConfiguredOrganization): boolean {
  const { people, problem } = mirrorPeople(mirror, live, provider);
  if (problem?.code === 'mirror-unreadable') {
    throw new SafetyError(
      `Nothing was applied: whether the list "${mirror.list}" still shows the same people is not known: ${problem.summary}.`,
      { hint: problem.hint },
    );
  }
  return JSON.stringify(people) !== JSON.stringify(mirror.people);
}
