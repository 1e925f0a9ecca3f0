/** An Atlas world with a federation, a sandbox of it without rate limits, and a small client. */
import { createHash } from 'node:crypto';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { pick, type Answer } from './support.js';

export const acme = '5f0000000000000000000001';
export const labs = '5f0000000000000000000002';
export const lone = '5f0000000000000000000003';
export const federation = '5e0000000000000000000001';

type Json = Record<string, unknown>;

/** Acme and Labs in one federation with two SAML and two OIDC identity providers; Lone in none. */
export function atlasWorld(
  parts: { acme?: Json; labs?: Json; lone?: Json; federation?: Json; connected?: Json; atlas?: Json; rest?: Json } = {},
): Json {
  return {
    atlas: {
      organizations: [
        {
          id: acme,
          name: 'Acme Atlas',
          users: [
            { email: 'alice@acme.com', firstName: 'Alice', lastName: 'Ng', roles: ['ORG_OWNER'] },
            { email: 'bob@acme.com', roles: ['ORG_MEMBER'], projects: { payments: ['GROUP_READ_ONLY'] } },
            { email: 'carol@acme.com' },
            { email: 'dave@else.com' },
            { email: 'pia@else.com', status: 'PENDING' },
            { email: 'eve@else.com', status: 'INVITATION_EXPIRED' },
          ],
          teams: [
            { name: 'dba', members: ['alice@acme.com', 'bob@acme.com'], projects: { payments: ['GROUP_OWNER'] } },
            { name: 'solo', members: ['carol@acme.com'] },
          ],
          projects: [{ name: 'payments' }, { name: 'web' }],
          ...parts.acme,
        },
        { id: labs, name: 'Acme Labs', users: [{ email: 'alice@acme.com', roles: ['ORG_OWNER'] }], ...parts.labs },
        { id: lone, name: 'Lone', users: [{ email: 'olga@lone.org', roles: ['ORG_OWNER'] }], ...parts.lone },
      ],
      federations: [
        {
          id: federation,
          domains: ['acme.com', 'acme-labs.io', { name: 'pending.io', status: 'PENDING' }],
          identityProviders: [
            { name: 'acme-okta', associatedDomains: ['acme.com'], certificateExpiresInDays: 400 },
            { name: 'spare' },
            { name: 'databases', protocol: 'OIDC', clientId: 'atlas-client' },
            { name: 'robots', protocol: 'OIDC', idpType: 'WORKLOAD' },
          ],
          connectedOrganizations: [
            {
              organization: acme,
              identityProvider: 'acme-okta',
              dataAccessIdentityProviders: ['databases', 'robots'],
              defaultRoles: ['ORG_MEMBER'],
              roleMappings: {
                'atlas-admins': { roles: ['ORG_OWNER'] },
                'payments-dev': { roles: ['ORG_MEMBER'], projects: { payments: ['GROUP_DATA_ACCESS_READ_WRITE'] } },
              },
              ...parts.connected,
            },
            { organization: labs },
          ],
          ...parts.federation,
        },
      ],
      ...parts.atlas,
    },
    ...parts.rest,
  };
}

/** The published date of each call, as the vendor's own SDK sends it. */
function dateOf(method: string, path: string): string {
  if (/\/identityProviders\/[^/]+\/metadata\.xml/.test(path)) return '2023-01-01';
  if (/\/identityProviders\/./.test(path) || (method === 'POST' && path.endsWith('/identityProviders')))
    return '2023-11-15';
  if (/\/teams\/[^/]+\/users/.test(path)) return method === 'GET' ? '2025-02-19' : '2023-01-01';
  if (/\/users\/[^/]+\/roles$/.test(path)) return '2023-01-01';
  if (/:(add|remove)|\/orgs\/[^/]+\/users/.test(path)) return '2025-02-19';
  return path.startsWith('/rateLimits') ? '2025-03-12' : '2023-01-01';
}

export interface AtlasClient {
  readonly sandbox: Sandbox;
  /** A call below `/api/atlas/v2`, with the media types it wants. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, date?: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  control(method: string, name: string, body?: unknown): Promise<Answer>;
  state(...path: readonly string[]): Promise<unknown>;
  /** The id of a thing of Acme or of the federation, by name. */
  id(kind: 'users' | 'teams' | 'projects' | 'identityProviders' | 'roleMappings', name: string): Promise<string>;
  okta(name: string): Promise<string>;
}

