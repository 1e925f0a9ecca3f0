/** `maxNewOwners`: a plan makes no more people owners than that, and nobody whom no one has named. */
import type { Diagnostic } from '../diagnostics.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { newOwners, strangersAsOwners } from './new-owners.js';

export const maxNewOwners: Guard = { id: 'max-new-owners', judge };

function judge(context: GuardContext): GuardVerdict | undefined {
  const { organization, provider } = context;
  const limit = organization.guards.maxNewOwners;
  if (limit === undefined) return undefined;
  if (!provider.hasOwners) {
    const detail = `An organization of type ${provider.type} has no owners.`;
    return { status: 'not_applicable', detail, witnesses: [] };
  }
  const { people, anyone } = newOwners(context);
  const tells = [
    ...(people.length > limit ? [`${people.length} would become owners (limit: ${limit}): ${people.join(', ')}`] : []),
    ...(anyone.length > 0 ? [`whoever comes by ${anyone.join(', ')} would be an owner`] : []),
  ];
  // These facts are the same where the changes are; who may log in is not asked again before the first write.
  if (tells.length > 0) {
    return { status: 'tripped', detail: `${tells.join('; ')}.`, witnesses: [...people, ...anyone] };
  }
  const strangers = strangersAsOwners(context);
  if (strangers.length > 0) {
    return { status: 'tripped', detail: `${strangers.join(', ')} could come as owners.`, witnesses: strangers };
  }
  const { access } = context;
  if (access.sight === undefined && provider.access !== undefined) {
    const detail = `Who may come as an owner is not known: ${access.why}.`;
    return {
      status: 'unproven',
      detail,
      witnesses: people,
      warns: 'Give the token the rights to read login settings.',
    };
  }
  return { status: 'passed', detail: `${people.length} would become owners (limit: ${limit}).`, witnesses: people };
}

/** Where no limit is asked for, that anyone may come as an owner is said all the same. */
export function openOwners(context: GuardContext): readonly Diagnostic[] {
  if (context.organization.guards.maxNewOwners !== undefined) return [];
  const { name } = context.organization;
  const { anyone } = newOwners(context);
  const tell = (who: string, address: string): Diagnostic => ({
    severity: 'warning',
    code: 'open-owners',
    summary: `${who} would be an owner of ${name}.`,
    hint: 'Give owners their role by name; guards.maxNewOwners forbids the rest.',
    address,
  });
  if (anyone.length > 0) return anyone.map((address) => tell(`Whoever comes by ${address}`, address));
  return strangersAsOwners(context).map((person) => tell(`Whoever comes as ${person}`, name));
}
