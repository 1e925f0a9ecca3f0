/**
 * Over random federations and configurations, what the access model predicts before and after an apply is what the
 * sandbox does, for every person, method and set of groups. A failing case prints its seed and the shrunk example.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labsId, providers, shopId } from '../atlas/acme.js';
import { scenario, worldOf, type RandomConfig, type RandomWorld } from '../atlas/arbitraries.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { model, readWhole, rehearse, roleTexts, type Ask, type Outcome } from './support.js';
import { roleText, type AccessAnswer } from '../../src/core/access.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 80);
const people = [
  ...['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].map(
    (name, index) => `${name}@acme.${index % 2 ? 'io' : 'com'}`,
  ),
  'ivan@partner.example',
  'judy@acme.com',
  'karl@acme.io',
  'lena@acme.net',
];
const methods = ['password', 'sso', 'bypass'];
const groups = [undefined, [], ['admins'], ['dev', 'audit'], ['admins', 'dev', 'ops', 'audit', 'else']];

async function within<T>(world: RandomWorld, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(worldOf(world));
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

function configOf({ shop, labs, identityProviders }: RandomConfig): object {
  return {
    orgwright: 1,
    providers,
    identityProviders,
    organizations: {
      'acme-shop': { type: 'atlas', id: shopId, ...shop },
      ...(labs !== undefined && { 'acme-labs': { type: 'atlas', id: labsId, ...labs } }),
    },
  };
}

interface Count {
  asked: number;
  unknown: number;
}

async function compare(
  bed: TestBed,
  ask: Ask,
  organizations: ReadonlyMap<string, string>,
  count: Count,
): Promise<void> {
  for (const [organization, id] of organizations) {
    for (const person of people) {
      for (const method of methods) {
        // Groups are told through the identity provider only.
        for (const idpGroups of method === 'sso' ? groups : [undefined]) {
          const question = { person, method, idpGroups };
          const answer = ask(organization, question);
          count.asked += 1;
          const outcome = await rehearse(bed, { id }, question);
          expectAgreement(
            answer,
            outcome,
            idpGroups,
            count,
            JSON.stringify({ organization, question, answer, outcome }),
          );
        }
      }
    }
  }
}

const unreadable = /not known|cannot be read|does not show/;

function whyOf({ reasons }: AccessAnswer): string {
  return reasons.map(({ text }) => text).join();
}

function expectAgreement(
  answer: AccessAnswer,
  outcome: Outcome,
  idpGroups: readonly string[] | undefined,
  count: Count,
  about: string,
): void {
  if (answer.allowed === 'unknown') {
    count.unknown += 1;
    expect(whyOf(answer), about).toMatch(unreadable);
    if (!outcome.allowed) return;
  } else {
    expect(answer.allowed === 'yes', about).toBe(outcome.allowed);
  }
  const certain = roleTexts(answer.roles, true);
  if (answer.possibleRoles.length === 0) expect(certain, about).toEqual([...outcome.roles].sort());
  else {
    expect(idpGroups === undefined || unreadable.test(whyOf(answer)), about).toBe(true);
    const possible = new Set([...certain, ...answer.possibleRoles.map(roleText)]);
    expect(
      outcome.roles.every((role) => possible.has(role)),
      about,
    ).toBe(true);
    expect(
      certain.every((role) => outcome.roles.includes(role)),
      about,
    ).toBe(true);
  }
  if (!outcome.allowed) return;
  expect(answer.path === 'jit', about).toBe(outcome.provisioned);
  expect(answer.path === 'member', about).toBe(outcome.reason.includes('active member'));
  // Two identity providers of one domain are told in no order.
  if (answer.assumptions.some(({ id }) => id === 'shared-domain')) return;
  const via = answer.identityProvider === undefined ? answer.method : `sso:${answer.identityProvider}`;
  expect(via, about).toBe(outcome.via);
}

it('what the model predicts for Atlas is what the sandbox does, before and after an apply', async () => {
  const count: Count = { asked: 0, unknown: 0 };
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, random]) =>
      within(world, async (bed) => {
        const config = configOf(random);
        const problems = await bed.check(config);
        if (problems.some(({ severity }) => severity === 'error')) return;
        const before = await readWhole(bed, config);
        const organizations = new Map(before.map(({ desired }) => [desired.name, desired.id]));
        await compare(bed, model(before), organizations, count);
        const { plan, report } = await bed.apply(config);
        if (report === undefined) return;
        applied += 1;
        expect(report.operations.filter(({ status }) => status !== 'done')).toEqual([]);
        const changes = new Map(plan.organizations.map((share) => [share.organization.name, share.changes]));
        const planned = model(before, (name) => changes.get(name) ?? []);
        await compare(bed, planned, organizations, count);
      }),
    ),
    { numRuns: runs },
  );
  expect(applied).toBeGreaterThan(runs / 5);
  expect(count.asked).toBeGreaterThanOrEqual(Math.min(5000, runs * 60));
  expect(count.unknown).toBeLessThan(count.asked / 3);
});
