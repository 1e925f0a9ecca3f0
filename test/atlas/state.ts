/** Compares whole states of the sandbox: what settled, and what changed without being named. */
import type { ResourceChange } from '../../src/core/plan-document.js';
import { labsId, shopId } from './acme.js';

type Fields = Record<string, unknown>;

/** Differ between two runs that end alike: ids, times, invitations. */
const incidental = new Set(['id', 'oktaIdpId', 'createdAt', 'updatedAt', 'lastAuth', 'invitation']);

/** As the API shows it: a SAML identity provider without domains is INACTIVE. */
export function visible(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state), (_, value: unknown) => {
    const fields = fieldsOf(value);
    if (fields['protocol'] === undefined) return value;
    const isIdle = fields['protocol'] === 'SAML' && same(fields['associatedDomains'], []);
    // No description is one that is empty.
    return { ...fields, description: fields['description'] ?? '', ...(isIdle && { status: 'INACTIVE' }) };
  }) as unknown;
}

export function settled(state: unknown): unknown {
  if (Array.isArray(state)) return state.map(settled);
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key, value]) => !incidental.has(key) || (typeof value === 'object' && key !== 'invitation'))
      .map(([key, value]) => [key, settled(value)]),
  );
}

/** Objects, or fields of objects, that differ although no change of the plan speaks of them. */
export function unnamedDifferences(before: unknown, after: unknown, changes: readonly ResourceChange[]): string[] {
  const differences: string[] = [];
  const named = new Map(changes.map((change) => [change.address, change]));
  for (const change of changes) if (change.previous_address !== null) named.set(change.previous_address, change);
  const [was, is] = [atlasOf(visible(before)), atlasOf(visible(after))];
  for (const [name, id] of [
    ['acme-shop', shopId],
    ['acme-labs', labsId],
  ] as const) {
    compareOrganization(name, at(was, 'organizations', id), at(is, 'organizations', id), named, differences);
    const connections = (side: Fields): Fields | undefined => {
      const federation = Object.values(fieldsOf(side['federations']))[0];
      const connection = fieldsOf(fieldsOf(federation)['connectedOrganizations'])[id];
      return connection === undefined ? undefined : fieldsOf(connection);
    };
    compareConnection(name, connections(was), connections(is), named, differences);
  }
  const federation = (side: Fields): Fields => fieldsOf(Object.values(fieldsOf(side['federations']))[0]);
  compareFields('federation', federation(was)['domains'], federation(is)['domains'], {}, undefined, differences);
  for (const [name, [one, other]] of pairs(federation(was)['identityProviders'], federation(is)['identityProviders'])) {
    const change = named.get(`acme-shop/identity-provider/${name}`);
    compareFields(`identity provider ${name}`, one, other, providerFields, change, differences);
  }
  return differences;
}

const providerFields = {
  issuerUri: 'issuerUri',
  ssoDebugEnabled: 'ssoDebug',
  status: 'active',
  associatedDomains: 'domains',
  audience: 'audience',
  authorizationType: 'authorizationType',
  userClaim: 'userClaim',
  requestedScopes: 'requestedScopes',
};
const settingsFields = { name: 'name', settings: undefined };

type Named = ReadonlyMap<string, ResourceChange>;

function compareOrganization(name: string, was: Fields, is: Fields, named: Named, differences: string[]): void {
  const scalars = (side: Fields): Fields =>
    Object.fromEntries(Object.entries(side).filter(([, value]) => typeof value !== 'object'));
  const settings = named.get(`${name}/settings`);
  compareFields(name, scalars(was), scalars(is), settingsFields, settings, differences);
  for (const [key, one] of Object.entries(fieldsOf(was['settings']))) {
    const other = fieldsOf(is['settings'])[key];
    if (!same(one, other) && !isNamed(settings, key)) differences.push(`${name} settings: ${key}`);
  }
  for (const [email, [one, other]] of pairs(was['users'], is['users'])) {
    const change = named.get(`${name}/member/${email}`);
    // An invitation makes a member anew, of whatever a former one had.
    if (
      change !== undefined &&
      one?.['status'] !== 'ACTIVE' &&
      other?.['status'] !== undefined &&
      one?.['status'] !== 'PENDING'
    )
      continue;
    compareFields(`${name}/member/${email}`, one, other, { orgRoles: 'roles', status: 'status' }, change, differences);
  }
  const leaving = new Set(
    [...named.values()]
      .filter(({ organization, kind, change }) => organization === name && kind === 'member' && change.after === null)
      .map((change) => change.name),
  );
  const byId = (teams: unknown): Fields =>
    Object.fromEntries(Object.values(fieldsOf(teams)).map((team) => [String(fieldsOf(team)['id']), team]));
  for (const [, [one, other]] of pairs(byId(was['teams']), byId(is['teams']))) {
    const team = String((other ?? one)?.['name']);
    const change = named.get(`${name}/team/${team}`) ?? named.get(`${name}/team/${String(one?.['name'])}`);
    const without = (side: Fields | undefined): Fields | undefined =>
      side === undefined
        ? undefined
        : { ...side, members: (side['members'] as string[]).filter((email) => !leaving.has(email)) };
    const rename = change !== undefined && change.previous_address !== null ? { name: undefined } : {};
    compareFields(
      `${name}/team/${team}`,
      { ...without(one), ...rename },
      { ...without(other), ...rename },
      { members: 'members', projects: 'projects' },
      change,
      differences,
      one === undefined || other === undefined,
    );
  }
  if (!same(was['projects'], is['projects'])) differences.push(`${name} projects`);
}

