import { expect, it } from 'vitest';
import { acmeConfig, acmeWorld } from '../../support/acme.js';
import { createTestBed } from '../../support/test-bed.js';
it('stale?', async () => {
  const bed = await createTestBed(acmeWorld({ users: [
    { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
    { email: 'bob@acme.com', workspaces: { Analytics: 'WORKSPACE_MEMBER' } },
    { email: 'carol@acme.com', workspaces: { Analytics: { role: 'WORKSPACE_MEMBER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } } },
  ]}));
  const r = await bed.apply(acmeConfig({ members: {
    'bob@acme.com': { workspaces: { Analytics: 'WORKSPACE_OWNER' } },
    'carol@acme.com': { workspaces: { Analytics: { role: 'WORKSPACE_MEMBER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } } },
  } }));
  expect(r.moved).toEqual([]);
  expect(r.report?.status).toBe('applied');
});
it('strip with deployments', async () => {
  const bed = await createTestBed(acmeWorld({ coreApi: false, users: [
    { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
    { email: 'carol@acme.com', workspaces: { Analytics: { role: 'WORKSPACE_MEMBER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } } },
  ]}));
  const c = acmeConfig({ members: { 'carol@acme.com': { state: 'absent' } } });
  const r = await bed.apply(c);
  console.log(JSON.stringify(r.plan.document.operations, null, 1), JSON.stringify(r.report?.operations));
  expect((await bed.plan(c)).operations).toEqual([]);
});
it('target team with uninvited', async () => {
  const bed = await createTestBed(acmeWorld({}));
  const c = acmeConfig({ members: { 'new@acme.com': {} }, teams: { t: { members: ['new@acme.com'] } } });
  const p = await bed.plan(c, { targets: ['acme-data/team/t'] });
  console.log(JSON.stringify(p.document.pending), p.document.resource_changes.map(x=>x.address));
});
it('deny privateApi strip with pending and core reads', async () => {
  const bed = await createTestBed(acmeWorld({ users: [
    { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }, { email: 'p@acme.com', status: 'PENDING' } ], plan: 'ENTERPRISE' }));
  const p = await bed.plan(acmeConfig({ members: { 'alice@acme.com': {}, 'p@acme.com': { state: 'absent' } } }));
  console.log(JSON.stringify(p.document.operations), JSON.stringify(p.document.manual_steps));
});
