/** Answers whose status says something else than they mean, lost ones, and credentials that are refused. */
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { acmeConfig, acmeWorld, labsId, providers, shopId, type Fields } from './acme.js';
import { commandLine } from './command-line.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const users = [
  { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
  { email: 'bob@acme.com', roles: ['ORG_MEMBER'] },
  { email: 'carol@acme.com', roles: ['ORG_MEMBER'] },
];
const teams = [{ name: 'one', members: ['alice@acme.com'], projects: { shop: ['GROUP_OWNER'] } }];

async function start(): Promise<TestBed> {
  bed = await createTestBed(acmeWorld({ shop: { users, teams, projects: [{ name: 'shop' }] } }));
  return bed;
}

const refusal = (status: number, errorCode: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: status, errorCode, detail: 'Because.', reason: 'No' }, { status, headers });

/** Answers the first `times` requests that match otherwise. */
function answer(testBed: TestBed, matches: RegExp, times: number, make: () => Response): void {
  let left = times;
  testBed.intercept = async (request, next) => {
    if (!matches.test(`${request.method} ${new URL(request.url).pathname}`) || left === 0) return next();
    left -= 1;
    return make();
  };
}

describe('statuses that lie', () => {
  it.each([
    [400, 'RATE_LIMITED_IP'],
    [400, 'INVITATIONS_RATE_LIMITED_IP'],
    [405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'],
    [429, 'RATE_LIMITED_TOKEN_BUCKET'],
  ])('waits and sends again after %i %s', async (status, code) => {
    const testBed = await start();
    answer(testBed, /^POST .*\/users$/, 2, () => refusal(status, code, { 'retry-after': '7' }));
    const { report } = await testBed.apply(acmeConfig({ members: { 'zoe@else.example': {} } }));
    expect(report?.counts).toMatchObject({ done: 1, failed: 0 });
    expect(testBed.waits).toEqual([7000, 7000]);
  });

  it('is patient where Atlas does not say for how long to wait', async () => {
    const testBed = await start();
    answer(testBed, /^POST .*\/users$/, 12, () => refusal(400, 'RATE_LIMITED_IP'));
    const { report } = await testBed.apply(acmeConfig({ members: { 'zoe@else.example': {} } }));
    expect(report?.counts).toMatchObject({ done: 1, failed: 0 });
    expect(testBed.waits.filter((wait) => wait >= 10_000)).toEqual([10_000, 20_000]);
  });

  it('takes a 404 that means "still assigned" for a refusal', async () => {
    const testBed = await start();
    answer(testBed, /^DELETE .*\/orgs\/.*\/teams\//, 9, () => refusal(404, 'CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT'));
    const { report } = await testBed.apply(acmeConfig({ teams: { one: { state: 'absent' } } }));
    expect(report?.operations.at(-1)).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('CANNOT_DELETE_TEAM') as string,
    });
  });

  it.each(['TEAM_NOT_FOUND', 'RESOURCE_NOT_FOUND'])('takes 404 %s for gone', async (code) => {
    const testBed = await start();
    answer(testBed, /^DELETE .*\/orgs\/.*\/teams\//, 1, () => refusal(404, code));
    const { report } = await testBed.apply(acmeConfig({ teams: { one: { state: 'absent' } } }));
    expect(report?.operations.at(-1)).toMatchObject({ status: 'substituted', detail: 'it was gone already' });
  });

  it.each(['ORG_NOT_FOUND', 'SOMETHING_ELSE'])('does not take 404 %s for gone', async (code) => {
    const testBed = await start();
    answer(testBed, /^DELETE .*\/orgs\/.*\/teams\//, 9, () => refusal(404, code));
    const { report } = await testBed.apply(acmeConfig({ teams: { one: { state: 'absent' } } }));
    expect(report?.operations.at(-1)).toMatchObject({ status: 'failed' });
  });

  it.each(['NOT_ORG_OWNER', 'USER_UNAUTHORIZED', 'USER_CANNOT_ACCESS_ORG'])(
    'takes 401 %s for a missing permission, not for a bad credential',
    async (code) => {
      const testBed = await start();
      answer(testBed, /^GET .*\/federationSettings$/, 9, () => refusal(401, code));
      await expect(testBed.plan(acmeConfig({ authentication: { jit: 'none' } }))).rejects.toMatchObject({
        name: 'ApiError',
        status: 403,
      });
    },
  );

  it.each([404, 409, 410])('adds people one by one where the batch answers %i', async (status) => {
    const testBed = await start();
    answer(testBed, /^POST .*\/teams\/[0-9a-f]+\/users$/, 1, () =>
      refusal(status, status === 410 ? 'VERSION_GONE' : 'OTHER'),
    );
    const members = users.map(({ email }) => email);
    const config = acmeConfig({ teams: { one: { members } } });
    const { report } = await testBed.apply(config);
    expect(report?.operations).toMatchObject([
      { status: 'substituted', detail: expect.stringContaining('one by one') as string },
    ]);
    testBed.intercept = undefined;
    expect((await testBed.plan(config)).operations).toEqual([]);
  });
});

describe('versions', () => {
  it('names the version of each endpoint in what it accepts and in what it sends', async () => {
    const testBed = await start();
    const seen = new Map<string, string>();
    testBed.intercept = async (request, next) => {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith('/api/oauth')) {
        const accept = request.headers.get('accept') ?? '';
        const sent = request.headers.get('content-type');
        if (sent !== null) expect(sent).toBe(accept);
        const path = pathname.replace('/api/atlas/v2', '').replace(/[0-9a-f]{24}/g, '*');
        seen.set(`${request.method} ${path}`, accept.replace(/^application\/vnd\.atlas\.(.*)\+json$/, '$1'));
      }
      return next();
    };
    const oidc = {
      anchor: 'acme-shop',
      protocol: 'oidc',
      issuerUri: 'https://a',
      audience: 'a',
      authorizationType: 'USER',
      userClaim: 'sub',
    };
    await testBed.apply(
      acmeConfig(
        {
          settings: { name: 'Other', multiFactorAuthRequired: true },
          authentication: { jit: 'none', roleMappings: { dev: { roles: ['ORG_MEMBER'] } } },
          members: { 'bob@acme.com': { roles: ['ORG_READ_ONLY'] }, 'zoe@else.example': {} },
          teams: {
            one: { members: ['bob@acme.com'], projects: {} },
            two: { members: ['bob@acme.com'], projects: { shop: ['GROUP_OWNER'] } },
          },
          unlisted: { teamMembers: 'remove' },
        },
        {
          identityProviders: {
            'acme-okta': { atlas: { anchor: 'acme-shop', ssoDebug: true } },
            'acme-oidc': { atlas: oidc },
          },
        },
      ),
    );
    expect(Object.fromEntries([...seen].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual({
      'DELETE /groups/*/teams/*': '2023-01-01',
      'GET /federationSettings/*/connectedOrgConfigs': '2023-01-01',
      'GET /federationSettings/*/identityProviders': '2023-01-01',
      'GET /groups/*/teams': '2023-01-01',
      'GET /orgs/*': '2023-01-01',
      'GET /orgs/*/federationSettings': '2023-01-01',
      'GET /orgs/*/groups': '2023-01-01',
      'GET /orgs/*/settings': '2023-01-01',
      'GET /orgs/*/teams': '2023-01-01',
      'GET /orgs/*/users': '2025-02-19',
      'PATCH /federationSettings/*/connectedOrgConfigs/*': '2023-01-01',
      'PATCH /federationSettings/*/identityProviders/*': '2023-11-15',
      'PATCH /orgs/*': '2023-01-01',
      'PATCH /orgs/*/settings': '2023-01-01',
      'PATCH /orgs/*/users/*': '2025-02-19',
      'POST /federationSettings/*/connectedOrgConfigs/*/roleMappings': '2023-01-01',
      'POST /federationSettings/*/identityProviders': '2023-11-15',
      'POST /groups/*/teams': '2023-01-01',
      'POST /orgs/*/teams': '2023-01-01',
      'POST /orgs/*/teams/*:addUser': '2025-02-19',
      'POST /orgs/*/teams/*:removeUser': '2025-02-19',
      'POST /orgs/*/users': '2025-02-19',
    });
  });
});

describe('credentials', () => {
  const narrow = {
    clientId: 'mdb_sa_id_66f0a1b2c3d4e5f60718293a',
    clientSecret: 'mdb_sa_sk_narrow',
    organizations: [shopId],
    roles: ['ORG_OWNER'],
  };
  const world = (): Fields => {
    const base = acmeWorld();
    return { ...base, atlas: { ...(base['atlas'] as Fields), serviceAccounts: [narrow] } };
  };
  const env = { NARROW_ID: narrow.clientId, NARROW_SECRET: narrow.clientSecret };
  const authentication = { jit: 'none' };
  const withProviders = (shop: string, labs: string): object => ({
    orgwright: 1,
    providers: {
      ...providers,
      narrow: { type: 'atlas', clientId: { env: 'NARROW_ID' }, clientSecret: { env: 'NARROW_SECRET' } },
      wrong: { type: 'atlas', clientId: { env: 'NARROW_ID' }, clientSecret: { env: 'ATLAS_CLIENT_SECRET' } },
      missing: { type: 'atlas', publicKey: { env: 'NOBODY_SET_THIS' }, privateKey: { env: 'NOBODY_SET_THIS' } },
      key: { type: 'atlas', publicKey: { env: 'ATLAS_PUBLIC_KEY' }, privateKey: { env: 'ATLAS_PRIVATE_KEY' } },
    },
    organizations: {
      'acme-shop': { type: 'atlas', id: shopId, provider: shop, authentication },
      'acme-labs': { type: 'atlas', id: labsId, provider: labs, authentication },
    },
  });

  it('takes a service account for one organization and an API key for another', async () => {
    const cli = await commandLine(world(), env);
    const writes = await cli.apply(withProviders('narrow', 'key'));
    // One of them may have been asked for its credentials first.
    expect(new Set(writes)).toEqual(new Set(['PATCH /federationSettings/*/connectedOrgConfigs/*']));
  });

  it('tells of every organization whose credential is missing or refused, before any write', async () => {
    const cli = await commandLine(world(), env);
    const { code, stderr } = await cli.run(['apply', '-auto-approve'], withProviders('wrong', 'missing'));
    expect(code).toBe(1);
    expect(stderr).toContain('Could not read acme-shop');
    expect(stderr).toContain('Could not read acme-labs');
    expect(stderr).toContain('NOBODY_SET_THIS');
    expect((await cli.writes()).filter((write) => !write.startsWith('POST /api/oauth'))).toEqual([]);
  });

  it('writes nothing at all where a credential reads an organization through the federation, but does not own it', async () => {
    const cli = await commandLine(
      {
        ...world(),
        atlas: { ...(acmeWorld()['atlas'] as Fields), serviceAccounts: [{ ...narrow, organizations: [labsId] }] },
      },
      env,
    );
    const { code, stderr } = await cli.run(['apply', '-auto-approve'], withProviders('narrow', 'narrow'));
    expect(code).toBe(1);
    expect(stderr).toContain('USER_CANNOT_ACCESS_ORG');
    expect(await cli.writes()).toEqual([]);
  });

  it('sees what somebody else changed between the plan and the approval', async () => {
    const cli = await commandLine(acmeWorld());
    const config = acmeConfig({ authentication: { jit: 'none' } });
    const { code, stderr } = await cli.run(['apply'], config, async () => {
      await cli.elsewhere(acmeConfig({ authentication: { defaultRoles: ['ORG_OWNER'] } }));
      await cli.writes();
      return 'yes';
    });
    expect([code, stderr]).toEqual([11, expect.stringContaining('acme-shop/idp-mapping')]);
    expect(await cli.writes()).toEqual([]);
  });
});
