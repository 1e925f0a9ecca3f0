/**
 * Over random organizations and configurations, what the access model predicts before and after an apply is what the
 * sandbox does, for every person and method. A failing case prints its seed and the shrunk example.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everybody, identityProviders, scenario, type RandomWorld } from '../property/arbitraries.js';
import { acmeConfig, acmeWorld, organizationId } from '../support/acme.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { model, readWhole, rehearse, roleTexts, type Ask } from './support.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 80);
const people = [...everybody, 'ivan@acme.com', 'judy@partner.io', 'karl@labs.io', 'nobody@fresh.io'];
const methods = ['password', 'google', 'github', 'sso', 'bypass'];

async function within<T>(world: RandomWorld, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(acmeWorld(world));
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

interface Count {
  asked: number;
  unknown: number;
}

async function compare(bed: TestBed, ask: Ask, coreApi: boolean, count: Count): Promise<void> {
  for (const person of people) {
    for (const method of methods) {
      const question = { person, method, idpGroups: undefined };
      const answer = ask('acme-data', question);
      const outcome = await rehearse(bed, { id: organizationId }, question);
      const about = JSON.stringify({ question, answer, outcome });
      count.asked += 1;
      if (answer.allowed === 'unknown') {
        count.unknown += 1;
        expect(coreApi, about).toBe(false);
        expect(answer.reasons.map(({ text }) => text).join(), about).toContain('cannot be read');
        continue;
      }
      expect(answer.allowed === 'yes', about).toBe(outcome.allowed);
      expect(roleTexts(answer.roles, false), about).toEqual([...outcome.roles].sort());
      if (!outcome.allowed) continue;
      expect(answer.path === 'jit', about).toBe(outcome.provisioned);
      expect(answer.path === 'member', about).toBe(outcome.reason.includes('active member'));
      const via = answer.identityProvider === undefined ? method : `sso:${answer.identityProvider}`;
      expect(via, about).toBe(outcome.via);
    }
  }
}

it('what the model predicts for Astro is what the sandbox does, before and after an apply', async () => {
  const count: Count = { asked: 0, unknown: 0 };
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, organization]) =>
      within(world, async (bed) => {
        const config = acmeConfig(organization, { identityProviders });
        const problems = await bed.check(config);
        if (problems.some(({ severity }) => severity === 'error')) return;
        const before = await readWhole(bed, config);
        await compare(bed, model(before), world.coreApi, count);
        const { plan, report } = await bed.apply(config);
        if (report === undefined) return;
        applied += 1;
        expect(report.operations.filter(({ status }) => status !== 'done')).toEqual([]);
        const changes = new Map(plan.organizations.map((share) => [share.organization.name, share.changes]));
        await compare(
          bed,
          model(before, (name) => changes.get(name) ?? []),
          world.coreApi,
          count,
        );
      }),
    ),
    { numRuns: runs },
  );
  expect(applied).toBeGreaterThan(runs / 3);
  expect(count.asked).toBeGreaterThanOrEqual(Math.min(5000, runs * 60));
  expect(count.unknown).toBeLessThan(count.asked / 3);
});
