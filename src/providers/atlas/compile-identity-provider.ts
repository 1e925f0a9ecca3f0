/**
 * Requests for identity providers. An update carries the whole of what was read, since what leaving a field out means
 * is not documented; certificates, which cannot be read, only where they change.
 */
import { formatAddress } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { objectOf, textList } from '../../core/diff.js';
import { textOf, type Json, type JsonObject } from '../../core/json.js';
import { makesWhole } from '../../core/partial-effects.js';
import type { DesiredResource, LiveResource } from '../../core/resource.js';
import type { Update } from '../../core/settlement.js';
import { providerFields } from './kinds.js';
import { allOrganizations, desiredMapping, detachmentKeys, usersOf, type AtlasContext } from './settlement.js';
import { federationPath, step, type Step } from './step.js';

export function compileIdentityProvider(
  change: Change,
  live: LiveResource | undefined,
  context: AtlasContext,
): readonly Step[] {
  const desired = context.organization.resources.find(({ address }) => address === change.address);
  if (change.action === 'create') return [creation(change, desired, context)];
  if (live === undefined) return [];
  const path = federationPath(context, `/identityProviders/${encodeURIComponent(live.remoteId ?? '')}`);
  if (change.action === 'delete') {
    return [
      step({
        key: `${change.address}#delete`,
        method: 'DELETE',
        path,
        addresses: [change.address],
        needs: keysOfLeaving(live, context),
      }),
    ];
  }
  return change.action === 'update' ? update(change, desired, live, path, context) : [];
}

/** Whoever is to leave it goes first. */
function keysOfLeaving(live: LiveResource, context: AtlasContext): readonly string[] {
  return usersIn(live, context).leaving.flatMap(detachmentKeys);
}

/** More people come through it than before. */
function comesToMore({ before, after }: Update): boolean {
  if (after['active'] !== true) return false;
  const had = textList(before['domains']);
  return before['active'] !== true || textList(after['domains']).some((domain) => !had.includes(domain));
}

function comesToLess(change: Update): boolean {
  const has = textList(change.after['domains']);
  return !comesToMore(change) && textList(change.before['domains']).some((domain) => !has.includes(domain));
}

/**
 * What gives roles to those who come through it: it is there first, or they would have none for a while. Where an
 * organization only comes to use it by this plan, its role mappings can be made no earlier.
 */
function keysOfRoles(live: LiveResource, context: AtlasContext): readonly string[] {
  const { federation } = context.live.facts;
  const provider = federation?.identityProviders.find(({ id }) => id === live.remoteId);
  if (provider === undefined) return [];
  return allOrganizations(context).flatMap(({ organization }) => {
    const uses = federation?.organizations.get(organization.id)?.identityProviderId === provider.oktaIdpId;
    const mapping = desiredMapping(organization);
    const wanted = mapping?.attributes['identityProvider'];
    if (!uses || mapping?.leaves === true || (wanted !== undefined && wanted !== provider.name)) return [];
    const mappings = organization.resources.filter(({ kind }) => kind === 'role-mapping');
    return [
      `${formatAddress(organization.name, 'idp-mapping')}#update`,
      ...mappings.flatMap(({ address }) => [`${address}#create`, `${address}#update`]),
    ];
  });
}

function isUsedBySeveral(live: LiveResource, context: AtlasContext): boolean {
  const { leaving, staying } = usersIn(live, context);
  return leaving.length + staying.length > 1;
}

function usersIn(live: LiveResource, context: AtlasContext): ReturnType<typeof usersOf> {
  const provider = context.live.facts.federation?.identityProviders.find(({ id }) => id === live.remoteId);
  return provider === undefined ? { leaving: [], staying: [] } : usersOf(provider, context);
}

function creation(
  { address, after }: Extract<Change, { action: 'create' }>,
  desired: DesiredResource | undefined,
  context: AtlasContext,
): Step {
  const displayName = textOf(desired?.attributes['displayName']);
  return step({
    key: `${address}#create`,
    method: 'POST',
    path: federationPath(context, '/identityProviders'),
    body: {
      displayName,
      protocol: 'OIDC',
      idpType: after['idpType'] ?? 'WORKFORCE',
      ...fieldsToSend(after, () => true),
    },
    addresses: [address],
    retry: 'check-first',
    naturalKey: { kind: 'identity-provider', displayName },
    creates: address,
  });
}

