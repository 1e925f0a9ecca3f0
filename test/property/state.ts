/** Compares whole states of the sandbox: what settled, and what changed without being named. */
import { textOf } from '../../src/core/json.js';
import type { ResourceChange } from '../../src/core/plan-document.js';

type Fields = Record<string, unknown>;

/** Differ between two runs that end alike: ids, times, made-up secrets. */
const incidental = new Set([
  'id',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'expiresAt',
  'auth0ConnectionId',
  'bypassKey',
  'inviter',
  'deletedAt',
  'workspaceId',
]);

export function settled(state: unknown): unknown {
  if (Array.isArray(state)) return state.map(settled);
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key, value]) => !incidental.has(key) || typeof value === 'object')
      .filter(([key]) => !incidental.has(key) || key === 'bypassKey')
      .map(([key, value]) => [key, settled(value)]),
  );
}

/** Objects, or fields of objects, that differ although no change of the plan speaks of them. */
export function unnamedDifferences(before: unknown, after: unknown, changes: readonly ResourceChange[]): string[] {
  const was = organizationOf(before);
  const is = organizationOf(after);
  const named = new Map(changes.map((change) => [change.address, change]));
  for (const change of changes) if (change.previous_address !== null) named.set(change.previous_address, change);
  const leaving = new Set(
    changes.filter(({ kind, change }) => kind === 'member' && change.after === null).map(({ name }) => name),
  );
  const differences: string[] = [];

  const scalars = (organization: Fields): Fields =>
    Object.fromEntries(Object.entries(organization).filter(([, value]) => typeof value !== 'object'));
  compareFields('settings', scalars(was), scalars(is), settingsFields, named.get('acme-data/settings'), differences);

  const users = new Map<string, readonly [Fields | undefined, Fields | undefined]>(pairs(was['users'], is['users']));
  for (const [email, [one, other]] of users) {
    compareFields(`member/${email}`, one, other, memberFields, named.get(`acme-data/member/${email}`), differences);
  }
  for (const [email, [one, other]] of pairs(was['invites'], is['invites'])) {
    if (!same(one, other) && !named.has(`acme-data/member/${email}`)) differences.push(`invite of ${email}`);
  }
  // Teams are told apart by id, so that a rename is one team.
  const byId = (teams: unknown): Fields =>
    Object.fromEntries(Object.values(fieldsOf(teams)).map((team) => [textOf(fieldsOf(team)['id'] as string), team]));
  for (const [, [one, other]] of pairs(byId(was['teams']), byId(is['teams']))) {
    const name = textOf((other ?? one)?.['name'] as string);
    const change =
      named.get(`acme-data/team/${name}`) ?? named.get(`acme-data/team/${textOf(one?.['name'] as string)}`);
    const without = (team: Fields | undefined): Fields | undefined =>
      team === undefined
        ? undefined
        : {
            ...team,
            members: (team['members'] as string[]).filter(
              (member) =>
                !leaving.has(member) && !leftByStripping(member, [name, textOf(one?.['name'] as string)], changes),
            ),
          };
    compareFields(`team/${name}`, without(one), without(other), teamFields, change, differences);
  }
  for (const [name, [one, other]] of pairs(was['domains'], is['domains'])) {
    compareFields(`domain/${name}`, one, other, domainFields, named.get(`acme-data/domain/${name}`), differences);
  }
  for (const [name, [one, other]] of pairs(was['ssoConnections'], is['ssoConnections'])) {
    const domain = ((one ?? other)?.['domains'] as string[] | undefined)?.[0] ?? '';
    if (!same(one, other) && !named.has(`acme-data/sso/${domain}`)) differences.push(`sso ${name}`);
  }
  if (!same(fieldsOf(was['bypassKey']), fieldsOf(is['bypassKey'])) && !named.has('acme-data/bypass-link'))
    differences.push('bypass link');
  for (const key of ['workspaces', 'customRoles', 'allowedIpRanges']) {
    if (!same(was[key], is[key])) differences.push(key);
  }
  return differences;
}

/** State field to the attribute that must name its change. */
const settingsFields = { name: 'name', billingEmail: 'billingEmail', isScimEnabled: 'scimEnabled' };
const memberFields = {
  organizationRole: 'role',
  workspaceRoles: 'workspaces',
  deploymentRoles: 'workspaces',
  dagRoles: 'workspaces',
  status: 'status',
};
const teamFields = {
  name: 'name',
  description: 'description',
  organizationRole: 'role',
  workspaceRoles: 'workspaces',
  deploymentRoles: 'workspaces',
  dagRoles: 'workspaces',
  members: 'members',
};
const domainFields = { enforcedLogins: 'allowedMethods', status: 'status' };

function compareFields(
  what: string,
  before: Fields | undefined,
  after: Fields | undefined,
  attributes: Readonly<Record<string, string>>,
  change: ResourceChange | undefined,
  differences: string[],
): void {
  if (before === undefined || after === undefined) {
    if (before !== after && change === undefined) differences.push(what);
    return;
  }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (incidental.has(field) || same(before[field], after[field])) continue;
    const attribute = attributes[field];
    const isRename = field === 'name' && change?.previous_address !== null && change !== undefined;
    const isNamed =
      attribute !== undefined &&
      change !== undefined &&
      !same(change.change.before?.[attribute], change.change.after?.[attribute]);
    if (!isNamed && !isRename) differences.push(`${what}: ${field}`);
  }
}

function leftByStripping(member: string, names: readonly string[], changes: readonly ResourceChange[]): boolean {
  const change = changes.find(({ kind, name }) => kind === 'member' && name === member)?.change;
  const before = (change?.before?.['teams'] ?? []) as string[];
  const after = (change?.after?.['teams'] ?? []) as string[];
  return names.some((team) => before.includes(team) && !after.includes(team));
}

function organizationOf(state: unknown): Fields {
  const organizations = fieldsOf(fieldsOf(fieldsOf(state)['astro'])['organizations']);
  return fieldsOf(Object.values(organizations)[0]);
}

function pairs(before: unknown, after: unknown): [string, readonly [Fields | undefined, Fields | undefined]][] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
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
