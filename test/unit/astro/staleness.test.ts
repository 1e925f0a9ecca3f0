/**
 * Before the first write only what the plan touches is read again, so names and nested roles that came with another
 * object's needs are missing then. That must not look like a change; a real one must.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { acmeConfig, acmeWorld } from '../../support/acme.js';
import { createTestBed, type TestBed } from '../../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const alice = { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' };
const withDeployment = { Analytics: { role: 'WORKSPACE_MEMBER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } };
const carol = { email: 'carol@acme.com', workspaces: withDeployment };
const bob = { email: 'bob@acme.com', workspaces: { Analytics: 'WORKSPACE_MEMBER' } };
const members = {
  'bob@acme.com': { workspaces: { Analytics: 'WORKSPACE_OWNER' } },
  // Converged; because of her, deployments are read for the plan, but not again before the write.
  'carol@acme.com': { workspaces: withDeployment },
};

describe('is not', () => {
  it('that deployments were read for somebody else', async () => {
    bed = await createTestBed(acmeWorld({ users: [alice, bob, carol] }));
    const { moved, report } = await bed.apply(acmeConfig({ members }));
    expect(moved).toEqual([]);
    expect(report?.status).toBe('applied');
  });

  it('that a team’s deployments were read for somebody else', async () => {
    const teams = [{ name: 'data', workspaces: { Analytics: 'WORKSPACE_MEMBER' } }];
    bed = await createTestBed(acmeWorld({ users: [alice, carol], teams }));
    const { moved, report } = await bed.apply(
      acmeConfig({
        members: { 'carol@acme.com': members['carol@acme.com'] },
        teams: { data: { workspaces: { Analytics: 'WORKSPACE_OWNER' } } },
      }),
    );
    expect([moved, report?.status]).toEqual([[], 'applied']);
  });

  it('that the names of JIT’s workspaces were read for somebody else', async () => {
    bed = await createTestBed(
      acmeWorld({
        users: [alice, carol],
        domains: [{ name: 'acme.com' }],
        ssoConnections: [
          {
            name: 'acme-okta-acme.com',
            domains: ['acme.com'],
            configuration: { samlSignInUrl: 'https://acme.okta.com/sso', samlSignOutUrl: 'https://acme.okta.com/slo' },
            jit: { role: 'ORGANIZATION_MEMBER', workspaces: { Research: 'WORKSPACE_MEMBER' } },
          },
        ],
      }),
    );
    const { moved, report } = await bed.apply(
      acmeConfig(
        {
          members: { 'carol@acme.com': members['carol@acme.com'] },
          authentication: {
            domains: {
              'acme.com': { sso: { identityProvider: 'acme-okta', jit: { role: 'ORGANIZATION_BILLING_ADMIN' } } },
            },
          },
        },
        {
          identityProviders: {
            'acme-okta': {
              astro: {
                strategy: 'saml',
                signInUrl: 'https://acme.okta.com/sso',
                signOutUrl: 'https://acme.okta.com/slo',
              },
            },
          },
        },
      ),
    );
    expect([moved, report?.status]).toEqual([[], 'applied']);
  });
});

describe('is', () => {
  it('that somebody gave a role in between', async () => {
    const world = acmeWorld({ users: [alice, bob, carol] });
    bed = await createTestBed(world);
    const testBed = bed;
    bed.beforeApply = async () => {
      // Another tool sets Bob's role, in another plan that nobody has seen.
      testBed.beforeApply = undefined;
      const other = acmeConfig({ members: { 'bob@acme.com': { workspaces: { Research: 'WORKSPACE_MEMBER' } } } });
      expect((await testBed.apply(other)).report?.status).toBe('applied');
    };
    const { moved, report } = await bed.apply(acmeConfig({ members }));
    expect(moved).toEqual(['acme-data/member/bob@acme.com']);
    expect(report).toBeUndefined();
  });
});
