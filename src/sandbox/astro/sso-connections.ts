import { workspaceRoles, type JitPolicy, type SsoConfiguration, type SsoConnection } from './records.js';
import { type SwitchSettings, type Switches } from '../switches.js';
import { invalid, notFound } from './api-error.js';
import { connectionOf, showDomain } from './domains.js';
import { removeUser } from './memberships.js';
import { checkOrganizationRole, organizationRoleShape, requireWorkspace } from './role-lists.js';
import { newId, organizationRoute, param, readBody, type Call, type OrganizationCall, type Route } from './route.js';
import { flag, list, object, oneOf, optional, text, type Parsed } from '../shape.js';

/** The vendor's SsoConnection. `idpInitiatedLoginEnabled` is not in it; how the Entra secret looks is a switch. */
function showConnection({ store, switches }: Pick<Call, 'store' | 'switches'>, connection: SsoConnection) {
  const { id, organizationId, auth0ConnectionId, auth0ConnectionName, enabled, jitPolicy } = connection;
  const { createdAt, updatedAt } = connection;
  const managedDomains = connection.domainIds.flatMap((domainId) => {
    const domain = store.get('domain', organizationId, domainId);
    return domain === undefined ? [] : [showDomain(domain)];
  });
  const names = { id, organizationId, auth0ConnectionId, auth0ConnectionName };
  const configuration = redact(connection.configuration, switches.secretRedaction);
  return { ...names, configuration, managedDomains, enabled, jitPolicy, createdAt, updatedAt };
}

function redact(configuration: SsoConfiguration, how: SwitchSettings['secretRedaction']): SsoConfiguration {
  const secret = configuration.azureClientSecret;
  if (secret === undefined || how === 'plain') return configuration;
  return { ...configuration, azureClientSecret: how === 'masked' ? '********' : undefined };
}

function requireConnection(call: OrganizationCall): SsoConnection {
  const connection = call.store.get('connection', call.organization.id, param(call, 'connectionId'));
  if (connection === undefined) throw notFound('SSO connection', param(call, 'connectionId'));
  return connection;
}

/** Fields that create and update share. Mind `workspaceRole`: elsewhere the field is `role`. */
const sharedShape = (call: Call) => ({
  configuration: object({
    strategy: oneOf(['samlp', 'waad']),
    samlSignInUrl: optional(text()),
    samlSignOutUrl: optional(text()),
    samlSigningCert: optional(text()),
    azureClientId: optional(text()),
    azureClientSecret: optional(text()),
    azureDomainName: optional(text()),
  }),
  managedDomains: list(object({ id: text({ min: 1 }), name: text({ min: 1 }) })),
  jitPolicy: optional(
    object({
      defaultOrgRole: organizationRoleShape(call),
      defaultWorkspaceRoles: optional(
        list(object({ workspaceId: text({ min: 1 }), workspaceRole: oneOf(workspaceRoles) })),
      ),
    }),
  ),
});
type DomainReference = Parsed<ReturnType<typeof sharedShape>['managedDomains']>[number];

/** Domains must be verified, and each belongs to one connection at most (product docs). */
function settleDomains(call: OrganizationCall, references: readonly DomainReference[], own?: string): string[] {
  if (references.length > 1 && call.switches.domainsPerConnection === 'one') {
    throw invalid('an SSO connection has one managed domain');
  }
  return references.map(({ id, name }) => {
    const domain = call.store.get('domain', call.organization.id, id);
    if (domain === undefined || domain.name !== name.toLowerCase())
      throw invalid(`managed domain ${name} (${id}) not found`);
    if (domain.status !== 'VERIFIED') throw invalid(`managed domain ${name} is not verified`);
    const holder = connectionOf(call, id);
    if (holder !== undefined && holder.id !== own) {
      throw invalid(`managed domain ${name} belongs to SSO connection ${holder.id}`);
    }
    return id;
  });
}

function checkJitPolicy(call: OrganizationCall, policy: JitPolicy | undefined): void {
  if (policy === undefined) return;
  checkOrganizationRole(call.organization, policy.defaultOrgRole);
  for (const { workspaceId } of policy.defaultWorkspaceRoles ?? []) {
    requireWorkspace(call.store, call.organization.id, workspaceId);
  }
}

