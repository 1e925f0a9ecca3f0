/**
 * What becomes of a group. Members whom the service does not show are never taken out: they are only added to, and
 * where a service takes groups only whole, such a group is not written at all.
 */
import { formatAddress } from '../../core/address.js';
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { LiveResource } from '../../core/resource.js';
import { report, withEdits, type Update } from '../../core/settlement.js';
import type { Edit } from '../../core/shape.js';
import type { ScimNative } from './facts.js';
import { withoutForeignId } from './foreign-id.js';
import { knownMembers, showsAll, type KnownMembers } from './known-members.js';
import type { Settlement } from './settlement.js';
import { membersIn } from './whole-resource.js';

export function settleTeam(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change?.action === 'create') {
    const { members } = change.after;
    const after =
      members === undefined
        ? change.after
        : { ...change.after, members: known(textList(members), comparison, settlement) };
    settlement.changes.push({ ...change, after });
  } else if (change?.action === 'update') settleUpdate(comparison, change, settlement);
  else if (change !== undefined) settlement.changes.push(change);
}

function settleUpdate(comparison: Comparison, change: Update, settlement: Settlement): void {
  const { context } = settlement;
  const { live } = comparison;
  const seen = live === undefined ? undefined : knownMembers(live, context);
  const edits = withoutForeignId(change.edits, comparison, settlement).flatMap((edit): readonly Edit[] => {
    if (edit.type !== 'members') return [edit];
    const added = known(edit.added, comparison, settlement);
    const removed = seen === 'unseen' ? [] : known(edit.removed, comparison, settlement);
    return added.length + removed.length === 0 ? [] : [{ ...edit, added, removed }];
  });
  const update = withEdits(change, edits);
  if (update === undefined) return;
  if (context.live.facts.capabilities.patch || (live !== undefined && isReadWhole(live, seen))) {
    settlement.changes.push(update);
    return;
  }
  const coverage = context.live.coverage[`teamMembers/${live?.name ?? comparison.name}`];
  report(settlement, comparison, 'error', {
    code: 'group-members-unseen',
    summary: `Team "${comparison.name}" cannot be changed: the service takes groups only whole (it has no PATCH), and does not show for sure all of this one's members, so whoever is not shown would be taken out.`,
    ...(coverage?.complete === false && { detail: coverage.reason }),
    hint: 'Change this team in the service itself, or take it out of the configuration until the service has PATCH or shows the members of its groups.',
  });
}

/** Whether what was read of the group, and is to be sent back, holds all its members. */
function isReadWhole({ native }: LiveResource, seen: KnownMembers): boolean {
  const { whole } = native as ScimNative;
  return whole !== undefined && showsAll(membersIn(whole['members']).length, seen);
}

/** Those people who have one id, or will have. Of the others the core reports who is nobody at all. */
function known(people: readonly string[], comparison: Comparison, settlement: Settlement): readonly string[] {
  const { organization, live } = settlement.context;
  const isKnown = (person: string): boolean =>
    live.facts.idOf.has(person) || isCreated(formatAddress(organization.name, 'member', person), settlement);
  const others = new Set(people.filter((person) => !isKnown(person)));
  if (others.size === 0) return people;
  const twins = new Set(
    live.resources.filter(({ kind, name }) => kind === 'member' && others.has(name)).map(({ name }) => name),
  );
  const read = live.coverage['members'];
  for (const person of others) {
    if (twins.has(person)) {
      report(settlement, comparison, 'error', {
        code: 'ambiguous-name',
        summary: `${person} of team "${comparison.name}" may be either of several users: their user names differ in case at most.`,
        hint: `Rename or delete all but one of the users named ${person} in the service.`,
      });
    } else if (read?.complete === false) {
      report(settlement, comparison, 'warning', {
        code: 'team-member-unseen',
        summary: `${person} was not seen in ${organization.name} and is left out of the change of team "${comparison.name}".`,
        detail: read.reason,
        hint: 'Plan again when the people of the directory can be read completely.',
      });
    }
  }
  return people.filter((person) => !others.has(person));
}

function isCreated(address: string, { comparisons }: Settlement): boolean {
  return comparisons.get(address)?.change?.action === 'create';
}