const connectionFields = {
  identityProvider: 'identityProvider',
  dataAccessIdentityProviders: 'dataAccessIdentityProviders',
  domainRestrictionEnabled: 'domainRestriction',
  postAuthRoleGrants: 'defaultRoles',
};

function compareConnection(
  name: string,
  was: Fields | undefined,
  is: Fields | undefined,
  named: Named,
  differences: string[],
): void {
  const change = named.get(`${name}/idp-mapping`);
  if (was === undefined || is === undefined) {
    if (was !== is && change === undefined) differences.push(`${name}/idp-mapping`);
    return;
  }
  for (const [field, attribute] of Object.entries(connectionFields)) {
    if (!same(was[field], is[field]) && !isNamed(change, attribute)) differences.push(`${name}/idp-mapping: ${field}`);
  }
  // Null and false mean the same.
  const jit = (side: Fields): boolean => side['instantUserProvisioningDisabled'] !== true;
  if (jit(was) !== jit(is) && !isNamed(change, 'jit')) differences.push(`${name}/idp-mapping: jit`);
  // Atlas itself shows the domains of the identity provider in the list.
  const isListNamed =
    isNamed(change, 'allowedDomains') || isNamed(change, 'domainRestriction') || isNamed(change, 'identityProvider');
  const isProviderChanged = [...named.values()].some(({ kind }) => kind === 'identity-provider');
  if (!same(was['domainAllowList'], is['domainAllowList']) && !isListNamed && !isProviderChanged)
    differences.push(`${name}/idp-mapping: domainAllowList`);
  for (const [group, [one, other]] of pairs(was['roleMappings'], is['roleMappings'])) {
    if (!same(one, other) && !named.has(`${name}/role-mapping/${group}`))
      differences.push(`${name}/role-mapping/${group}`);
    // In place, never anew.
    if (one !== undefined && other !== undefined && one['id'] !== other['id'])
      differences.push(`${name}/role-mapping/${group}: id`);
  }
}

function isNamed(change: ResourceChange | undefined, attribute: string): boolean {
  return change !== undefined && !same(change.change.before?.[attribute], change.change.after?.[attribute]);
}

function compareFields(
  what: string,
  before: unknown,
  after: unknown,
  attributes: Readonly<Record<string, string | undefined>>,
  change: ResourceChange | undefined,
  differences: string[],
  isOneSided = before === undefined || after === undefined,
): void {
  if (isOneSided) {
    if (before !== after && change === undefined) differences.push(what);
    return;
  }
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (incidental.has(field) || same(was[field], is[field])) continue;
    const attribute = attributes[field];
    if (attribute === undefined || !isNamed(change, attribute)) differences.push(`${what}: ${field}`);
  }
}

function atlasOf(state: unknown): Fields {
  return fieldsOf(fieldsOf(state)['atlas']);
}

function at(side: Fields, ...path: readonly string[]): Fields {
  return path.reduce<Fields>((value, step) => fieldsOf(value[step]), side);
}

function pairs(before: unknown, after: unknown): [string, readonly [Fields | undefined, Fields | undefined]][] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((key) => [
    key,
    [was[key] as Fields | undefined, is[key] as Fields | undefined],
  ]);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(settled(one)) === JSON.stringify(settled(other));
}
