/** `minOwners`: so many owners remain who can log in. It is proven where access is known, and counted in any case. */
import { formatAddress } from '../address.js';
import type { AccessSight } from '../access-sight.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { ownersIn, type Owners } from './owners.js';
import { ownerStanding, type OwnerStanding } from './owner-standing.js';

export const minOwners: Guard = { id: 'min-owners', judge };

function judge(context: GuardContext): GuardVerdict {
  const { organization, provider, access } = context;
  if (!provider.hasOwners) {
    const detail = `An organization of type ${provider.type} has no owners.`;
    return { status: 'not_applicable', detail, witnesses: [] };
  }
  const owners = ownersIn(context);
  const reliedOn = owners.touched
    ? owners.before.map((name) => formatAddress(organization.name, owners.kind, name))
    : [];
  const counted = count(context, owners);
  if (counted?.status === 'tripped') return { ...counted, reliedOn };
  const proven = access.sight === undefined ? undefined : prove(context, access.sight);
  if (proven !== undefined) return { ...proven, reliedOn };
  if (counted !== undefined) return { ...counted, reliedOn };
  return { status: 'passed', detail: 'This plan changes no member.', witnesses: [] };
}

/** By what is written of members. Undefined where that tells nothing: where the plan changes none, they were perhaps not even read. */
function count({ organization, live, access }: GuardContext, owners: Owners): GuardVerdict | undefined {
  if (!owners.touched) return undefined;
  const minimum = organization.guards.minOwners;
  const coverage = live.coverage['members'];
  if (coverage?.complete === false) {
    return { status: 'unproven', detail: `Members were not read completely: ${coverage.reason}`, witnesses: [] };
  }
  const { before, after, lost } = owners;
  const remaining = `${after.length} active ${after.length === 1 ? 'owner remains' : 'owners remain'}, ${minimum} required`;
  // A shortfall that was there before, and is not made worse here, is not this plan's to answer for.
  if (after.length < minimum && after.length < before.length) {
    return {
      status: 'tripped',
      detail: `${remaining}; this plan takes it from ${lost.join(', ')}. An invited owner does not count before accepting.`,
      witnesses: lost,
    };
  }
  if (minimum === 0) return { status: 'passed', detail: `${remaining}.`, witnesses: [] };
  // With a sight of access it is proven instead.
  if (access.sight !== undefined) return undefined;
  return {
    status: 'unproven',
    detail: `${remaining}; whether they can log in is not known: ${access.why}.`,
    witnesses: after.slice(0, 5),
  };
}

interface Standings {
  readonly sure: readonly string[];
  /** In words: who, and by which way. */
  readonly ways: readonly string[];
  readonly unsure: readonly { readonly person: string; readonly why: string }[];
}

function prove(context: GuardContext, sight: AccessSight): GuardVerdict {
  const { organization } = context;
  const minimum = organization.guards.minOwners;
  const after = standings(context, sight, 'after', minimum);
  const told = `${after.sure.length} ${after.sure.length === 1 ? 'owner' : 'owners'} can log in afterwards${after.ways.length === 0 ? '' : ` (${after.ways.join(', ')})`}, ${minimum} required`;
  if (after.sure.length >= minimum) return { status: 'passed', detail: `${told}.`, witnesses: after.sure };
  const before = standings(context, sight, 'before', Number.POSITIVE_INFINITY);
  const most = after.sure.length + after.unsure.length;
  const isWhole = sight.live.coverage['members']?.complete !== false;
  if (isWhole && most < minimum && before.sure.length > most) {
    const lost = before.sure.filter((person) => !after.sure.includes(person));
    return {
      status: 'tripped',
      detail: `${told}; this plan takes it from ${lost.join(', ')}. An invited owner, and one who needs the bypass link, does not count.`,
      witnesses: lost,
    };
  }
  if (isWhole && most < minimum && before.sure.length + before.unsure.length <= most) {
    return {
      status: 'passed',
      detail: `Warning: ${told}, but this plan takes none away.`,
      witnesses: after.sure,
      warns: 'Make somebody an owner who can log in.',
    };
  }
  const [open] = [...after.unsure, ...before.unsure];
  const why = open === undefined ? 'the members were not read completely' : `of ${open.person}: ${open.why}`;
  return {
    status: 'unproven',
    detail: `${told}; whether there are more is not known: ${why}.`,
    witnesses: after.sure,
    // Members that were not read completely are told of already.
    ...(open !== undefined && { warns: 'Look at who can log in as an owner before you apply this.' }),
  };
}

/** In the order of their names, until there are enough. */
function standings(
  { idpGroups }: GuardContext,
  { rules, ...views }: AccessSight,
  side: 'before' | 'after',
  enough: number,
): Standings {
  const sure: string[] = [];
  const ways: string[] = [];
  const unsure: { person: string; why: string }[] = [];
  const view = views[side];
  for (const person of view.people) {
    if (sure.length >= enough) break;
    const standing = ownerStanding(rules, view, person, idpGroups);
    if (standing.verdict === 'yes') {
      sure.push(person);
      ways.push(wayOf(person, standing));
    } else if (standing.verdict === 'unknown') unsure.push({ person, why: standing.why });
  }
  return { sure, ways, unsure };
}

/** `alice@acme.com by sso via acme-okta` */
function wayOf(person: string, { method, identityProvider }: OwnerStanding & { readonly verdict: 'yes' }): string {
  return `${person} by ${method}${identityProvider === undefined ? '' : ` via ${identityProvider}`}`;
}
