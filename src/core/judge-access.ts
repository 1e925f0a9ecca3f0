/** What a plan does to access, organization by organization, as far as they were read for it. */
import { askAccess } from './access.js';
import { accessChanges } from './access-changes.js';
import { causesIn } from './access-causes.js';
import {
  sightOfAccess,
  type AccessSight,
  type ChangedOrganization,
  type SightOfAccess,
  type WholeReading,
} from './access-sight.js';
import type { Diagnostic } from './diagnostics.js';
import type { Operation } from './operation.js';
import type { AccessChange } from './plan-document.js';
import type { KindSpec } from './provider.js';
import { transientLosses } from './transient-access.js';

export interface JudgedAccess {
  readonly access: SightOfAccess;
  readonly accessChanges: readonly AccessChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Without readings nothing was asked for. In the order of `organizations`, which are all that are planned together. */
export function judgeAccess(
  organizations: readonly ChangedOrganization[],
  readings: ReadonlyMap<string, WholeReading> | undefined,
  idpGroups: readonly string[] | undefined,
): readonly JudgedAccess[] {
  const concerned = new Set(concernedOrganizations(organizations));
  return organizations.map((organization) => {
    if (readings === undefined || !concerned.has(organization.desired.name)) {
      return { access: { sight: undefined, why: 'it was not asked for' }, accessChanges: [], diagnostics: [] };
    }
    const { desired, provider, changes } = organization;
    const access = sightOfAccess(organization, organizations, readings);
    if (access.sight === undefined) {
      const diagnostics = provider.access === undefined ? [] : [unknownAccess(desired.name, access.why)];
      return { access, accessChanges: [], diagnostics };
    }
    const peers = sharersOf(organization, organizations).flatMap((peer) => peer.changes.filter(isSharedIn(peer)));
    return {
      access,
      accessChanges: accessChanges({
        organization: desired.name,
        sight: access.sight,
        causes: causesIn(changes, peers, provider.kinds),
        provider,
        idpGroups,
      }),
      diagnostics: returning(organization, access.sight),
    };
  });
}

/** By name: those whose people a plan may concern, by its own changes or by those of what they share with others. */
export function concernedOrganizations(organizations: readonly ChangedOrganization[]): readonly string[] {
  return organizations
    .filter(
      (organization) =>
        organization.changes.length > 0 ||
        sharersOf(organization, organizations).some((peer) => peer.changes.some(isSharedIn(peer))),
    )
    .map(({ desired }) => desired.name);
}

/** Who loses access for a while only. */
export function judgeOrder(
  organizations: readonly ChangedOrganization[],
  judged: readonly JudgedAccess[],
  operations: readonly Operation[],
  idpGroups: readonly string[] | undefined,
): readonly Diagnostic[] {
  return organizations.flatMap((organization, index) => {
    const sight = judged[index]?.access.sight;
    if (sight === undefined) return [];
    const { live, rules, before, after } = sight;
    const domains = before.domains.filter((domain) => after.domains.includes(domain));
    const peers = sharersOf(organization, organizations).map((peer) => ({
      ...peer,
      changes: peer.changes.filter(isSharedIn(peer)),
    }));
    return transientLosses({ live, rules, domains, organization, peers, operations, idpGroups });
  });
}

function sharersOf(
  { desired }: ChangedOrganization,
  organizations: readonly ChangedOrganization[],
): readonly ChangedOrganization[] {
  return organizations.filter((peer) => peer.desired.type === desired.type && peer.desired.name !== desired.name);
}

function isSharedIn({ provider }: ChangedOrganization): (change: { readonly kind: string }) => boolean {
  const shared = kindsWhere(provider.kinds, (spec) => spec.shared === true);
  return ({ kind }) => shared.has(kind);
}

function kindsWhere(kinds: readonly KindSpec[], holds: (spec: KindSpec) => boolean): ReadonlySet<string> {
  return new Set(kinds.filter(holds).map(({ kind }) => kind));
}

/** Whoever is removed, but may come back by the next login. */
function returning({ changes, provider }: ChangedOrganization, sight: AccessSight): readonly Diagnostic[] {
  const { rules, after } = sight;
  const people = kindsWhere(provider.kinds, ({ collection }) => collection === 'members');
  return changes.flatMap(({ kind, action, name, address, source }): readonly Diagnostic[] => {
    if (action !== 'delete' || !people.has(kind)) return [];
    const ways = rules.methods
      .map(({ name: method }) => askAccess(rules, after, { person: name, method, idpGroups: undefined }))
      .filter(({ allowed, bypass, path }) => allowed !== 'no' && !bypass && path === 'jit');
    const [first] = ways;
    if (first === undefined) return [];
    const through = first.identityProvider === undefined ? '' : ` through ${first.identityProvider}`;
    return [
      {
        severity: 'warning',
        code: 'may-return',
        summary: `${name} is removed, and may join again just in time${through}.`,
        hint: 'Take the person out at the identity provider, too.',
        address,
        ...(source !== undefined && { source }),
      },
    ];
  });
}

function unknownAccess(organization: string, why: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'access-unknown',
    summary: `Who gains or loses access to ${organization} is not known: ${why}.`,
    hint: 'Give the token the rights to read members, teams and login settings.',
    address: organization,
  };
}
