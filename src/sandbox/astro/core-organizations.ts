import { type Organization } from './records.js';
import { ApiError } from './api-error.js';
import { ownOrganizations, showOrganization, updateOrganization } from './organizations.js';
import { made, newId, organizationRoute, readBody, rootRoute, touched, type Call, type Route } from './route.js';
import { anyObject, flag, object, optional, text } from '../shape.js';

/** The core Organization: short name, login provider's id and plain domain names come on top. */
function showCoreOrganization(call: Call, organization: Organization): Record<string, unknown> {
  const { id, shortName, environmentSecretsShowable } = organization;
  return {
    ...showOrganization(call, organization),
    shortName,
    authServiceId: authServiceId(organization),
    domains: call.store.list('domain', id).map(({ name }) => name),
    environmentSecretsShowable,
  };
}

/** The organization's id at the login provider. */
export const authServiceId = ({ id }: Organization): string => `org_${id.slice(0, 16)}`;

/** Only the development token, which owns everything, has a use for a new organization. */
function createOrganization(call: Call): unknown {
  const { name } = readBody(call, object({ name: text({ min: 1, max: 50 }), metadata: optional(anyObject()) }));
  const id = newId(call);
  if (call.subject.roleIn(id) === undefined) throw new ApiError(403, 'Not authorized to create organizations');
  const organization: Organization = {
    organizationId: id,
    id,
    name,
    shortName: id,
    status: 'ACTIVE',
    plan: 'TRIAL',
    observe: false,
    coreApi: true,
    isScimEnabled: false,
    allowEnhancedSupportAccess: false,
    hasAiFeaturesDisabled: false,
    shouldEnforceDedicatedClusters: false,
    environmentSecretsShowable: false,
    ...made(call),
  };
  call.store.put('organization', organization);
  return showCoreOrganization(call, organization);
}

export const coreOrganizationRoutes: readonly Route[] = [
  rootRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/organizations',
    handle: (call) => {
      const search = call.query.get('search')?.toLowerCase() ?? '';
      return ownOrganizations(call)
        .filter(({ name, coreApi }) => coreApi && name.toLowerCase().includes(search))
        .map((organization) => showCoreOrganization(call, organization));
    },
  }),
  rootRoute({ surfaces: ['core'], method: 'POST', path: '/organizations', handle: createOrganization }),
  organizationRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '',
    need: 'member',
    action: 'view settings',
    handle: (call) => showCoreOrganization(call, call.organization),
  }),
  organizationRoute({
    surfaces: ['core'],
    method: 'POST',
    path: '',
    need: 'billing',
    action: 'update settings',
    handle: (call) => showCoreOrganization(call, updateOrganization(call)),
  }),
  organizationRoute({
    surfaces: ['core'],
    method: 'POST',
    path: '/deactivate',
    need: 'owner',
    action: 'deactivate',
    handle: (call) => {
      const { dryRun = false } = readBody(call, object({ dryRun: optional(flag()), force: optional(flag()) }));
      const after: Organization = { ...call.organization, status: 'INACTIVE', ...touched(call) };
      if (!dryRun) call.store.put('organization', after);
      return showCoreOrganization(call, dryRun ? call.organization : after);
    },
  }),
];
