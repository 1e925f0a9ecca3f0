/** What becomes of a team: never empty, and new only with somebody active in it. */
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { report, waitsFor, withEdits, type Update } from '../../core/settlement.js';
import type { Edit } from '../../core/shape.js';
import { hasActive, membersOf, readinessOf } from './team-people.js';
import type { Settlement } from './settlement.js';

export function settleTeam(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change?.action === 'create') settleCreation(comparison, settlement);
  else if (change?.action === 'update') settleUpdate(comparison, change, settlement);
  else if (change !== undefined) settlement.changes.push(change);
}

function settleCreation(comparison: Comparison, settlement: Settlement): void {
  const { change, name, address } = comparison;
  if (change?.action !== 'create') return;
  const members = textList(change.after['members']);
  if (members.length === 0) {
    report(settlement, comparison, 'error', {
      code: 'team-would-be-empty',
      summary: `Team "${name}" cannot be created without members: Atlas has no empty teams.`,
      hint: 'Add members to it, at least one of whom is an active member of the organization.',
    });
    return;
  }
  // Whoever was not seen cannot be put into a team.
  if (settlement.context.live.coverage['members']?.complete === false) return;
  const { pending, invited, missing } = readinessOf(members, settlement);
  if (!hasActive(members, settlement)) {
    const waiting = [...pending, ...invited, ...missing].sort().join(', ');
    waitsFor(settlement, address, `${waiting} to accept the invitation; Atlas makes no team without an active person`);
    return;
  }
  const ready = withoutMissing(members, missing, comparison, settlement);
  settlement.changes.push({ ...change, after: { ...change.after, members: ready } });
}

function withoutMissing(
  people: readonly string[],
  missing: readonly string[],
  { address }: Comparison,
  settlement: Settlement,
): readonly string[] {
  if (missing.length > 0) waitsFor(settlement, address, `${missing.join(', ')} to be invited to the organization`);
  return people.filter((person) => !missing.includes(person));
}

function settleUpdate(comparison: Comparison, change: Update, settlement: Settlement): void {
  const edit = change.edits.find(({ path }) => path[0] === 'members');
  const others = change.edits.filter((other) => other !== edit);
  const edits = edit?.type === 'members' ? [...membersEdit(edit, comparison, settlement), ...others] : change.edits;
  const update = withEdits(change, edits);
  if (update !== undefined) settlement.changes.push(update);
}

type MembersEdit = Extract<Edit, { type: 'members' }>;

function membersEdit(wanted: MembersEdit, comparison: Comparison, settlement: Settlement): readonly Edit[] {
  const { name, address } = comparison;
  const { missing } = readinessOf(wanted.added, settlement);
  const edit = { ...wanted, added: withoutMissing(wanted.added, missing, comparison, settlement) };
  if (edit.added.length + edit.removed.length === 0) return [];
  const before = membersOf(comparison);
  const removed = new Set(edit.removed);
  const after = [...before, ...edit.added].filter((person) => !removed.has(person));
  if (edit.removed.length === 0 || hasActive(after, settlement)) return [edit];
  const { pending, invited } = readinessOf(after, settlement);
  const waiting = [...pending, ...invited].sort();
  if (waiting.length === 0) {
    report(settlement, comparison, 'error', {
      code: 'team-would-be-empty',
      summary: `Team "${name}" would be left without an active person, and Atlas has no empty teams.`,
      hint: `Put somebody else into the team before ${edit.removed.join(', ')} goes, or remove the team (state: absent).`,
    });
    return [];
  }
  waitsFor(
    settlement,
    address,
    `${waiting.join(', ')} to accept the invitation; until then ${edit.removed.join(', ')} stays in the team, which must not be empty`,
  );
  return edit.added.length === 0 ? [] : [{ ...edit, removed: [] }];
}
