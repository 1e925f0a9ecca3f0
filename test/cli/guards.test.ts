/** Guards from YAML to a refused or acknowledged plan, on the sandbox. */
import { afterEach, describe, expect, it } from 'vitest';
import { trippedGuards } from '../../src/apply/judge-again.js';
import type { Plan } from '../../src/core/plan.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const id = 'clm3x0acme000000000000001';
const world = {
  astro: {
    organizations: [
      {
        id,
        name: 'Acme Data',
        users: [
          { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
          { email: 'bob@acme.com', role: 'ORGANIZATION_MEMBER' },
          { email: 'carol@acme.com', role: 'ORGANIZATION_MEMBER' },
        ],
        teams: [{ name: 'data', members: ['alice@acme.com', 'bob@acme.com'] }],
        domains: [{ name: 'acme.com', status: 'VERIFIED', enforcedLogins: ['google', 'github'] }],
      },
    ],
  },
};

function config(organization: object, rest: object = {}): object {
  return {
    orgwright: 1,
    providers: { astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' }, privateApi: 'allow' } },
    organizations: { acme: { type: 'astro', id, ...organization } },
    ...rest,
  };
}

const tripped = ({ document }: Plan): unknown =>
  document.guards.filter(({ status }) => status === 'tripped').map(({ id: guard, witnesses }) => [guard, witnesses]);

const over = { now: '2026-07-01T00:00:00Z' };
const allowed = (...allowedMethods: string[]): object => ({ domains: { 'acme.com': { allowedMethods } } });

describe('guards of the configuration', () => {
  it.each<[string, object, object, unknown]>([
    [
      'protect: a team to be absent',
      { teams: { data: { state: 'absent', protect: true } } },
      {},
      [['protect', ['acme/team/data']]],
    ],
    [
      'protect: a person who is protected everywhere and nowhere listed',
      { members: { 'alice@acme.com': {}, 'carol@acme.com': {} }, unlisted: { members: 'remove' } },
      { people: { 'Bob@acme.com': { protect: true } } },
      [['protect', ['acme/member/bob@acme.com']]],
    ],
    [
      'protect: a membership whose time is over',
      { members: { 'bob@acme.com': { until: '2026-06-30', protect: true } } },
      {},
      [['protect', ['acme/member/bob@acme.com']]],
    ],
    [
      'protect: a team that is emptied, in a protected organization',
      { protect: true, teams: { data: { members: [] } }, unlisted: { teamMembers: 'remove' } },
      {},
      [['protect', ['acme/team/data: all members']]],
    ],
    [
      'maxNewOwners: by a role of their own, and by a team',
      {
        members: { 'carol@acme.com': { role: 'ORGANIZATION_OWNER' } },
        teams: { data: { role: 'ORGANIZATION_OWNER', members: ['alice@acme.com', 'bob@acme.com'] } },
      },
      { guards: { maxNewOwners: 1 } },
      [['max-new-owners', ['bob@acme.com', 'carol@acme.com']]],
    ],
    [
      'denyWeakerLogin: a weaker method beside others',
      { authentication: allowed('google', 'password'), guards: { denyWeakerLogin: true } },
      {},
      [['deny-weaker-login', ['acme/domain/acme.com: password beside or instead of github, google']]],
    ],
    [
      'denyWeakerLogin: no, where an organization says so',
      { authentication: allowed('google', 'password'), guards: { denyWeakerLogin: false } },
      { guards: { denyWeakerLogin: true } },
      [],
    ],
    [
      'denyWeakerLogin: a method less',
      { authentication: allowed('github') },
      { guards: { denyWeakerLogin: true } },
      [],
    ],
  ])('%s', async (_, organization, rest, expected) => {
    bed = await createTestBed(world);
    const plan = await bed.plan(config(organization, rest), over);
    expect(plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan.document.resource_changes).not.toEqual([]);
    expect(tripped(plan)).toEqual(expected);
    expect(plan.document.applyable).toBe((expected as unknown[]).length === 0);
    // Before the first write the same facts trip again, or are acknowledged.
    const words = plan.document.guards.flatMap(({ acknowledgement }) => acknowledgement ?? []);
    for (const share of plan.organizations) {
      const again = (given: readonly string[]): unknown =>
        trippedGuards(share, share.planned.live, given).map(({ id: guard, witnesses }) => [guard, witnesses]);
      expect(again([])).toEqual(expected);
      expect(again(words)).toEqual([]);
    }
  });
});