/** A connection is made disabled: it is tested first, and enabled by an update. */
function createConnection(call: OrganizationCall): unknown {
  const shape = object({
    auth0ConnectionName: text({ min: 1 }),
    idpInitiatedLoginEnabled: optional(flag()),
    ...sharedShape(call),
  });
  const { auth0ConnectionName: name, idpInitiatedLoginEnabled = false, ...body } = readBody(call, shape);
  const { store, organization, clock } = call;
  if (store.list('connection', organization.id).some((other) => other.auth0ConnectionName === name)) {
    throw invalid(`SSO connection ${name} already exists`);
  }
  const domainIds = settleDomains(call, body.managedDomains);
  checkJitPolicy(call, body.jitPolicy);
  const [id, now] = [newId(call), clock.stamp()];
  const connection: SsoConnection = {
    organizationId: organization.id,
    id,
    auth0ConnectionId: `con_${id.slice(1, 17)}`,
    auth0ConnectionName: name,
    configuration: body.configuration,
    domainIds,
    enabled: false,
    idpInitiatedLoginEnabled,
    jitPolicy: body.jitPolicy,
    createdAt: now,
    updatedAt: now,
  };
  store.put('connection', connection);
  return showConnection(call, connection);
}

/** A full replace: what is left out is gone, JIT provisioning included. */
function updateConnection(call: OrganizationCall): unknown {
  const shape = object({ enabled: flag(), idpInitiatedLoginEnabled: flag(), ...sharedShape(call) });
  const body = readBody(call, shape);
  const connection = requireConnection(call);
  const domainIds = settleDomains(call, body.managedDomains, connection.id);
  checkJitPolicy(call, body.jitPolicy);
  if (body.enabled && !connection.enabled) checkActivation(call.switches, connection);
  const after: SsoConnection = {
    ...connection,
    configuration: withSecret(call.switches, connection.configuration, body.configuration),
    domainIds,
    enabled: body.enabled,
    idpInitiatedLoginEnabled: body.idpInitiatedLoginEnabled,
    jitPolicy: body.jitPolicy,
    updatedAt: call.clock.stamp(),
  };
  call.store.put('connection', after);
  return showConnection(call, after);
}

function checkActivation({ ssoActivation }: Switches, { id, testedAt }: SsoConnection): void {
  if (ssoActivation === 'refused') throw invalid(`SSO connection ${id} cannot be activated by API`);
  if (ssoActivation === 'tested' && testedAt === undefined) {
    throw invalid(`SSO connection ${id} needs a successful test login before it is activated`);
  }
}

function withSecret(switches: Switches, before: SsoConfiguration, after: SsoConfiguration): SsoConfiguration {
  const keeps = switches.omittedSecret === 'kept' && after.azureClientSecret === undefined;
  return keeps ? { ...after, azureClientSecret: before.azureClientSecret } : after;
}

function deleteConnection(call: OrganizationCall): undefined {
  const connection = requireConnection(call);
  call.store.delete('connection', connection);
  if (call.switches.deletedConnectionMembers === 'stay') return;
  for (const user of call.store.list('user', call.organization.id)) {
    if (user.provisionedBy === connection.id) removeUser(call.store, user);
  }
}

const path = '/sso-connections/:connectionId';
const route = (
  method: 'GET' | 'POST' | 'DELETE',
  at: string,
  action: string,
  handle: (call: OrganizationCall) => unknown,
): Route => organizationRoute({ surfaces: ['core'], method, path: at, need: 'owner', action, handle });

/** SSO connections; the list is a plain array without paging. */
export const ssoConnectionRoutes: readonly Route[] = [
  route('GET', '/sso-connections', 'view SSO connections', (call) =>
    call.store.list('connection', call.organization.id).map((connection) => showConnection(call, connection)),
  ),
  route('POST', '/sso-connections', 'create SSO connections', createConnection),
  route('GET', path, 'view SSO connections', (call) => showConnection(call, requireConnection(call))),
  route('POST', path, 'update SSO connections', updateConnection),
  route('DELETE', path, 'delete SSO connections', deleteConnection),
];
