/** The numbers that orgwright promises, counted by the sandbox's request log. */
import { afterEach, describe, expect, it } from 'vitest';
import { acmeConfig, acmeWorld, people } from '../support/acme.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

async function start(overrides: Record<string, unknown>, coreApi: boolean): Promise<TestBed> {
  bed = await createTestBed(acmeWorld({ coreApi, ...overrides }));
  return bed;
}

const keep = { members: 'keep', teams: 'keep', teamMembers: 'keep', domains: 'keep' };
const idp = {
  'acme-okta': {
    astro: { strategy: 'saml', signInUrl: 'https://acme.okta.com/sso', signOutUrl: 'https://acme.okta.com/slo' },
  },
};

async function writesOf(testBed: TestBed, config: object): Promise<string[]> {
  await testBed.forgetRequests();
  const { report, plan } = await testBed.apply(config);
  const { list } = await testBed.requests();
  if (plan.operations.length > 0) expect(report?.status).toBe('applied');
  expect((await testBed.plan(config)).operations).toEqual([]);
  return list
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.split('/').slice(3).join('/')}`);
}

describe.each([true, false])('with coreApi: %s', (coreApi) => {
  const crowd = people(40);
  const users = [{ email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }, ...crowd.map((email) => ({ email }))];

  it('adds 40 people to a live team in one request', async () => {
    const testBed = await start({ users, teams: [{ name: 'data-eng', members: ['alice@acme.com'] }] }, coreApi);
    const writes = await writesOf(
      testBed,
      acmeConfig({ teams: { 'data-eng': { members: ['alice@acme.com', ...crowd] } }, unlisted: keep }),
    );
    expect(writes).toHaveLength(1);
  });

  it('makes a team with 30 members and a workspace role in two', async () => {
    const testBed = await start({ users }, coreApi);
    const writes = await writesOf(
      testBed,
      acmeConfig({
        teams: {
          'data-eng': {
            members: crowd.slice(0, 30),
            role: 'ORGANIZATION_MEMBER',
            workspaces: { Analytics: 'WORKSPACE_AUTHOR' },
          },
        },
      }),
    );
    expect(writes).toHaveLength(2);
  });

  it('renames a team, adds 40 members and a role in three', async () => {
    const testBed = await start({ users, teams: [{ name: 'old', members: ['alice@acme.com'] }] }, coreApi);
    const writes = await writesOf(
      testBed,
      acmeConfig({
        teams: {
          new: {
            previously: ['old'],
            members: ['alice@acme.com', ...crowd],
            workspaces: { Analytics: 'WORKSPACE_OWNER' },
          },
        },
      }),
    );
    expect(writes).toHaveLength(3);
  });

  it('changes name, billing e-mail and SCIM in one', async () => {
    const testBed = await start({}, coreApi);
    const writes = await writesOf(
      testBed,
      acmeConfig({ settings: { name: 'Acme', billingEmail: 'money@acme.com' }, scim: { enabled: true } }),
    );
    expect(writes).toHaveLength(1);
  });

  it('moves a domain to SSO in three, or says how to do it by hand', async () => {
    const testBed = await start({ domains: [{ name: 'acme.com', enforcedLogins: ['password', 'google'] }] }, coreApi);
    const config = acmeConfig(
      {
        authentication: {
          domains: {
            'acme.com': {
              allowedMethods: ['sso'],
              sso: { identityProvider: 'acme-okta', active: true, jit: { role: 'ORGANIZATION_MEMBER' } },
            },
          },
        },
      },
      { identityProviders: idp },
    );
    const writes = await writesOf(testBed, config);
    const { manual_steps: steps } = (await testBed.plan(config)).document;
    expect(writes).toHaveLength(coreApi ? 3 : 0);
    expect(steps.map(({ address }) => address)).toEqual(
      coreApi ? [] : ['acme-data/domain/acme.com', 'acme-data/sso/acme.com'],
    );
  });

  it('removes a person who is in three teams in one, or strips them and says what is left', async () => {
    const teams = ['one', 'two', 'three'].map((name) => ({ name, members: ['alice@acme.com', 'dave@acme.com'] }));
    const testBed = await start({ users: [...users, { email: 'dave@acme.com' }], teams }, coreApi);
    const config = acmeConfig({
      members: { 'alice@acme.com': {}, 'dave@acme.com': { state: 'absent' } },
      teams: { one: { members: ['alice@acme.com'] } },
      unlisted: { ...keep, teamMembers: 'remove' },
    });
    const writes = await writesOf(testBed, config);
    const { manual_steps: steps } = (await testBed.plan(config)).document;
    expect(writes).toHaveLength(coreApi ? 1 : 3);
    expect(steps.map(({ title }) => title)).toEqual(coreApi ? [] : ['Remove dave@acme.com from the organization']);
  });

  it('reads 2,000 users and 200 teams with few requests, and a converged organization writes nothing', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `user${String(index).padStart(4, '0')}@acme.com`);
    const teams = Array.from({ length: 200 }, (_, index) => ({
      name: `team${index}`,
      members: many.slice(index * 10, index * 10 + 10),
      workspaces: { Analytics: 'WORKSPACE_MEMBER' },
    }));
    const testBed = await start(
      {
        users: many.map((email, index) => ({
          email,
          role: index === 0 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER',
        })),
        teams,
      },
      coreApi,
    );
    const config = acmeConfig({
      members: Object.fromEntries(
        many.map((email, index) => [email, index === 0 ? { role: 'ORGANIZATION_OWNER' } : {}]),
      ),
      teams: Object.fromEntries(teams.map(({ name, members, workspaces }) => [name, { members, workspaces }])),
      unlisted: { members: 'remove', teams: 'remove', teamMembers: 'remove' },
    });
    await testBed.forgetRequests();
    const plan = await testBed.plan(config);
    const { reads, writes } = await testBed.requests();
    expect(plan.operations).toEqual([]);
    expect(plan.document.diagnostics).toEqual([]);
    expect(writes).toBe(0);
    expect(reads).toBeLessThanOrEqual(coreApi ? 6 : 207);
    expect(plan.document.api_budget.reads).toBe(reads);
  });
});
