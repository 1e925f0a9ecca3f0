/** Makes a saved plan's requests again from its changes and what is live now; only a plan that equals the saved one is run. */
import { compileAgain } from '../apply/compile-again.js';
import { compileScopes } from '../apply/staleness.js';
import type { OrganizationPlan, Plan, PlannedOrganization } from '../core/plan.js';
import type { Live } from '../core/resource.js';
import { StalePlanError } from '../errors.js';
import { edited } from '../plan-file/decode.js';
import { refuseTripped, throwMoved } from './check-moved.js';
import type { ConfiguredOrganization } from './configuration.js';
import type { Connections } from './connections.js';
import { readAgain } from './moved-since-plan.js';
import type { SavedPlanning } from './saved-planning.js';

/** The plan to run. Throws, and nothing was sent: 11 what it touches has moved, 10 a guard trips, 1 it is not as written. */
export async function checkSaved(saved: SavedPlanning, connections: Pick<Connections, 'of'>): Promise<Plan> {
  const { content, organizations, options, document } = saved;
  const byName = new Map(organizations.map((organization) => [organization.desired.name, organization]));
  const shares = content.shares.map((share) => shareOf(share, byName, saved.file));
  const read = (organization: ConfiguredOrganization, whole = false): Promise<Live> =>
    connections.of(organization).read({ organization: organization.desired, options, whole });
  const { moved, lives } = await readAgain(
    { organizations: shares },
    content.mirrors.map(({ team, ...mirror }) => ({
      ...mirror,
      team,
      people: mirror.people.map(({ name, email }) => ({ name, email })),
    })),
    organizations,
    (configured, scope) => connections.of(configured).read({ organization: scope, options }),
    compileScopes({ organizations: shares }),
  );
  throwMoved(moved, lives);
  const planned = organizations.filter(({ desired }) => content.planned.includes(desired.name));
  await refuseTripped({ organizations: shares, document }, lives, planned, read);
  const narrow = planOn(lives, shares, saved);
  if (narrow !== undefined) return narrow;
  // Less was read than the plan was made from, and that may be why: once more from all of it.
  const types = new Set(shares.map(({ organization }) => organization.type));
  const whole = await Promise.all(
    organizations
      .filter(({ desired }) => content.planned.includes(desired.name) && types.has(desired.type))
      .map(async (organization) => [organization.desired.name, await read(organization)] as const),
  );
  const again = planOn(new Map(whole), shares, saved);
  if (again !== undefined) return again;
  if (!saved.isSigned)
    throw edited(saved.file, `its requests are not those that its changes need (plan ${document.plan_digest})`);
  // Nobody but us wrote it, so the world is another: a workspace that was renamed, a person who was made anew.
  throw new StalePlanError(
    'Nothing was applied: the changes of the plan need other requests now than when it was made.',
    {
      hint: 'Plan again and look at the new plan.',
    },
  );
}

/** As far as it is known before anything is read. */
function shareOf(
  share: SavedPlanning['content']['shares'][number],
  byName: ReadonlyMap<string, ConfiguredOrganization>,
  file: string,
): OrganizationPlan {
  const configured = byName.get(share.organization.name);
  if (configured === undefined || configured.desired.type !== share.organization.type)
    throw edited(file, `it changes ${share.organization.name}, which it does not hold`);
  const nobody: Live = {
    organization: share.organization.name,
    resources: [],
    coverage: {},
    facts: {},
    diagnostics: [],
  };
  return {
    ...share,
    planned: { ...configured, live: nobody },
    operations: [],
    pending: [],
    manualSteps: [],
    blocked: [],
    unlisted: [],
    accessChanges: [],
    guards: [],
    unchanged: 0,
    emails: 0,
    diagnostics: [],
  };
}

/** Undefined where it is not the saved plan. */
function planOn(
  lives: ReadonlyMap<string, Live>,
  shares: readonly OrganizationPlan[],
  { organizations, content, options, document }: SavedPlanning,
): Plan | undefined {
  const planned = organizations.flatMap(({ desired, provider }): readonly PlannedOrganization[] => {
    const live = content.planned.includes(desired.name) ? lives.get(desired.name) : undefined;
    return live === undefined ? [] : [{ desired, provider, live }];
  });
  const fresh = shares.flatMap((share) => {
    const mine = planned.find(({ desired }) => desired.name === share.organization.name);
    return mine === undefined ? [] : [{ ...share, planned: mine }];
  });
  const compiled = compileAgain(fresh, planned, options);
  if (compiled?.digest !== document.plan_digest) return undefined;
  return { document, operations: compiled.operations, organizations: fresh };
}
