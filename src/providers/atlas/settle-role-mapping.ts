/** What becomes of a role mapping: Atlas changes none while no identity provider is attached. */
import type { Comparison } from '../../core/change.js';
import { report, waitsFor } from '../../core/settlement.js';
import { connectionOf } from './facts.js';
import { isUnconnected, loginAfter, type Settlement } from './settlement.js';

export function settleRoleMapping(comparison: Comparison, settlement: Settlement): void {
  const { change, address, name } = comparison;
  if (change === undefined) return;
  const { context } = settlement;
  if (isUnconnected(context)) {
    waitsFor(settlement, address, `${context.organization.name} to be connected to the federation`);
    return;
  }
  const login = loginAfter(settlement);
  const isAttached = connectionOf(context.live.facts, context.organization.id)?.identityProviderId !== undefined;
  if (login.state === 'waiting') {
    // The group may mean something else at the identity provider that is attached now.
    waitsFor(settlement, address, `the identity provider ${login.name} to be there and attached`);
  } else if (login.state === 'none' && change.action !== 'delete') {
    report(settlement, comparison, 'error', {
      code: 'needs-identity-provider',
      summary: `The role mapping of "${name}" needs an identity provider, and ${context.organization.name} has none.`,
      hint: 'Name one in authentication.identityProvider, or take the role mappings out.',
    });
  } else if (login.state === 'none' && !isAttached) {
    waitsFor(settlement, address, 'an identity provider to be attached; until then the mapping gives nobody a role');
  } else {
    settlement.changes.push(change);
  }
}
