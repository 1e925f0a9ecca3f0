import { AtlasError, forbidden, notFound } from './api-error.js';
import {
  type AtlasFederation,
  type AtlasOrganization,
  type AtlasProject,
  type ConnectedOrganization,
} from './records.js';
import { type Call, type Context } from './route.js';

/** `member`: any role in the organization. `owner`: ORG_OWNER. Missing permission is a 401 here, and only the code tells. */
export type Need = 'member' | 'owner';

const objectId = /^[a-f0-9]{24}$/;
export const isObjectId = (text: string): boolean => objectId.test(text);

const unauthorized = (code: string, detail: string, ...parameters: readonly unknown[]): AtlasError =>
  new AtlasError(401, code, detail, { parameters });

/** The organization of a call, if the caller may have it. */
export function organizationOf(call: Call, need: Need, id = call.params['orgId'] ?? ''): AtlasOrganization {
  if (!isObjectId(id)) throw notFound('INVALID_ORG_ID', `An invalid organization ID ${id} was specified.`, id);
  const organization = call.store.get('atlasOrganization', id, id);
  if (organization === undefined) throw notFound('ORG_NOT_FOUND', `There is no organization with ID ${id}.`, id);
  const roles = call.subject.rolesIn(id);
  if (roles === undefined) {
    throw unauthorized('USER_CANNOT_ACCESS_ORG', `The caller cannot access organization ${id}.`, id);
  }
  checkAccessList(call, organization);
  if (need === 'owner' && !roles.includes('ORG_OWNER')) {
    throw unauthorized('NOT_ORG_OWNER', `The caller is not an owner of organization ${id}.`, id);
  }
  return organization;
}

/** The project of a call. Its organization's owners may change it. */
export function projectOf(call: Call, need: Need): AtlasProject {
  const id = call.params['groupId'] ?? '';
  const project = findProject(call, id);
  if (project === undefined) throw notFound('GROUP_NOT_FOUND', `There is no project with ID ${id}.`, id);
  const organization = call.store.get('atlasOrganization', project.organizationId, project.organizationId);
  const roles = call.subject.rolesIn(project.organizationId);
  if (roles === undefined || organization === undefined) {
    throw unauthorized('NOT_IN_GROUP', `The caller is not in project ${id}.`, id);
  }
  checkAccessList(call, organization);
  if (need === 'owner' && !roles.includes('ORG_OWNER')) {
    throw unauthorized('USER_UNAUTHORIZED', 'The caller is not authorized to perform this action.');
  }
  return project;
}

function findProject({ store }: Context, id: string): AtlasProject | undefined {
  for (const { id: organizationId } of store.all('atlasOrganization')) {
    const project = store.get('atlasProject', organizationId, id);
    if (project !== undefined) return project;
  }
  return undefined;
}

/** The federation of a call: for the owner of at least one organization connected to it. */
export function federationOf(call: Call): AtlasFederation {
  const id = call.params['federationSettingsId'] ?? '';
  const federation = call.store.get('atlasFederation', id, id);
  if (federation === undefined) throw notFound('RESOURCE_NOT_FOUND', `Cannot find federation settings ${id}.`, id);
  const owned = call.store.list('atlasConnection', id).filter((connection) => owns(call, connection.id));
  const [first] = owned;
  if (first === undefined) {
    throw unauthorized('NOT_ORG_OWNER', `The caller owns no organization connected to federation ${id}.`, id);
  }
  if (!owned.some(({ id: organizationId }) => isOpen(call, organizationId))) organizationOf(call, 'owner', first.id);
  return federation;
}

/** The connected organization of a call: for its own owner. */
export function connectionOf(call: Call): ConnectedOrganization {
  const id = call.params['federationSettingsId'] ?? '';
  if (call.store.get('atlasFederation', id, id) === undefined) {
    throw notFound('RESOURCE_NOT_FOUND', `Cannot find federation settings ${id}.`, id);
  }
  const organization = organizationOf(call, 'owner');
  const connection = call.store.get('atlasConnection', id, organization.id);
  if (connection === undefined) {
    const detail = `Organization ${organization.id} is not connected to federation ${id}.`;
    throw notFound('RESOURCE_NOT_FOUND', detail, organization.id);
  }
  return connection;
}

export const owns = ({ subject }: Pick<Call, 'subject'>, organizationId: string): boolean =>
  subject.rolesIn(organizationId)?.includes('ORG_OWNER') ?? false;

function isOpen(call: Call, organizationId: string): boolean {
  const organization = call.store.get('atlasOrganization', organizationId, organizationId);
  return !organization?.settings.apiAccessListRequired || call.subject.mayCallFrom(call.callerIp);
}

/** An organization may take calls from listed addresses only; turning that on locks out whoever is not listed (API docs). */
function checkAccessList(call: Call, { id }: AtlasOrganization): void {
  if (isOpen(call, id)) return;
  throw call.subject.hasAccessList
    ? forbidden(
        'IP_ADDRESS_NOT_ON_WHITELIST',
        `IP address ${call.callerIp} is not allowed to access this resource.`,
        call.callerIp,
      )
    : forbidden('ORG_REQUIRES_WHITELIST', `Organization ${id} requires an access list.`, id);
}