function update(
  change: Update,
  desired: DesiredResource | undefined,
  live: LiveResource,
  path: string,
  context: AtlasContext,
): readonly Step[] {
  const { address, before, after } = change;
  const known = context.live.facts.federation?.verifiedDomains;
  const unknown = textList(after['domains']).filter(
    (domain) => known?.has(domain) !== true && !textList(before['domains']).includes(domain),
  );
  const sure = { ...after, domains: textList(after['domains']).filter((domain) => !unknown.includes(domain)) };
  const edited = new Set(change.edits.map((edit) => edit.path[0] ?? ''));
  // Where the last domain goes it becomes inactive by itself.
  const turnsOff = before['active'] === true && after['active'] === false;
  const isAsked = desired?.attributes['active'] === after['active'];
  if (!isAsked) edited.delete('active');
  // With nothing to do but to try unknown domains, one request is enough.
  const isOnlyTry = unknown.length > 0 && edited.size === 1 && same(sure['domains'], textList(before['domains']));
  const isShared = isUsedBySeveral(live, context);
  const steps: Step[] = [];
  if (!isOnlyTry) {
    steps.push(
      step({
        key: `${address}#${turnsOff ? 'deactivate' : comesToLess(change) ? 'narrow' : 'update'}`,
        method: 'PATCH',
        path,
        body: wholeWith(live, sure, edited, desired, isShared),
        addresses: [address],
        needs: [
          ...(turnsOff ? keysOfLeaving(live, context) : []),
          ...(comesToMore(change) ? keysOfRoles(live, context) : []),
        ],
        ...makesWhole(address, sure),
      }),
    );
  }
  if (unknown.length > 0) {
    steps.push(
      step({
        key: `${address}#verify`,
        method: 'PATCH',
        path,
        body: wholeWith(live, after, edited, desired, isShared),
        addresses: [address],
        needs: steps.map(({ key }) => key),
        toleratesRefusal: `${unknown.join(', ')}: not verified yet, so not associated`,
      }),
    );
  }
  return steps;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

function wholeWith(
  live: LiveResource,
  after: JsonObject,
  edited: ReadonlySet<string>,
  desired: DesiredResource | undefined,
  isShared: boolean,
): JsonObject {
  const { status, ...whole } = live.native;
  const isSaml = after['protocol'] === 'SAML';
  return {
    ...whole,
    ...(status !== undefined && isSent(status, after, desired, isShared) && { status }),
    ...fieldsToSend(after, (field) => edited.has(field)),
    ...(isSaml && { ssoDebugEnabled: after['ssoDebug'] === true }),
    ...(isSaml && edited.has('active') && { status: after['active'] === true ? 'ACTIVE' : 'INACTIVE' }),
    ...(edited.has('certificates') && { pemFileInfo: pemFileInfo(desired) }),
  };
}

/**
 * A SAML one without domains shows INACTIVE whatever it is, so sending that back may change it; it is sent only where the
 * YAML says so; nor is ACTIVE sent where no domain is left, as Atlas activates none without. Not while several organizations use it: then Atlas takes it for deactivating, and refuses.
 */
function isSent(status: Json, after: JsonObject, desired: DesiredResource | undefined, isShared: boolean): boolean {
  if (status === 'ACTIVE') return textList(after['domains']).length > 0;
  return desired?.attributes['active'] === false && !isShared;
}

function fieldsToSend(attributes: JsonObject, isSent: (field: string) => boolean): JsonObject {
  const names = { ...providerFields, domains: 'associatedDomains', requestedScopes: 'requestedScopes' };
  return Object.fromEntries(
    Object.entries(names).flatMap(([ours, theirs]): [string, Json][] => {
      const value = attributes[ours];
      return value === undefined || !isSent(ours) ? [] : [[theirs, value]];
    }),
  );
}

function pemFileInfo(desired: DesiredResource | undefined): JsonObject {
  const contents = Object.entries(objectOf(desired?.attributes['pem'])).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    fileName: `${textOf(desired?.attributes['displayName'], 'certificates')}.pem`,
    certificates: contents.map(([validity, content]) => {
      const [notBefore = '', notAfter = ''] = validity.split('/');
      return { content, notBefore, notAfter };
    }),
  };
}
