/** What becomes of the organization's settings: one call for any combination, which demands all three fields. */
import type { Comparison } from '../../core/change.js';
import { report } from '../../core/settlement.js';
import type { Settlement } from './settlement.js';
import { whyExcluded } from './tiers.js';

export function settleSettings(comparison: Comparison, settlement: Settlement): void {
  const { change } = comparison;
  if (change?.action !== 'update') return;
  const turnsOnScim = change.before['scimEnabled'] !== true && change.after['scimEnabled'] === true;
  const excluded = turnsOnScim ? whyExcluded(settlement.context.live.facts.plans, 'scim') : undefined;
  if (excluded !== undefined) {
    report(settlement, comparison, 'error', {
      code: 'plan-tier',
      summary: `SCIM cannot be switched on: ${excluded}.`,
      hint: 'Upgrade the organization, or set scim: { enabled: false }.',
    });
  } else if (change.after['billingEmail'] === undefined) {
    report(settlement, comparison, 'error', {
      code: 'billing-email-needed',
      summary: 'The organization has no billing e-mail, and Astro demands one with every change of its settings.',
      hint: 'Add settings: { billingEmail: ... }.',
    });
  } else {
    settlement.changes.push(change);
  }
}
