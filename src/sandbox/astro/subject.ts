import { createHmac, timingSafeEqual } from 'node:crypto';
import { namedId } from '../ids.js';
import { type ApiToken, type OrganizationRole, type Profile } from './records.js';
import { type Store } from '../store.js';
import { ApiError } from './api-error.js';

/** Whoever holds the token of a request. */
export interface Subject {
  /** What rate limits count by. */
  readonly token: string;
  readonly profile: Profile;
  /** The e-mail of the person, when it is a person's own token and not an API token. */
  readonly email?: string | undefined;
  /** The role in an organization; undefined: none, so nothing there is allowed. */
  roleIn(organizationId: string): OrganizationRole | undefined;
}

const signingKey = 'orgwright sandbox development key: loopback only, protects nothing';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string): string => createHmac('sha256', signingKey).update(text).digest('base64url');
/** 2100-01-01: a development token does not expire while somebody is working with it. */
const expiry = 4_102_444_800;

/**
 * The development token: an organization API token that owns everything. Like the vendor's it is a JWT with the claims
 * `permissions` (`organizationId:...`), `apiTokenId` and `exp`, so that a client can read the organization id from it.
 */
export function developmentToken(organizationIds: readonly string[]): string {
  const claims = {
    apiTokenId: namedId('subject', 'development'),
    permissions: organizationIds.map((id) => `organizationId:${id}`),
    iss: 'https://orgwright.invalid/sandbox',
    exp: expiry,
  };
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${unsigned}.${sign(unsigned)}`;
}

/** Who a request comes from; 401 when its bearer token is missing or unknown. */
export function authenticate(store: Store, now: number, authorization: string | null): Subject {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new ApiError(401, 'Unauthorized: a bearer token is required');
  if (isDevelopmentToken(token)) {
    return {
      token,
      profile: { id: namedId('subject', 'development'), subjectType: 'SERVICEKEY', apiTokenName: 'development' },
      roleIn: () => 'ORGANIZATION_OWNER',
    };
  }
  const apiToken = findApiToken(store, token);
  if (apiToken !== undefined && (apiToken.endAt === undefined || Date.parse(apiToken.endAt) > now)) {
    return apiTokenSubject(apiToken);
  }
  const credential = store.where('credential', 'token', '', token)[0];
  if (credential === undefined) throw new ApiError(401, 'Unauthorized: invalid or expired token');
  const { id, name, organizations, role, user: email } = credential;
  if (email === undefined) {
    return {
      token,
      profile: { id, subjectType: 'SERVICEKEY', apiTokenName: name },
      roleIn: (organizationId) => (organizations.includes(organizationId) ? role : undefined),
    };
  }
  const membership = (organizationId: string) =>
    store.where('user', 'email', organizationId, email.toLowerCase()).find(({ status }) => status === 'ACTIVE');
  const known = organizations.map(membership).find((user) => user !== undefined);
  return {
    token,
    profile: { id: known?.id ?? id, subjectType: 'USER', username: email, fullName: known?.fullName },
    email,
    roleIn: (organizationId) => membership(organizationId)?.organizationRole,
  };
}

const findApiToken = (store: Store, token: string): ApiToken | undefined =>
  [...store.all('organization')].flatMap(({ id }) => store.where('apiToken', 'secret', id, token))[0];

/** An organization token has its role; a workspace's or deployment's token may look around the organization. */
function apiTokenSubject({ id, name, organizationId, roles, secret }: ApiToken): Subject {
  const held = roles.find(({ entityType }) => entityType === 'ORGANIZATION')?.role as OrganizationRole | undefined;
  return {
    token: secret,
    profile: { id, subjectType: 'SERVICEKEY', apiTokenName: name },
    roleIn: (organization) => (organization === organizationId ? (held ?? 'ORGANIZATION_MEMBER') : undefined),
  };
}

function isDevelopmentToken(token: string): boolean {
  const end = token.lastIndexOf('.');
  const [given, wanted] = [Buffer.from(token.slice(end + 1)), Buffer.from(sign(token.slice(0, Math.max(end, 0))))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
