import { describe, expect, it } from 'vitest';
import { buildOrganizations } from '../../src/config/build.js';
import { loadConfiguration } from '../../src/config/load.js';
import type { OrganizationInput } from '../../src/core/organization-input.js';
import { scratch } from './scratch.js';

async function build(body: string): Promise<OrganizationInput> {
  const yaml = `
orgwright: 1
providers: { astro: { type: astro, token: { env: T } } }
${body}`;
  const loaded = await loadConfiguration([], { cwd: scratch({ 'org.yaml': yaml }) });
  expect(loaded.diagnostics).toEqual([]);
  const [only] = buildOrganizations(loaded, undefined, '2026-07-01T00:00:00Z');
  if (only === undefined) throw new Error('no organization');
  return only;
}

describe('protect', () => {
  it('is of people by name, and of other entries by their place', async () => {
    const { guards, marks, members, teams } = await build(`
people: { Zoe@acme.com: { protect: true }, yan@acme.com: { protect: false } }
lists: { admins: [Carol@acme.com, dave@acme.com] }
organizations:
  acme:
    type: astro
    id: c1
    authentication:
      domains: { acme.com: { allowedMethods: [google], protect: true }, acme.io: { allowedMethods: [google] } }
      bypassLink: { state: present, protect: true }
    members:
      alice@acme.com: { role: ORGANIZATION_OWNER, protect: true }
      dave@acme.com: { until: 2026-06-30 }
    memberLists: { admins: { protect: true } }
    teams: { data: { state: absent, protect: true }, old: { until: 2026-06-30, protect: true } }
`);
    expect(guards.protect).toEqual({
      everything: false,
      people: ['alice@acme.com', 'carol@acme.com', 'zoe@acme.com'],
    });
    expect([...marks]).toEqual([
      ['/organizations/acme/teams/data', { protect: true }],
      ['/organizations/acme/teams/old', { protect: true, because: 'until 2026-06-30 is over' }],
      ['/organizations/acme/authentication/domains/acme.com', { protect: true }],
      ['/organizations/acme/authentication/domains/acme.com/sso', { protect: true }],
      ['/organizations/acme/authentication/bypassLink', { protect: true }],
      ['/organizations/acme/members/dave@acme.com', { because: 'until 2026-06-30 is over' }],
    ]);
    expect(members.map(({ settings }) => settings)).toEqual([{ role: 'ORGANIZATION_OWNER' }, {}, {}]);
    expect(teams.map(({ settings }) => settings)).toEqual([{}, {}]);
  });

  it('is of a whole organization', async () => {
    const { guards } = await build('organizations: { acme: { type: astro, id: c1, protect: true } }');
    expect(guards.protect).toEqual({ everything: true, people: [] });
  });
});
