/** `minOwners`: so many owners remain. */
import { formatAddress } from '../address.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { ownersIn } from './owners.js';

export const minOwners: Guard = { id: 'min-owners', judge };

function judge(context: GuardContext): GuardVerdict {
  const { organization, live, provider } = context;
  const minimum = organization.guards.minOwners;
  if (!provider.hasOwners) {
    const detail = `An organization of type ${provider.type} has no owners.`;
    return { status: 'not_applicable', detail, witnesses: [] };
  }
  const owners = ownersIn(context);
  if (!owners.touched) return { status: 'passed', detail: 'This plan changes no member.', witnesses: [] };
  const reliedOn = owners.before.map((name) => formatAddress(organization.name, owners.kind, name));
  const coverage = live.coverage['members'];
  if (coverage?.complete === false) {
    const detail = `Members were not read completely: ${coverage.reason}`;
    return { status: 'unproven', detail, witnesses: [], reliedOn };
  }
  const count = `${owners.after.length} active ${owners.after.length === 1 ? 'owner remains' : 'owners remain'}, ${minimum} required`;
  const witnesses = owners.after.slice(0, 5);
  if (owners.after.length >= minimum) return { status: 'passed', detail: `${count}.`, witnesses, reliedOn };
  // A shortfall that was there before, and is not made worse here, is not this plan's to answer for.
  if (owners.after.length >= owners.before.length) {
    return { status: 'passed', detail: `Warning: ${count}, but this plan takes none away.`, witnesses, reliedOn };
  }
  return {
    status: 'tripped',
    detail: `${count}; this plan takes it from ${owners.lost.join(', ')}. An invited owner does not count before accepting.`,
    witnesses: owners.lost,
    reliedOn,
  };
}
