/** What a plan warns of: nothing here is refused by Atlas, and everything here surprises people later. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { expiryWarning } from '../../core/certificates.js';
import { textList } from '../../core/diff.js';
import { compareText, textOf, type JsonObject } from '../../core/json.js';
import type { DesiredResource } from '../../core/resource.js';
import { domainsAllowedAfter } from './allowed-domains.js';
import { lastExpiry, liveValidities } from './certificate-dates.js';
import { connectionOf, domainOf, mappedProvider, type IdentityProvider } from './facts.js';
import { isForgotten } from './membership.js';
import { unknownDomains } from './settle-identity-provider.js';
import { isLeaving } from './team-people.js';
import { allOrganizations, loginAfter, mappingAddress, type Settlement } from './settlement.js';

export function warnings(settlement: Settlement): readonly Diagnostic[] {
  return [
    ...expiringCertificates(settlement),
    ...conflicts(settlement),
    ...shadowedDefaults(settlement),
    ...providersHere(settlement).flatMap((desired) => [
      ...unverifiedDomains(desired, settlement),
      ...sharedDomains(desired, settlement),
    ]),
  ];
}

type Warning = Omit<Diagnostic, 'severity' | 'source'>;

function warning(text: Warning, at?: DesiredResource): Diagnostic {
  return { severity: 'warning', ...text, ...(at?.source !== undefined && { source: at.source }) };
}

function providersHere({ comparisons }: Settlement): readonly DesiredResource[] {
  return [...comparisons.values()].flatMap(({ kind, desired }) =>
    kind === 'identity-provider' && desired?.state === 'present' ? [desired] : [],
  );
}

/** Of every identity provider that this organization holds or uses; without a place, so that each is said once. */
function expiringCertificates(settlement: Settlement): readonly Diagnostic[] {
  const { context } = settlement;
  const { facts } = context.live;
  const managed = new Map(
    providersHere(settlement).map((desired) => [textOf(desired.attributes['displayName']), desired]),
  );
  const login = loginAfter(settlement);
  const used = [
    mappedProvider(facts, context.organization.id),
    login.state === 'attached' ? login.provider : undefined,
  ];
  const relevant = (facts.federation?.identityProviders ?? []).filter(
    (provider) => provider.protocol === 'SAML' && (used.includes(provider) || managed.has(provider.displayName)),
  );
  const live = relevant.map((provider) => ({
    summary: `The signing certificate of the identity provider ${provider.displayName}`,
    expiry: lastExpiry(liveValidities(provider)),
  }));
  const written = [...managed].flatMap(([name, { attributes }]) => {
    const validities = textList(attributes['certificates']);
    const isLive = relevant.some(
      (provider) => provider.displayName === name && same(liveValidities(provider), validities),
    );
    const summary = `The signing certificate in the configuration of the identity provider ${name}`;
    return isLive || validities.length === 0 ? [] : [{ summary, expiry: lastExpiry(validities) }];
  });
  return [...live, ...written].flatMap(({ summary, expiry }) => {
    const text = expiryWarning(expiry, context.options.now);
    if (text === undefined) return [];
    return [
      warning({
        code: 'certificate-expiry',
        summary: `${summary} ${text}.`,
        detail: 'When it is expired, nobody can log in through it.',
        hint: 'Get the new certificate from the identity provider and put its file under certificates.',
      }),
    ];
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

/** People whom a new restriction would keep out if they were not in already. */
function conflicts(settlement: Settlement): readonly Diagnostic[] {
  const { context, comparisons } = settlement;
  const mapping = comparisons.get(mappingAddress(context));
  const edits = mapping?.change?.action === 'update' ? mapping.change.edits : [];
  const isRestricted = edits.some(({ path }) => path[0] === 'allowedDomains' || path[0] === 'domainRestriction');
  const allowed = isRestricted ? domainsAllowedAfter(settlement) : undefined;
  if (allowed === undefined || mapping === undefined) return [];
  const outside = [...context.live.facts.users.values()]
    .filter(({ email, status }) => !allowed.has(domainOf(email)) && !isForgotten({ attributes: { status } }))
    .filter(({ email }) => !isLeaving(email, settlement))
    .map(({ email }) => email)
    .sort(compareText);
  if (outside.length === 0) return [];
  return [
    warning(
      {
        code: 'user-conflicts',
        summary: `Outside the new allowedDomains of ${context.organization.name}: ${outside.join(', ')}.`,
        detail:
          'Atlas keeps them as members; once they leave they cannot join again, and who is invited cannot accept.',
        hint: 'Add their domains to allowedDomains, or remove them.',
        address: mapping.address,
      },
      mapping.desired,
    ),
  ];
}

/** Atlas gives the default roles only to those whom no mapping gives a role. */
function shadowedDefaults(settlement: Settlement): readonly Diagnostic[] {
  const { context, comparisons } = settlement;
  const mapping = comparisons.get(mappingAddress(context));
  const roles = textList(mapping?.desired?.attributes['defaultRoles']);
  if (mapping === undefined || roles.length === 0) return [];
  const live = connectionOf(context.live.facts, context.organization.id)?.mappings ?? [];
  const groups = new Set(live.map(({ group }) => group));
  for (const { kind, name, change, desired } of comparisons.values()) {
    if (kind !== 'role-mapping') continue;
    if (change?.action === 'delete') groups.delete(name);
    else if (desired?.state === 'present') groups.add(name);
  }
  if (groups.size === 0) return [];
  return [
    warning(
      {
        code: 'default-role-shadowed',
        summary: `The default ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')} of ${context.organization.name} never ${roles.length === 1 ? 'applies' : 'apply'} to people whom a role mapping gives a role (${list([...groups].sort(compareText))}).`,
        detail: 'Atlas applies default roles at a login only where no mapping gives a role.',
        hint: 'Map what these groups need as well, if the default is meant for everybody.',
        address: mapping.address,
      },
      mapping.desired,
    ),
  ];
}

function list(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}

function unverifiedDomains(desired: DesiredResource, settlement: Settlement): readonly Diagnostic[] {
  if (settlement.context.live.facts.federation === undefined) return [];
  return unknownDomains(desired.attributes, settlement).map((domain) =>
    warning(
      {
        code: 'domain-not-verified',
        summary: `${domain} is not known to be verified in the federation, so it is not associated with ${textOf(desired.attributes['displayName'])}.`,
        detail: 'Atlas tells only of domains that some identity provider has, and refuses those that are not verified.',
        hint: 'Follow the manual step; then plan with --verify-domains.',
        address: desired.address,
      },
      desired,
    ),
  );
}

/** People of a domain that two identity providers of one protocol have are sent to one of them, and nobody says to which. */
function sharedDomains(desired: DesiredResource, settlement: Settlement): readonly Diagnostic[] {
  const name = textOf(desired.attributes['displayName']);
  const others = domainsOfOthers(desired, settlement);
  return textList(desired.attributes['domains']).flatMap((domain) => {
    const holders = others.filter(({ domains }) => domains.includes(domain)).map((other) => other.name);
    if (holders.length === 0) return [];
    return [
      warning(
        {
          code: 'domain-at-two-identity-providers',
          summary: `${domain} is at two identity providers: ${[name, ...holders].sort(compareText).join(' and ')}.`,
          detail: 'Which of them its people are sent to is not documented.',
          hint: 'Take the domain from one of them.',
          address: desired.address,
        },
        desired,
      ),
    ];
  });
}

/** As they will be: what the configuration says where it manages them, else what is live. */
function domainsOfOthers(
  desired: DesiredResource,
  { context }: Settlement,
): readonly { readonly name: string; readonly domains: readonly string[] }[] {
  const written = allOrganizations(context)
    .flatMap(({ organization }) => organization.resources)
    .filter(({ kind }) => kind === 'identity-provider');
  const isOther = (attributes: JsonObject): boolean =>
    attributes['displayName'] !== desired.attributes['displayName'] &&
    attributes['protocol'] === desired.attributes['protocol'];
  const wanted = new Map(
    written
      .filter(({ attributes }) => isOther(attributes))
      .map(({ state, attributes }) => [
        textOf(attributes['displayName']),
        state === 'absent' ? [] : attributes['domains'] === undefined ? undefined : textList(attributes['domains']),
      ]),
  );
  const live = (context.live.facts.federation?.identityProviders ?? []).filter(({ displayName, protocol }) =>
    isOther({ displayName, protocol }),
  );
  const names = new Set([...wanted.keys(), ...live.map((provider: IdentityProvider) => provider.displayName)]);
  return [...names].sort(compareText).map((name) => ({
    name,
    domains: wanted.get(name) ?? live.find(({ displayName }) => displayName === name)?.domains ?? [],
  }));
}
