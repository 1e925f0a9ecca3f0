import { type LoginType, type Organization } from './records.js';
import { authServiceId } from './core-organizations.js';
import { invalid } from './api-error.js';
import { login } from './login.js';
import { rootRoute, type Call, type Route } from './route.js';

/** The login provider's strategies, as login types. */
const strategies: Readonly<Record<string, LoginType>> = {
  auth0: 'password',
  'google-oauth2': 'google',
  github: 'github',
  samlp: 'sso',
  waad: 'sso',
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Where an e-mail may belong: organizations with the person, or with the e-mail's verified domain. */
function organizationsOf({ store }: Call, email: string): Organization[] {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return [...store.all('organization')].filter(
    ({ id }) =>
      store.count('user', 'email', id, email.toLowerCase()) > 0 ||
      store.where('domain', 'name', id, domain).some(({ status }) => status === 'VERIFIED'),
  );
}

/** The login provider's hook: where enforced logins, domain mapping and just-in-time provisioning take effect. */
function postLogin(call: Call): unknown {
  const event = record(record(call.body)['event']);
  const connection = record(event['connection']);
  const method = strategies[string(connection['strategy']) ?? ''];
  if (method === undefined) throw invalid('event.connection.strategy is required');
  const email = string(record(event['user'])['email']);
  if (email === undefined) return { deny: { reason: 'no_email', message: 'the login has no e-mail address' } };

  const wanted = string(record(event['organization'])['id']);
  const candidates = organizationsOf(call, email).filter(
    (organization) => wanted === undefined || wanted === organization.id || wanted === authServiceId(organization),
  );
  const outcomes = candidates.map((organization) => ({ organization, ...login(call, organization, email, method) }));
  const admitted = outcomes.filter(({ allowed }) => allowed);
  if (admitted.length > 0) {
    const permissions = admitted.map(({ organization }) => `organizationId:${organization.id}`);
    return { accessTokenClaims: { permissions } };
  }
  const message = outcomes[0]?.reason ?? 'not a member of any organization';
  const connections = candidates.flatMap(({ id }) =>
    call.store.list('connection', id).flatMap((each) => (each.enabled ? [each.auth0ConnectionName] : [])),
  );
  return { deny: { reason: 'not_allowed', message, connections } };
}

export const loginCallbackRoutes: readonly Route[] = [
  rootRoute({ surfaces: ['core'], method: 'POST', path: '/auth/post-login-callback', handle: postLogin }),
  rootRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/organizationAuthIds',
    handle: (call) => organizationsOf(call, call.query.get('email') ?? '').map(authServiceId),
  }),
];