export async function startAtlas(
  value: unknown = atlasWorld(),
  options: Partial<SandboxOptions> = {},
): Promise<AtlasClient> {
  return atlasClient(await createSandbox({ world: value, rateLimit: false, ...options }));
}

/** A token of a service account; the development one unless told otherwise. */
export async function token(sandbox: Sandbox, id?: string, secret?: string): Promise<string> {
  const answer = await tokenRequest(sandbox, id, secret);
  return String(pick(await answer.json(), 'access_token'));
}

export function tokenRequest(sandbox: Sandbox, id?: string, secret?: string, body = 'grant_type=client_credentials') {
  const { ATLAS_CLIENT_ID, ATLAS_CLIENT_SECRET } = sandbox.credentials;
  const basic = Buffer.from(`${id ?? ATLAS_CLIENT_ID}:${secret ?? ATLAS_CLIENT_SECRET}`).toString('base64');
  return sandbox.fetch(
    new Request('http://127.0.0.1/api/oauth/token', {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
  );
}

export async function atlasClient(sandbox: Sandbox, bearer?: string): Promise<AtlasClient> {
  const own = bearer ?? (await token(sandbox));
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await sandbox.fetch(new Request(`http://127.0.0.1${path}`, { method, headers, ...text }));
    const answer = await response.text();
    const json = /^[[{]/.test(answer) ? (JSON.parse(answer) as Json) : { text: answer };
    return { status: response.status, headers: response.headers, body: answer === '' ? {} : json };
  };
  const call: AtlasClient['call'] = (method, path, body, headers = {}) => {
    const type = `application/vnd.atlas.${dateOf(method, path.replace(/\?.*/, ''))}+json`;
    const content: Record<string, string> = body === undefined ? {} : { 'content-type': type };
    const own_ = { authorization: `Bearer ${own}`, accept: type, ...content, ...headers };
    return send(method, `/api/atlas/v2${path}`, body, own_);
  };
  const control: AtlasClient['control'] = (method, name, body) => send(method, `/_sandbox/${name}`, body, {});
  const state: AtlasClient['state'] = async (...path) => pick((await control('GET', 'state')).body, 'atlas', ...path);
  const ofFederation = (...path: string[]) => state('federations', federation, ...path);
  return {
    sandbox,
    call,
    control,
    state,
    get: (path, date) =>
      call('GET', path, undefined, date === undefined ? {} : { accept: `application/vnd.atlas.${date}+json` }),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
    id: async (kind, name) => {
      if (kind === 'identityProviders') return String(await ofFederation(kind, name, 'id'));
      if (kind === 'roleMappings') return String(await ofFederation('connectedOrganizations', acme, kind, name, 'id'));
      return String(await state('organizations', acme, kind, name, 'id'));
    },
    okta: async (name) => String(await ofFederation('identityProviders', name, 'oktaIdpId')),
  };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** A Digest header that answers a challenge. */
export function digestAnswer(
  challenge: string,
  request: { method: string; uri: string; user: string; key: string; nc?: string },
): string {
  const field = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
  const { method, uri, user, key, nc = '00000001' } = request;
  const [realm, nonce] = [field('realm'), field('nonce')];
  const response = md5([md5(`${user}:${realm}:${key}`), nonce, nc, 'abc', 'auth', md5(`${method}:${uri}`)].join(':'));
  return `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${uri}", qop=auth, nc=${nc}, cnonce="abc", response="${response}", algorithm=MD5`;
}

export const orgPath = `/orgs/${acme}`;
export const federationPath = `/federationSettings/${federation}`;
export const connectedPath = `${federationPath}/connectedOrgConfigs/${acme}`;

/** The fields of a connected organization that a careful client sends back. */
export async function resend(client: AtlasClient, change: Json = {}, path = connectedPath): Promise<Answer> {
  const { roleMappings: _mappings, userConflicts: _conflicts, ...whole } = (await client.get(path)).body;
  const sent = { ...whole, ...change };
  if (sent['identityProviderId'] === null) delete sent['identityProviderId'];
  return client.patch(path, sent);
}

/** An answer in short: its status, and the code where it is an error. */
export const outcome = ({ status, body: { errorCode } }: Answer): number | string =>
  typeof errorCode === 'string' ? `${status} ${errorCode}` : status;
