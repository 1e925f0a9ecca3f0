/** Says of which groups the members are not known in full, and why. */
import { formatAddress } from '../../core/address.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { DesiredOrganization } from '../../core/resource.js';
import type { Membership } from './membership.js';

/** One for each reason. */
export function hiddenDiagnostics(
  { name: organization }: DesiredOrganization,
  memberships: readonly Membership[],
): readonly Diagnostic[] {
  const byReason = new Map<string, string[]>();
  for (const { name, hidden } of memberships) {
    if (hidden !== undefined) byReason.set(hidden, [...(byReason.get(hidden) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) => ({
    severity: 'warning',
    code: 'members-hidden',
    summary: `Who is in ${listed(names)} of ${organization} could not be read completely.`,
    detail: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    hint: 'Nobody is removed from such a group, only added. Let the service show the members, or plan with --allow-incomplete.',
    address: formatAddress(organization, 'team', names[0]),
  }));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`);
  const others = names.length - shown.length;
  return `${names.length === 1 ? 'team' : 'teams'} ${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
