/**
 * Over random Astro organizations and configurations, whose access changes by an apply, as everybody's logins before and
 * after show, is what the plan says. A failing case prints its seed and the shrunk example.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everybody, identityProviders, scenario } from '../property/arbitraries.js';
import { acmeConfig, acmeWorld, organizationId } from '../support/acme.js';
import { createTestBed } from '../support/test-bed.js';
import { compareChanges, noTally, placeAndRole, tryLogins } from './changes-support.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);
const strangers = ['nobody@acme.com', 'nobody@labs.io', 'nobody@fresh.io', 'nobody@partner.io'];
const people = [...everybody, 'ivan@acme.com', 'judy@partner.io', ...strangers];
const methods = ['password', 'google', 'github', 'sso', 'bypass'];

/** Most privileged first (product documentation). */
const ranks = [
  ['ORGANIZATION_OWNER', 'ORGANIZATION_BILLING_ADMIN', 'ORGANIZATION_MEMBER'],
  ['WORKSPACE_OWNER', 'WORKSPACE_OPERATOR', 'WORKSPACE_AUTHOR', 'WORKSPACE_MEMBER', 'WORKSPACE_ACCESSOR'],
  ['DEPLOYMENT_ADMIN', 'DEPLOYMENT_ACCESSOR'],
];

function holds(one: string, other: string): boolean {
  const [[place, role], [otherPlace, otherRole]] = [placeAndRole(one), placeAndRole(other)];
  const rank = ranks.find((each) => each.includes(role)) ?? [];
  return place === otherPlace && rank.indexOf(role) < rank.indexOf(otherRole);
}

it('whose access an apply changes in Astro is what its plan says', async () => {
  const tallies = { readable: noTally(), unreadable: noTally() };
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, organization]) => {
      const bed = await createTestBed(acmeWorld(world));
      try {
        const config = acmeConfig(organization, { identityProviders });
        if ((await bed.check(config)).some(({ severity }) => severity === 'error')) return;
        const logins = { organization: organizationId, people, methods };
        const before = await tryLogins(bed, logins);
        const { plan, report } = await bed.apply(config);
        if (report === undefined) return;
        applied += 1;
        expect(report.operations.filter(({ status }) => status !== 'done')).toEqual([]);
        const created = plan.document.resource_changes
          .filter(({ kind, change }) => kind === 'member' && change.actions.join() === 'create')
          .map(({ name }) => name);
        const tally = world.coreApi ? tallies.readable : tallies.unreadable;
        const untold = compareChanges(
          {
            plan: plan.document,
            organization: 'acme-data',
            before,
            after: await tryLogins(bed, logins),
            known: new Set([...world.users.map(({ email }) => email), ...created]),
            holds,
            knowsGroups: true,
          },
          tally,
        );
        expect(untold).toEqual([]);
        // Where everything can be read, only whether somebody removed comes back just in time is left open.
        const removed = plan.document.resource_changes.filter(({ change }) => change.after === null);
        const open = plan.document.access_changes.filter(({ possible }) => world.coreApi && possible === true);
        expect(open.filter(({ person }) => !removed.some(({ name }) => name === person))).toEqual([]);
      } finally {
        await bed.close();
      }
    }),
    { numRuns: runs },
  );
  expect(applied).toBeGreaterThan(runs / 3);
  expect(tallies.readable.possible).toBeLessThan(tallies.readable.certain / 10);
  expect(tallies.readable.certain).toBeGreaterThan(runs);
  expect(tallies.unreadable.possible).toBeLessThan(tallies.unreadable.certain);
});
