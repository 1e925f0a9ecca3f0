/** A list that cannot be read completely: nothing of it is created or removed, and the plan says that it is incomplete. */
import { afterEach, describe, expect, it } from 'vitest';
import { acmeConfig, acmeWorld, organizationId } from '../../support/acme.js';
import { createTestBed, type TestBed } from '../../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const root = `/v1/organizations/${organizationId}`;
const users = [{ email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }, { email: 'zed@acme.com' }];
const teams = [
  { name: 'data-eng', members: ['alice@acme.com', 'zed@acme.com'] },
  { name: 'stray', members: [] },
];
const config = acmeConfig({
  settings: { name: 'Acme' },
  members: { 'alice@acme.com': {}, 'new@acme.com': {} },
  teams: { 'data-eng': { members: ['alice@acme.com'], description: 'Ours' }, 'brand-new': {} },
  unlisted: { members: 'remove', teams: 'remove', teamMembers: 'remove' },
});

async function start(path: string, overrides: object = {}): Promise<TestBed> {
  bed = await createTestBed(acmeWorld({ users, teams, coreApi: false, ...overrides }));
  await bed.control('PUT', 'faults', [{ method: 'GET', path, times: 1000, status: 500 }]);
  return bed;
}

describe('a list that stays unread', () => {
  it.each<[string, string, readonly string[], string]>([
    [
      'members',
      `${root}/users`,
      ['acme-data/settings', 'acme-data/team/brand-new', 'acme-data/team/data-eng', 'acme-data/team/stray'],
      'The members of acme-data could not be read completely.',
    ],
    [
      'teams',
      `${root}/teams`,
      ['acme-data/member/new@acme.com', 'acme-data/settings', 'acme-data/member/zed@acme.com'],
      'The teams of acme-data could not be read completely.',
    ],
  ])('%s', async (key, path, changed, summary) => {
    const testBed = await start(path, key === 'teams' ? { coreApi: true } : {});
    const { document } = await testBed.plan(config);
    expect(document.complete).toBe(false);
    expect(document.applyable).toBe(false);
    expect(document.resource_changes.map(({ address }) => address).sort()).toEqual([...changed].sort());
    expect(document.diagnostics.map((diagnostic) => diagnostic.summary)).toContain(summary);
    expect((await testBed.plan(config, { allowIncomplete: true })).document.applyable).toBe(true);
  });

  it('removes nobody whom it did not see, not even those who are to be absent', async () => {
    const testBed = await start(`${root}/users`);
    const { document } = await testBed.plan(
      acmeConfig({
        members: { 'alice@acme.com': { state: 'absent' }, 'new@acme.com': {} },
        settings: { name: 'Acme' },
      }),
    );
    expect(document.resource_changes.map(({ address }) => address)).toEqual(['acme-data/settings']);
    expect(document.guards.map(({ id, status }) => [id, status])).toEqual([
      ['min-owners', 'unproven'],
      ['max-removals', 'passed'],
    ]);
  });
});
