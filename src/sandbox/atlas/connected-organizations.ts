import { refused } from './api-error.js';
import { connectionShape, patchedConnection, patchedMappings } from './connection-patch.js';
import { recordEvent } from './events.js';
import { removeMember } from './memberships.js';
import { page } from './paging.js';
import { connectionOf, federationOf, owns } from './permissions.js';
import { type ConnectedOrganization } from './records.js';
import { readBody, type Call, type Context, type Route } from './route.js';
import { showConnection } from './show-connection.js';
import { versions } from './versions.js';

const base = '/federationSettings/{federationSettingsId}/connectedOrgConfigs';

function list(call: Call): unknown {
  const federation = federationOf(call);
  const rows = call.store.list('atlasConnection', federation.id);
  const seen = call.switches.atlasForeignOrganizations === 'hidden' ? rows.filter(({ id }) => owns(call, id)) : rows;
  return page(call, seen, (row) => showConnection(call, row), { counts: 'always' });
}

function update(call: Call): unknown {
  const before = connectionOf(call);
  const patch = readBody(call, connectionShape());
  const after = patchedConnection(call, before, patch);
  const mappings = patchedMappings(call, after, patch);
  if (mappings !== undefined) {
    removeMappings(call, before.id);
    for (const row of mappings) call.store.put('atlasRoleMapping', row);
  }
  call.store.put('atlasConnection', after);
  if (after.identityProviderId === null && call.switches.atlasDetachedMappings === 'deleted') {
    removeMappings(call, before.id);
  }
  recordEvent(call, before.id, 'ORG_SETTINGS_UPDATED');
  return showConnection(call, after);
}

/** Disconnecting cannot be undone by API; the last connected organization cannot be disconnected. */
function disconnect(call: Call): undefined {
  const connection = connectionOf(call);
  if (call.store.list('atlasConnection', connection.organizationId).length < 2) {
    throw refused('The only connected organization of a federation cannot be disconnected.');
  }
  removeConnection(call, connection);
  if (call.switches.atlasDisconnectedMembers === 'removed') {
    const leaving = call.store
      .list('atlasUser', connection.id)
      .filter(({ orgRoles }) => !orgRoles.includes('ORG_OWNER'));
    for (const user of leaving) removeMember(call, user);
  }
  recordEvent(call, connection.id, 'ORG_SETTINGS_DELETED');
}

export function removeConnection(context: Context, connection: ConnectedOrganization): void {
  removeMappings(context, connection.id);
  context.store.delete('atlasConnection', connection);
}

export function removeMappings({ store }: Context, organizationId: string): void {
  for (const row of [...store.list('atlasRoleMapping', organizationId)]) store.delete('atlasRoleMapping', row);
}

/** Connected organizations. There is no way to connect an existing one but the console. */
export const connectedOrganizationRoutes: readonly Route[] = [
  { method: 'GET', path: base, versions: versions.v20230101, set: 'federation', handle: list },
  ...(
    [
      ['GET', (call) => showConnection(call, connectionOf(call))],
      ['PATCH', update],
      ['DELETE', disconnect],
    ] as const satisfies readonly (readonly [Route['method'], Route['handle']])[]
  ).map(([method, handle]): Route => {
    const path = `${base}/{orgId}`;
    return { method, path, versions: versions.v20230101, set: 'connectedOrganization', handle };
  }),
];
