/**
 * Who is in a team before and after a plan. Atlas keeps no team without an active person, puts only active people into
 * a new one, and takes somebody who has not accepted yet only one by one.
 */
import { formatAddress } from '../../core/address.js';
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { joinsAtOnce } from './joining.js';
import type { Settlement } from './settlement.js';

export interface Readiness {
  readonly active: readonly string[];
  /** Invited and not there yet: they can be added, but do not keep a team alive. */
  readonly pending: readonly string[];
  /** Invited by this plan: the invitation itself puts them into their teams. */
  readonly invited: readonly string[];
  /** Not members, and this plan does not invite them: they are not its target, or an error says why. */
  readonly missing: readonly string[];
}

/** Members are settled before teams, so the changes tell who is invited. */
export function readinessOf(people: readonly string[], { context, changes }: Settlement): Readiness {
  const { users } = context.live.facts;
  const changed = new Set<string>(changes.filter(({ kind }) => kind === 'member').map(({ address }) => address));
  const active: string[] = [];
  const pending: string[] = [];
  const invited: string[] = [];
  const missing: string[] = [];
  for (const person of people) {
    const status = users.get(person)?.status;
    if (status === 'ACTIVE') active.push(person);
    else if (status === 'PENDING') pending.push(person);
    else if (changed.has(formatAddress(context.organization.name, 'member', person))) invited.push(person);
    else missing.push(person);
  }
  return { active, pending, invited, missing };
}

export function isLeaving(person: string, { context, comparisons }: Settlement): boolean {
  return comparisons.get(formatAddress(context.organization.name, 'member', person))?.change?.action === 'delete';
}

/** Names of the teams that would be left without an active person if this one went, whatever else the plan does. */
export function emptiedTeams(person: string, settlement: Settlement): readonly string[] {
  const { context, comparisons } = settlement;
  const { users, teams } = context.live.facts;
  const byId = new Map((teams ?? []).map((team) => [team.id, team.name]));
  const changed = new Map(
    [...comparisons.values()].flatMap((comparison) =>
      comparison.kind === 'team' && comparison.live?.remoteId !== undefined
        ? [[comparison.live.remoteId, comparison] as const]
        : [],
    ),
  );
  return (users.get(person)?.teamIds ?? [])
    .filter((id) => {
      const comparison = changed.get(id);
      if (comparison?.change?.action === 'delete') return false;
      const inTeam = [...users.values()].filter(({ teamIds }) => teamIds.includes(id)).map(({ email }) => email);
      return !hasActive(peopleAfter(inTeam, comparison), settlement);
    })
    .map((id) => byId.get(id) ?? id)
    .sort();
}

function peopleAfter(before: readonly string[], comparison: Comparison | undefined): readonly string[] {
  const change = comparison?.change;
  const edit = change?.action === 'update' ? change.edits.find(({ path }) => path[0] === 'members') : undefined;
  if (edit?.type !== 'members') return before;
  const removed = new Set(edit.removed);
  return [...before, ...edit.added].filter((person) => !removed.has(person));
}

/** Active now and not leaving, or active as soon as this plan invites them. */
export function hasActive(people: readonly string[], settlement: Settlement): boolean {
  const { users } = settlement.context.live.facts;
  return people.some(
    (person) =>
      (users.get(person)?.status === 'ACTIVE' && !isLeaving(person, settlement)) ||
      (readinessOf([person], settlement).invited.length > 0 && joinsAtOnce(person, settlement.context)),
  );
}

export function membersOf(comparison: Comparison): readonly string[] {
  return textList(comparison.live?.attributes['members']);
}
