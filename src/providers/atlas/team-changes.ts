/** What a plan's team changes mean for single people. */
import { formatAddress, type Address } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { indexLive } from '../../core/fingerprint.js';
import type { LiveResource } from '../../core/resource.js';
import { joinsAtOnce } from './joining.js';
import type { AtlasContext } from './settlement.js';

export interface TeamChange {
  readonly change: Change;
  readonly live: LiveResource | undefined;
}

export function teamChanges(changes: readonly Change[], context: AtlasContext): readonly TeamChange[] {
  const live = indexLive(context.live);
  return changes
    .filter(({ kind }) => kind === 'team')
    .map((change) => ({
      change,
      live: live.get(change.action === 'update' ? (change.previousAddress ?? change.address) : change.address),
    }));
}

export interface MembersEdit {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function membersEdit(change: Change): MembersEdit {
  if (change.action === 'create') return { added: textList(change.after['members']), removed: [] };
  const edit = change.action === 'update' ? change.edits.find(({ path }) => path[0] === 'members') : undefined;
  return edit?.type === 'members' ? edit : { added: [], removed: [] };
}

/** How each of these people gets into a team: together, one by one, or by the invitation. */
export interface Additions {
  readonly active: readonly string[];
  readonly pending: readonly string[];
  readonly invited: readonly string[];
  /** Of the invited, where nobody else is active: they join at once, so a team can stand on them. */
  readonly founders: readonly string[];
}

export function additionsOf(people: readonly string[], context: AtlasContext): Additions {
  const { live } = context;
  const statusOf = (person: string): string | undefined => live.facts.users.get(person)?.status;
  const active = people.filter((person) => statusOf(person) === 'ACTIVE');
  const invited = people.filter((person) => !['ACTIVE', 'PENDING'].includes(statusOf(person) ?? ''));
  return {
    active,
    pending: people.filter((person) => statusOf(person) === 'PENDING'),
    invited,
    founders: active.length > 0 ? [] : invited.filter((person) => joinsAtOnce(person, context)),
  };
}

export function invitationKey(person: string, { organization }: AtlasContext): string {
  return `${formatAddress(organization.name, 'member', person)}#invite`;
}

/** The teams that a person who is invited now is put into by the invitation: not those that are founded on the person. */
export function addedTo(person: string, changes: readonly Change[], context: AtlasContext): readonly TeamChange[] {
  return teamChanges(changes, context).filter(({ change }) => {
    const { added } = membersEdit(change);
    const isFounded = change.action === 'create' && additionsOf(added, context).founders.includes(person);
    return added.includes(person) && !isFounded;
  });
}

/** Keys of the requests that bring active people into a team. */
export function additionKeys(change: Change, context: AtlasContext): readonly string[] {
  const { active, founders } = additionsOf(membersEdit(change).added, context);
  if (founders.length > 0) return founders.map((person) => invitationKey(person, context));
  return active.length >= 2 ? [batchKey(change.address)] : active.map((person) => additionKey(change.address, person));
}

export function batchKey(team: Address): string {
  return `${team}#add`;
}

export function additionKey(team: Address, person: string): string {
  return `${team}#add/${person}`;
}

/** What must be done to the teams of a person before the person may leave the organization. */
export function teamKeysBefore(person: string, changes: readonly Change[], context: AtlasContext): readonly string[] {
  const teams = new Set(context.live.facts.users.get(person)?.teamIds ?? []);
  return teamChanges(changes, context).flatMap(({ change, live }) => {
    if (live?.remoteId === undefined || !teams.has(live.remoteId)) return [];
    return change.action === 'delete' ? [`${change.address}#delete`] : additionKeys(change, context);
  });
}
