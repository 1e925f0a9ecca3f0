/** What happens when Astro refuses a step that others wait for: access stays as it was, and a person is told what to do. */
import { afterEach, describe, expect, it } from 'vitest';
import { acmeConfig, acmeWorld } from '../../support/acme.js';
import { createTestBed, type TestBed } from '../../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const identityProviders = {
  'acme-okta': {
    astro: { strategy: 'saml', signInUrl: 'https://acme.okta.com/sso', signOutUrl: 'https://acme.okta.com/slo' },
  },
};

async function start(overrides: object, switches: object = {}): Promise<TestBed> {
  bed = await createTestBed({ ...acmeWorld({ ...overrides }), switches });
  return bed;
}

const outcomes = (report: Awaited<ReturnType<TestBed['apply']>>['report']): string[] =>
  (report?.operations ?? []).map(({ addresses, status }) => `${status} ${addresses.join(' ')}`);

describe('activation of single sign-on', () => {
  const config = acmeConfig(
    {
      authentication: {
        domains: {
          'acme.com': { allowedMethods: ['sso'], sso: { identityProvider: 'acme-okta', active: true } },
        },
      },
    },
    { identityProviders },
  );
  const domains = [{ name: 'acme.com', enforcedLogins: ['password'] }];

  it('refused: the connection is there, people keep their password, and a person activates it', async () => {
    const testBed = await start({ domains }, { ssoActivation: 'refused' });
    const { report } = await testBed.apply(config);
    expect(outcomes(report)).toEqual([
      'done acme-data/sso/acme.com',
      'failed acme-data/sso/acme.com',
      'skipped acme-data/domain/acme.com',
    ]);
    expect(report?.status).toBe('partial');
    expect(report?.manual_steps.map(({ title }) => title)).toEqual([
      'Test and activate the SSO connection of acme.com',
    ]);
    expect(
      await testBed.control('POST', 'login', {
        organization: 'clm3x0acme000000000000001',
        email: 'alice@acme.com',
        method: 'password',
      }),
    ).toMatchObject({ allowed: true });
  });

  it('done by a person meanwhile: the next apply tightens, and makes no second connection', async () => {
    const testBed = await start({ domains }, { ssoActivation: 'refused' });
    await testBed.apply(config);
    await testBed.control('PUT', 'switches', { ssoActivation: 'free' });
    const { report, plan } = await testBed.apply(config);
    expect(plan.document.operations.map(({ method, addresses }) => `${method} ${addresses.join()}`)).toEqual([
      'POST acme-data/sso/acme.com',
      'POST acme-data/domain/acme.com',
    ]);
    expect(report?.status).toBe('applied');
    expect((await testBed.plan(config)).operations).toEqual([]);
  });
});

describe('verification of a domain', () => {
  const config = acmeConfig({ authentication: { domains: { 'acme.com': { allowedMethods: ['google'] } } } });

  it('refused is no failure, and says what a person must do', async () => {
    const testBed = await start({ domains: [{ name: 'acme.com', status: 'PENDING' }] });
    const { report } = await testBed.apply(config, { verifyDomains: true });
    expect(report?.status).toBe('applied');
    expect(report?.operations[0]?.detail).toContain('acme.com is not verified yet: Astro does not see the DNS record');
    const { document } = await testBed.plan(config);
    expect([document.manual_steps.length, document.pending.length, document.operations.length]).toEqual([1, 1, 0]);
  });

  it('granted: the login methods follow in the next plan', async () => {
    const testBed = await start({ domains: [{ name: 'acme.com', status: 'PENDING', dns: true }] });
    await testBed.apply(config, { verifyDomains: true });
    const { document } = await testBed.plan(config);
    expect(document.resource_changes.map(({ address }) => address)).toEqual(['acme-data/domain/acme.com']);
    expect(document.manual_steps).toEqual([]);
  });
});

describe('a grant that fails', () => {
  it('skips the revoke that waits for it: nobody is left with less', async () => {
    const testBed = await start({
      users: [{ email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }, { email: 'bob@acme.com' }],
      teams: [{ name: 'old', members: ['bob@acme.com'] }],
    });
    await testBed.control('PUT', 'faults', [
      { method: 'POST', path: '/v1/organizations/clm3x0acme000000000000001/teams', times: 20, status: 400 },
    ]);
    const config = acmeConfig({
      members: { 'alice@acme.com': {}, 'bob@acme.com': {} },
      teams: { new: { members: ['bob@acme.com'] }, old: { members: [] } },
      unlisted: { teamMembers: 'remove' },
    });
    const { report } = await testBed.apply(config);
    expect(outcomes(report).sort()).toEqual(['failed acme-data/team/new', 'skipped acme-data/team/old']);
    const left = (await testBed.plan(config)).document.resource_changes.find(({ name }) => name === 'old');
    expect(left?.change.before?.['members']).toEqual(['bob@acme.com']);
  });
});
