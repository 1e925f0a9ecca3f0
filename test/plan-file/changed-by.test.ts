/** A plan that is refused as stale says who changed what it touches, where the vendor tells: Astro does of teams and settings. */
import { expect, it } from 'vitest';
import { acmeConfig, acmeWorld, organizationId } from '../support/acme.js';
import { applySavedText, savePlanOf } from '../support/saved-plans.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { cases } from './cases.js';

const token = 'the-token-of-carol';

const world = {
  ...acmeWorld({
    users: [
      { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
      { email: 'carol@acme.com', role: 'ORGANIZATION_OWNER' },
    ],
    teams: [{ name: 'data-eng', description: '', role: 'ORGANIZATION_MEMBER', members: ['alice@acme.com'] }],
  }),
};

async function carolWrites(bed: TestBed, path: string, body: object): Promise<void> {
  const response = await bed.sandbox.fetch(
    new Request(`http://127.0.0.1:9/v1/organizations/${organizationId}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  expect(response.status, await response.clone().text()).toBe(200);
}

const withCarol = {
  astro: { ...(world.astro as object), tokens: [{ token, user: 'carol@acme.com', organizations: [organizationId] }] },
};

it('names the person who changed a team or the settings', async () => {
  const bed = await createTestBed(withCarol);
  try {
    const config = acmeConfig({
      settings: { name: 'Acme' },
      teams: { 'data-eng': { description: 'Data engineering' } },
    });
    const { text = '' } = await savePlanOf(bed, config);
    const team = (await bed.read(config))[0]?.live.resources.find(({ kind }) => kind === 'team');
    await carolWrites(bed, `/teams/${team?.remoteId}`, { name: 'data-eng', description: 'Carol was here' });
    await carolWrites(bed, '', { name: 'Carol', billingEmail: 'billing@acme.com', isScimEnabled: false });
    const by = '(last changed by carol@acme.com at 2026-06-01T00:00:00.000Z)';
    await expect(applySavedText(bed, text)).rejects.toMatchObject({
      exitCode: 11,
      message: `Nothing was applied: changed since the plan was made: acme-data/settings ${by}, acme-data/team/data-eng ${by}.`,
    });
    // The same at once, between the question and the first write.
    expect((await bed.apply(config)).report?.status).toBe('applied');
  } finally {
    await bed.close();
  }
});

it.each(cases.filter(({ name }) => name !== 'astro'))('names nobody where the vendor does not: $name', async (one) => {
  const bed = await createTestBed(one.world);
  try {
    const { text = '' } = await savePlanOf(bed, one.config);
    await bed.apply(one.touching);
    await expect(applySavedText(bed, text)).rejects.toMatchObject({
      exitCode: 11,
      message: expect.not.stringContaining('last changed') as unknown,
    });
  } finally {
    await bed.close();
  }
});
