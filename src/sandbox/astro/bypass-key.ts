import { namedId } from '../ids.js';
import { type BypassKey } from './records.js';
import { ApiError } from './api-error.js';
import { newId, organizationRoute, type OrganizationCall, type Route } from './route.js';

const id = 'key';
const stored = ({ store, organization }: OrganizationCall) => store.get('bypassKey', organization.id, id);
const none = ({ organization }: OrganizationCall) =>
  new ApiError(404, `SSO bypass key of organization ${organization.id} not found`);

function show(
  { organization }: OrganizationCall,
  { organizationId, bypassKey, createdAt, updatedAt, deletedAt }: BypassKey,
) {
  return { organizationId, bypassKey, createdAt, updatedAt, deletedAt, organizationShortName: organization.shortName };
}

/** Makes the key, or a new one in its place: the old link is void from then on. */
function regenerate(call: OrganizationCall): unknown {
  const { store, organization, clock, switches } = call;
  const before = stored(call);
  const now = clock.stamp();
  const keeps = before?.bypassKey !== undefined && switches.bypassKeyCreatedAt === 'kept';
  const key: BypassKey = {
    organizationId: organization.id,
    id,
    bypassKey: namedId('bypass', organization.id, newId(call)),
    createdAt: keeps ? before.createdAt : now,
    updatedAt: now,
  };
  store.put('bypassKey', key);
  return show(call, key);
}

function remove(call: OrganizationCall): undefined {
  const key = stored(call);
  if (key?.bypassKey === undefined) throw none(call);
  const now = call.clock.stamp();
  call.store.put('bypassKey', { ...key, bypassKey: undefined, updatedAt: now, deletedAt: now });
}

const route = (method: 'GET' | 'POST' | 'DELETE', handle: (call: OrganizationCall) => unknown): Route =>
  organizationRoute({
    surfaces: ['core'],
    method,
    path: '/sso-bypass-key',
    need: 'owner',
    action: 'manage the SSO bypass key',
    handle,
  });

/** The SSO bypass key, for owners only, reading included. */
export const bypassKeyRoutes: readonly Route[] = [
  route('GET', (call) => {
    const key = stored(call);
    if (key === undefined) throw none(call);
    if (key.bypassKey === undefined && call.switches.bypassKeyAfterDelete === 'missing') throw none(call);
    return show(call, key);
  }),
  route('POST', regenerate),
  route('DELETE', remove),
];
