/**
 * What becomes of a domain. Astro makes it PENDING until a DNS record proves the ownership; login methods bind only on
 * a VERIFIED domain, and single sign-on can only be mapped to one.
 */
import { formatAddress, type Address } from '../../core/address.js';
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { textOf } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { report, updateOf, waitsFor } from '../../core/settlement.js';
import * as manual from './manual-steps.js';
import { isOnlySso } from './needs.js';
import type { Settlement } from './settlement.js';
import { whyExcluded } from './tiers.js';

export function settleDomain(comparison: Comparison, settlement: Settlement): void {
  const { change, live, desired } = comparison;
  if (change?.action === 'create') settleCreation(comparison, settlement);
  else if (change?.action === 'delete') settleRemoval(comparison, settlement);
  else if (live === undefined || desired === undefined || desired.state === 'absent') return;
  else if (live.attributes['status'] === 'VERIFIED') settleVerified(comparison, settlement);
  else settlePending(comparison, live, settlement);
}

function settleCreation(comparison: Comparison, settlement: Settlement): void {
  const { change, address, name } = comparison;
  if (change?.action !== 'create') return;
  const { core } = settlement.context.live.facts;
  if (!core.writes) {
    settlement.manualSteps.push(manual.claimDomain(address, name, core.whyNot));
  } else {
    settlement.changes.push({ ...change, after: { status: 'PENDING' } });
    settlement.manualSteps.push(manual.verifyDomain(address, name, blockedByVerification(comparison, settlement)));
  }
  if (change.after['allowedMethods'] !== undefined) waitForVerification(comparison, settlement);
}

function settlePending(comparison: Comparison, live: LiveResource, settlement: Settlement): void {
  const { change, address, name } = comparison;
  const { core } = settlement.context.live.facts;
  settlement.manualSteps.push(manual.verifyDomain(address, name, blockedByVerification(comparison, settlement)));
  if (settlement.context.options.verifyDomains && core.writes) {
    settlement.changes.push(
      updateOf(comparison, settlement.context.organization.name, {
        before: live.attributes,
        after: { ...live.attributes, status: 'VERIFIED' },
        edits: [{ type: 'set', path: ['status'], before: live.attributes['status'], after: 'VERIFIED' }],
        reason: 'asks Astro to look for the DNS record; it stays PENDING where there is none yet',
      }),
    );
  }
  if (change?.action === 'update') waitForVerification(comparison, settlement);
}

function waitForVerification({ address, name }: Comparison, settlement: Settlement): void {
  waitsFor(settlement, address, `${name} to be verified; its login methods are set then`);
}

function blockedByVerification(
  { address, name }: Comparison,
  { comparisons, context }: Settlement,
): readonly Address[] {
  const sso = formatAddress(context.organization.name, 'sso', name);
  return comparisons.get(sso)?.desired?.state === 'present' ? [address, sso] : [address];
}

function settleVerified(comparison: Comparison, settlement: Settlement): void {
  const { change, address, name } = comparison;
  const { facts } = settlement.context.live;
  const isEnforcedLater = isOnlySso(
    comparison.desired?.attributes['allowedMethods'] ?? comparison.live?.attributes['allowedMethods'],
  );
  if (isEnforcedLater && facts.core.reads && !hasActiveSsoLater(comparison, settlement)) {
    report(settlement, comparison, 'error', {
      code: 'sso-lockout',
      summary: `${name} would allow only SSO while no active SSO connection serves it: nobody of ${name} could log in.`,
      hint: `Give ${name} an sso section with active: true, or allow another method.`,
    });
    return;
  }
  if (change?.action !== 'update') return;
  const excluded = whyExcluded(facts.plans, 'login-restriction');
  if (excluded !== undefined) {
    report(settlement, comparison, 'error', {
      code: 'plan-tier',
      summary: `The login methods of ${name} cannot be set: ${excluded}.`,
      hint: 'Upgrade the organization, or take allowedMethods out of the configuration.',
    });
    return;
  }
  if (facts.core.writes) {
    settlement.changes.push(change);
  } else {
    const methods = textList(change.after['allowedMethods']);
    settlement.manualSteps.push(manual.setLoginMethods(address, name, methods, facts.core.whyNot));
  }
}

/** As far as the plan can know: an enabling that the vendor refuses at run time skips the tightening. */
function hasActiveSsoLater({ name }: Comparison, { comparisons, context }: Settlement): boolean {
  const sso = comparisons.get(formatAddress(context.organization.name, 'sso', name));
  if (sso === undefined) {
    // Not managed here, or not in the targets of this plan: what is live stays.
    return context.live.resources.some(
      (resource) => resource.kind === 'sso' && resource.name === name && resource.attributes['active'] === true,
    );
  }
  if (sso.desired?.state === 'absent') return false;
  if (sso.change?.action === 'create' || sso.change?.action === 'update') return sso.change.after['active'] === true;
  return sso.live?.attributes['active'] === true;
}

function settleRemoval(comparison: Comparison, settlement: Settlement): void {
  const { change, address, name } = comparison;
  if (change?.action !== 'delete') return;
  const { core } = settlement.context.live.facts;
  const sso = formatAddress(settlement.context.organization.name, 'sso', name);
  const connection = settlement.context.live.resources.find(
    (resource) => resource.kind === 'sso' && resource.name === name,
  );
  if (connection !== undefined && settlement.comparisons.get(sso)?.change?.action !== 'delete') {
    report(settlement, comparison, 'error', {
      code: 'domain-in-use',
      summary: `${name} cannot be removed: the SSO connection "${textOf(connection.attributes['connection'])}" is mapped to it.`,
      hint: `Say that the connection goes too: ${name}: { state: absent, sso: none }.`,
    });
    return;
  }
  if (!core.writes) settlement.manualSteps.push(manual.removeDomain(address, name, core.whyNot));
  else if (!isOnlySso(change.before['allowedMethods'])) settlement.changes.push(change);
  else {
    const reason = `${change.reason}; every login method is allowed first, so that nobody is locked out in between`;
    settlement.changes.push({ ...change, reason });
  }
}
