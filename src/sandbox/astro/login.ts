import { personId } from '../ids.js';
import { type Domain, type LoginType, type Organization, type SsoConnection, type User } from './records.js';
import { denied, type LoginOutcome } from '../login-outcome.js';
import { effectiveRoles } from './effective-roles.js';
import { isLive } from './memberships.js';
import { type Call } from './route.js';

/** What deciding a login needs to know. */
export type LoginContext = Pick<Call, 'store' | 'clock' | 'switches'>;
/** `bypass` is the SSO bypass link, with an e-mail and a password. */
export type LoginMethod = LoginType | 'bypass';

type Passage = { readonly via: string; readonly connection?: SsoConnection | undefined } | { readonly denied: string };

/**
 * Decides a login as the vendor would and does what follows from it: a live invite is accepted, JIT provisioning makes the
 * membership. Enforcement goes by the e-mail domain of the person, and only a VERIFIED domain enforces anything.
 *
 * | method | passes when |
 * | --- | --- |
 * | password, google, github | the person's domain does not enforce other login types |
 * | sso | ... and an enabled connection has the domain |
 * | bypass | the organization has a bypass link; enforcement does not matter |
 *
 * | membership | then |
 * | --- | --- |
 * | ACTIVE | in |
 * | PENDING, invite live | in, with the invite's role; the invite is used up |
 * | PENDING expired, or none | in if JIT provisioning applies, with its default roles |
 * | INACTIVE, BANNED | out |
 */
export function login(
  context: LoginContext,
  organization: Organization,
  email: string,
  method: LoginMethod,
): LoginOutcome {
  const { store, clock } = context;
  const domain = managedDomain(context, organization, email);
  const passage = passes(context, organization, domain, email, method);
  if ('denied' in passage) return denied(passage.denied);

  const { via } = passage;
  const admit = (user: User, reason: string, provisioned = false): LoginOutcome => {
    if (passage.connection !== undefined) recordTest(context, passage.connection);
    return { allowed: true, reason, via, provisioned, roles: effectiveRoles(store, user) };
  };
  const user = store.where('user', 'email', organization.id, email.toLowerCase())[0];
  if (user?.status === 'ACTIVE') return admit(user, `${user.username} is an active member`);
  if (user?.status === 'INACTIVE' || user?.status === 'BANNED') return denied(`the membership is ${user.status}`);

  const invites = user === undefined ? [] : [...store.where('invite', 'user', organization.id, user.id)];
  const invite = invites.find((each) => isLive(context, each));
  if (user !== undefined && invite !== undefined) {
    for (const each of invites) store.delete('invite', each);
    const fullName = user.fullName === '' ? user.username : user.fullName;
    const accepted: User = { ...user, fullName, status: 'ACTIVE', updatedAt: clock.stamp() };
    store.put('user', accepted);
    return admit(accepted, 'the invite is accepted with this login');
  }

  const jit = jitConnection(context, organization, domain, passage);
  if (jit?.jitPolicy === undefined) {
    const missing = user === undefined ? 'not a member and not invited' : 'the invite has expired';
    return denied(`${missing}, and just-in-time provisioning does not apply`);
  }
  for (const each of invites) store.delete('invite', each);
  const { defaultOrgRole, defaultWorkspaceRoles = [] } = jit.jitPolicy;
  const now = clock.stamp();
  const member: User = {
    organizationId: organization.id,
    id: user?.id ?? personId(email),
    username: user?.username ?? email,
    fullName: user?.fullName !== undefined && user.fullName !== '' ? user.fullName : email,
    status: 'ACTIVE',
    organizationRole: defaultOrgRole,
    isIdpManaged: false,
    provisionedBy: jit.id,
    workspaceRoles: defaultWorkspaceRoles.map(({ workspaceId, workspaceRole: role }) => ({ workspaceId, role })),
    deploymentRoles: [],
    dagRoles: [],
    createdAt: user?.createdAt ?? now,
    updatedAt: now,
  };
  store.put('user', member);
  return admit(member, `just-in-time provisioning of connection ${jit.auth0ConnectionName} makes the membership`, true);
}

/** The VERIFIED domain of the organization that the e-mail is on. */
function managedDomain({ store }: LoginContext, { id }: Organization, email: string): Domain | undefined {
  const name = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return store.where('domain', 'name', id, name).find(({ status }) => status === 'VERIFIED');
}

function passes(
  context: LoginContext,
  organization: Organization,
  domain: Domain | undefined,
  email: string,
  method: LoginMethod,
): Passage {
  const { store, switches } = context;
  if (method === 'bypass') {
    const key = store.get('bypassKey', organization.id, 'key')?.bypassKey;
    return key === undefined ? { denied: 'the organization has no bypass link' } : { via: 'bypass' };
  }
  const enforced = domain?.enforcedLogins ?? [];
  if (domain !== undefined && enforced.length === 0 && switches.emptyEnforcedLogins === 'blocked') {
    return { denied: `domain ${domain.name} allows no login type` };
  }
  if (domain !== undefined && enforced.length > 0 && !enforced.includes(method)) {
    return { denied: `domain ${domain.name} allows only ${enforced.join(', ')}` };
  }
  if (method !== 'sso') return { via: method };
  const connection = connectionFor(context, organization, domain);
  if (connection === undefined) return { denied: `no SSO connection has the domain of ${email}` };
  if (!connection.enabled) {
    recordTest(context, connection);
    return { denied: `SSO connection ${connection.auth0ConnectionName} is not enabled` };
  }
  return { via: `sso:${connection.auth0ConnectionName}`, connection };
}

const connectionFor = ({ store }: LoginContext, { id }: Organization, domain: Domain | undefined) =>
  domain && store.list('connection', id).find(({ domainIds }) => domainIds.includes(domain.id));

/** The connection whose policy provisions; a policy belongs to a connection, so its own logins are what it is for. */
function jitConnection(
  context: LoginContext,
  organization: Organization,
  domain: Domain | undefined,
  passage: { readonly connection?: SsoConnection | undefined },
): SsoConnection | undefined {
  if (passage.connection !== undefined || context.switches.jitLogins === 'sso') return passage.connection;
  const connection = connectionFor(context, organization, domain);
  return connection?.enabled ? connection : undefined;
}

/** A login that reaches the connection, enabled or not, is the test login some activations ask for. */
function recordTest({ store, clock }: LoginContext, connection: SsoConnection): void {
  store.put('connection', { ...connection, testedAt: clock.stamp() });
}
