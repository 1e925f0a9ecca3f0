import { namedId } from '../ids.js';
import { organizationRoles, workspaceRoles, type ApiToken, type TokenScope } from './records.js';
import { invalid, notFound } from './api-error.js';
import { page, queryFlag } from './paging.js';
import { requireDeployment, requireRole, requireWorkspace } from './role-lists.js';
import { made, newId, organizationRoute, param, readBody, touched } from './route.js';
import { type Call, type OrganizationCall, type Route } from './route.js';
import { list, object, oneOf, optional, text, wholeNumber } from '../shape.js';
import { iamSurfaces, isBeta } from './surface.js';

const day = 86_400_000;
const scopes = ['ORGANIZATION', 'WORKSPACE', 'DEPLOYMENT'] as const;

/** The token itself is in the answer to creation and rotation only. The scope was called `type` in the beta. */
function show(call: Call, token: ApiToken, withSecret = false): Record<string, unknown> {
  const { secret, scope, kind, ...rest } = token;
  const named = isBeta(call.surface) ? { type: scope } : { scope, kind };
  return { ...rest, ...named, shortToken: secret.slice(0, 8), ...(withSecret && { token: secret }) };
}

function requireToken(call: OrganizationCall): ApiToken {
  const token = call.store.get('apiToken', call.organization.id, param(call, 'tokenId'));
  if (token === undefined) throw notFound('API token', param(call, 'tokenId'));
  return token;
}

/** A role that exists on the kind of thing, on a thing that exists. */
function checkRole(call: OrganizationCall, scope: TokenScope, entityId: string, role: string): void {
  const { store, organization } = call;
  const known = (roles: readonly string[]): void => {
    if (!roles.includes(role)) throw invalid(`there is no ${scope.toLowerCase()} role ${role}`);
  };
  switch (scope) {
    case 'ORGANIZATION':
      if (entityId !== organization.id) throw invalid(`organization ${entityId} is another one`);
      return known(organizationRoles);
    case 'WORKSPACE':
      requireWorkspace(store, organization.id, entityId);
      return known(workspaceRoles);
    case 'DEPLOYMENT': {
      const { workspaceId } = requireDeployment(store, organization.id, entityId);
      return requireRole(call, 'DEPLOYMENT', role, workspaceId);
    }
  }
}

/** When a token ends that starts now. */
const endOf = ({ clock }: Call, days: number | undefined): string | undefined =>
  days === undefined ? undefined : new Date(clock.now() + days * day).toISOString();
const newSecret = (call: OrganizationCall): string => namedId('token', call.organization.id, newId(call));

function createToken(call: OrganizationCall): unknown {
  const beta = isBeta(call.surface);
  const shape = object({
    name: text({ min: 1, max: 256 }),
    description: optional(text({ max: 500 })),
    role: text({ min: 1 }),
    [beta ? 'type' : 'scope']: oneOf(scopes),
    entityId: optional(text()),
    tokenExpiryPeriodInDays: optional(wholeNumber(1, 3650)),
    ...(beta ? {} : { kind: optional(oneOf(['STANDARD', 'DIRECT_ACCESS'])) }),
  });
  const body = readBody(call, shape) as {
    readonly name: string;
    readonly description?: string;
    readonly role: string;
    readonly type?: TokenScope;
    readonly scope?: TokenScope;
    readonly entityId?: string;
    readonly tokenExpiryPeriodInDays?: number;
    readonly kind?: ApiToken['kind'];
  };
  const scope = body.scope ?? body.type ?? 'ORGANIZATION';
  const entityId = body.entityId ?? (scope === 'ORGANIZATION' ? call.organization.id : undefined);
  if (entityId === undefined) throw invalid(`entityId is required for a ${scope} token`);
  checkRole(call, scope, entityId, body.role);
  const token: ApiToken = {
    organizationId: call.organization.id,
    id: newId(call),
    name: body.name,
    description: body.description ?? '',
    scope,
    kind: body.kind ?? 'STANDARD',
    roles: [{ entityId, entityType: scope, role: body.role }],
    secret: newSecret(call),
    startAt: call.clock.stamp(),
    endAt: endOf(call, body.tokenExpiryPeriodInDays),
    expiryPeriodInDays: body.tokenExpiryPeriodInDays,
    ...made(call),
  };
  call.store.put('apiToken', token);
  return show(call, token, true);
}

/** Replaces the token by another: the old one is void. */
function rotateToken(call: OrganizationCall): unknown {
  const token = requireToken(call);
  const lifetime = { startAt: call.clock.stamp(), endAt: endOf(call, token.expiryPeriodInDays) };
  const after = { ...token, secret: newSecret(call), ...lifetime, ...touched(call) };
  call.store.put('apiToken', after);
  return show(call, after, true);
}

function updateToken(call: OrganizationCall): unknown {
  const body = readBody(call, object({ name: text({ min: 1, max: 256 }), description: optional(text({ max: 500 })) }));
  const token = requireToken(call);
  const after = { ...token, name: body.name, description: body.description ?? token.description, ...touched(call) };
  call.store.put('apiToken', after);
  return show(call, after);
}

function updateRoles(call: OrganizationCall): unknown {
  const role = object({ entityId: text({ min: 1 }), entityType: oneOf(scopes), role: text({ min: 1 }) });
  const { roles } = readBody(call, object({ roles: list(role, { min: 1 }) }));
  const token = requireToken(call);
  for (const each of roles) checkRole(call, each.entityType, each.entityId, each.role);
  const after = { ...token, roles, ...touched(call) };
  call.store.put('apiToken', after);
  return { roles };
}

function filtered({ store, organization, query }: OrganizationCall, onlyOrganization: boolean): readonly ApiToken[] {
  const wanted = [query.get('workspaceId'), query.get('deploymentId')].filter((id) => id !== null);
  return store
    .list('apiToken', organization.id)
    .filter(
      ({ roles, scope }) =>
        (!onlyOrganization || scope === 'ORGANIZATION') &&
        wanted.every((id) => roles.some(({ entityId }) => entityId === id)),
    );
}

const route = (method: 'GET' | 'POST' | 'DELETE', path: string, handle: (call: OrganizationCall) => unknown): Route =>
  organizationRoute({ surfaces: iamSurfaces, method, path, need: 'owner', action: 'manage API tokens', handle });

export const apiTokenRoutes: readonly Route[] = [
  route('GET', '/tokens', (call) =>
    page(call, {
      name: 'tokens',
      rows: filtered(call, queryFlag(call, 'includeOnlyOrganizationTokens')),
      sorts: {
        name: ({ name }) => name,
        description: ({ description }) => description,
        createdAt: ({ createdAt }) => createdAt,
        updatedAt: ({ updatedAt }) => updatedAt,
        tokenStartAt: ({ startAt }) => startAt,
      },
      maxLimit: 1000,
      show: (token) => show(call, token),
    }),
  ),
  route('POST', '/tokens', createToken),
  route('GET', '/tokens/:tokenId', (call) => show(call, requireToken(call))),
  route('POST', '/tokens/:tokenId', updateToken),
  route('POST', '/tokens/:tokenId/roles', updateRoles),
  route('POST', '/tokens/:tokenId/rotate', rotateToken),
  route('DELETE', '/tokens/:tokenId', (call) => {
    call.store.delete('apiToken', requireToken(call));
  }),
];
