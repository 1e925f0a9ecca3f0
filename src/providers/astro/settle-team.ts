/**
 * What becomes of a team. While SCIM is on, or where the identity provider owns the team, only roles are ours: a
 * wanted difference of name, description or membership is blocked (Astro refuses it, and the IdP would undo it); but
 * from a team that the identity provider does not own people may be removed.
 */
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { Json } from '../../core/json.js';
import type { Edit } from '../../core/shape.js';
import { report, waitsFor, withEdits } from '../../core/settlement.js';
import type { Settlement } from './settlement.js';
import { whyExcluded } from './tiers.js';

export function settleTeam(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change === undefined) return;
  const excluded = whyExcluded(settlement.context.live.facts.plans, 'teams');
  if (excluded !== undefined && change.action !== 'delete') {
    report(settlement, comparison, 'error', {
      code: 'plan-tier',
      summary: `Team "${comparison.name}" cannot be managed: ${excluded}.`,
      hint: 'Upgrade the organization, or take the teams out of the configuration.',
    });
    return;
  }
  if (change.action === 'create') settleCreation(comparison, settlement);
  else if (change.action === 'update') settleUpdate(comparison, settlement);
  else settlement.changes.push(change);
}

/** SCIM is on, and this plan does not switch it off first. */
export function isScimInForce({ context, comparisons }: Settlement): boolean {
  if (!context.live.facts.scimEnabled) return false;
  return ![...comparisons.values()].some(
    ({ kind, change }) => kind === 'settings' && change?.action === 'update' && change.after['scimEnabled'] === false,
  );
}

function settleCreation(comparison: Comparison, settlement: Settlement): void {
  const { change, address, name } = comparison;
  if (change?.action !== 'create') return;
  if (isScimInForce(settlement)) {
    settlement.blocked.push({
      address,
      owner: 'scim',
      direction: 'missing',
      detail: `team "${name}" must come from the identity provider: Astro refuses new teams while SCIM is on`,
    });
    return;
  }
  const members = textList(change.after['members']);
  const { ready } = splitByReadiness(members, comparison, settlement);
  settlement.changes.push({
    ...change,
    after: { ...change.after, ...(change.after['members'] !== undefined && { members: ready }) },
  });
}

function settleUpdate(comparison: Comparison, settlement: Settlement): void {
  const { change, live, address } = comparison;
  if (change?.action !== 'update' || live === undefined) return;
  const owned = live.native['isIdpManaged'] === true || isScimInForce(settlement);
  if (!owned) {
    const edits = change.edits.flatMap((edit) => readyEdit(edit, comparison, settlement));
    const update = withEdits(change, edits);
    if (update !== undefined) settlement.changes.push(update);
    return;
  }
  const blocked = (direction: 'missing' | 'extra' | 'changed', detail: string): void => {
    settlement.blocked.push({ address, owner: 'scim', direction, detail });
  };
  if (change.previousAddress !== undefined)
    blocked('changed', `still named "${live.name}": the name cannot be changed while SCIM manages teams`);
  const kept = change.edits.filter(isRoleEdit);
  for (const edit of change.edits) {
    if (edit.type === 'members' && edit.path[0] === 'members') {
      if (edit.added.length > 0) blocked('missing', `not in the team: ${edit.added.join(', ')}`);
      if (edit.removed.length === 0) continue;
      // Astro still lets people be taken out of a team that was there before SCIM was switched on (product docs).
      if (live.native['isIdpManaged'] === true) blocked('extra', `still in the team: ${edit.removed.join(', ')}`);
      else kept.push({ ...edit, added: [] });
    } else if (edit.path[0] === 'description') {
      blocked('changed', 'the description cannot be changed while SCIM manages teams');
    }
  }
  // Without the rename the change is one of the team under its live name.
  const { previousAddress, ...rest } = change;
  const unrenamed =
    previousAddress === undefined
      ? rest
      : { ...rest, address: previousAddress, name: live.name, reason: 'differs from the configuration' };
  const update = withEdits(unrenamed, kept);
  if (update !== undefined) settlement.changes.push(update);
}

function isRoleEdit({ path }: Edit): boolean {
  return path[0] === 'role' || path[0] === 'workspaces';
}

function readyEdit(edit: Edit, comparison: Comparison, settlement: Settlement): readonly Edit[] {
  if (edit.type !== 'members' || edit.path[0] !== 'members') return [edit];
  const { ready } = splitByReadiness(edit.added, comparison, settlement);
  return ready.length + edit.removed.length === 0 ? [] : [{ ...edit, added: ready }];
}

/** Only active people can be put into a team: whether Astro takes an invitee is not documented, so they wait. */
function splitByReadiness(
  people: readonly Json[],
  comparison: Comparison,
  settlement: Settlement,
): { ready: string[] } {
  const { users } = settlement.context.live.facts;
  const ready: string[] = [];
  const invited: string[] = [];
  const inactive: string[] = [];
  for (const person of textList(people)) {
    const status = users.get(person)?.status;
    (status === 'ACTIVE' ? ready : status === undefined || status === 'PENDING' ? invited : inactive).push(person);
  }
  if (settlement.context.live.coverage['members']?.complete !== false) {
    const waitFor = (persons: readonly string[], what: string): void => {
      if (persons.length === 0) return;
      waitsFor(settlement, comparison.address, `${persons.join(', ')} to ${what}; team membership follows then`);
    };
    waitFor(invited, 'accept the invitation');
    waitFor(inactive, 'become active again');
  }
  return { ready };
}
