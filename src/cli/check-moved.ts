/** The last look before the first write: what a plan stands on is read again, and its guards are judged on that. */
import { trippedGuards } from '../apply/judge-again.js';
import { indexLive } from '../core/fingerprint.js';
import { acknowledgedIn } from '../core/guards/acknowledge.js';
import type { Plan } from '../core/plan.js';
import type { PlanDocument, PlanGuard } from '../core/plan-document.js';
import type { Live, LiveResource } from '../core/resource.js';
import { GuardError, StalePlanError } from '../errors.js';
import type { ConfiguredOrganization } from './configuration.js';
import type { Connections } from './connections.js';
import { readAgain } from './moved-since-plan.js';
import type { Planning } from './planning.js';
import { startProgress } from './progress.js';
import { sightAgain } from './sight-again.js';
import type { Terminal } from './terminal.js';

/**
 * Refuses with exit code 11 where what the plan touches is no longer as planned, and with 10 where a guard trips on what
 * is live now. `connections` are those that will write: a write is for the version that its own connection has read.
 */
export async function refuseMoved(terminal: Terminal, planning: Planning, connections: Connections): Promise<void> {
  const { plan, mirrors, configuration, options, organizations } = planning;
  const progress = startProgress(terminal, 'Checking that nothing has changed since the plan');
  try {
    const { moved, lives } = await readAgain(plan, mirrors, configuration.organizations, (configured, organization) =>
      connections.of(configured).read({ organization, options }),
    );
    throwMoved(moved, lives);
    await refuseTripped(plan, lives, organizations, (configured, whole) =>
      connections.of(configured).read({ organization: configured.desired, options, whole }),
    );
  } finally {
    progress.stop();
  }
}

/** By whom, where the API tells it of what is there now. */
export function throwMoved(moved: readonly string[], lives: ReadonlyMap<string, Live>): void {
  if (moved.length === 0) return;
  const there = new Map<string, LiveResource>([...lives.values()].flatMap((live) => [...indexLive(live)]));
  const told = moved.map((address) => {
    const change = there.get(address)?.lastChange;
    return change === undefined ? address : `${address} (last changed by ${change.by} at ${change.at})`;
  });
  throw new StalePlanError(`Nothing was applied: changed since the plan was made: ${told.join(', ')}.`, {
    hint: 'Run it again and look at the new plan.',
  });
}

/**
 * What was read again may be a part only; a guard that trips on it is judged once more on all that is managed. Where the
 * plan takes access from somebody, everything that decides about access is read again, for what guards say of logins.
 * `planned` are all that were planned together.
 */
export async function refuseTripped(
  { organizations, document }: TrippingPlan,
  lives: ReadonlyMap<string, Live>,
  planned: readonly ConfiguredOrganization[],
  read: (organization: ConfiguredOrganization, whole: boolean) => Promise<Live>,
): Promise<void> {
  const acknowledged = acknowledgedIn(document);
  for (const share of organizations) {
    const live = lives.get(share.organization.name);
    if (live === undefined || trippedGuards(share, live, acknowledged).length === 0) continue;
    const configured = planned.find(({ desired }) => desired.name === share.organization.name) ?? share.planned;
    refuse(trippedGuards(share, await read(configured, false), acknowledged));
  }
  const accesses = await sightAgain(document, planned, organizations, (configured) => read(configured, true));
  for (const share of organizations) {
    const access = accesses.get(share.organization.name);
    if (access?.sight !== undefined) refuse(trippedGuards(share, access.sight.live, acknowledged, access));
  }
}

interface TrippingPlan extends Pick<Plan, 'organizations'> {
  readonly document: Pick<PlanDocument, 'guards' | 'access_changes'>;
}

function refuse([guard]: readonly PlanGuard[]): void {
  if (guard === undefined) return;
  throw new GuardError(
    `Nothing was applied: on what is live now guard ${guard.id} of ${guard.organization} trips: ${guard.detail}`,
    { hint: 'Run it again and look at the new plan.' },
  );
}
