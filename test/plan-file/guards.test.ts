/** What happened elsewhere does not make a plan stale, but a guard may forbid it on what is live now. */
import { expect, it } from 'vitest';
import { acmeConfig as atlasConfig, acmeWorld as atlasWorld } from '../atlas/acme.js';
import { basePath, baseUrl } from '../scim/directories.js';
import { acmeConfig as astroConfig, acmeWorld as astroWorld } from '../support/acme.js';
import { applySavedText, savePlanOf, sortedWrites } from '../support/saved-plans.js';
import { createTestBed } from '../support/test-bed.js';

const people = ['alice', 'bob', 'carol', 'dave', 'erin'].map((name) => `${name}@acme.com`);
const [owner, ...members] = people;

/** Two of five are 40 %, and of the three that are left when others have gone 67 %. */
const guards = { maxRemovals: { members: { percent: 50, atLeast: 1 } } };
const lax = { maxRemovals: { members: { percent: 100, atLeast: 1000 } } };

const absent = { state: 'absent' };
const going = { members: { [members[0] ?? '']: absent, [members[1] ?? '']: absent }, guards };
const others = { members: { [members[2] ?? '']: absent, [members[3] ?? '']: absent }, guards: lax };

function directory(organization: object): object {
  return {
    orgwright: 1,
    providers: { corp: { type: 'scim', baseUrl, token: { env: 'SCIM_TOKEN' } } },
    organizations: { corp: { type: 'scim', removePeople: 'delete', ...organization } },
  };
}

const vendors: Readonly<Record<string, { readonly world: object; readonly config: (organization: object) => object }>> =
  {
    astro: {
      world: astroWorld({
        users: people.map((email) => ({
          email,
          role: email === owner ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER',
        })),
      }),
      config: (organization) => astroConfig({ ...organization }),
    },
    atlas: {
      world: atlasWorld({
        shop: { users: people.map((email) => ({ email, roles: [email === owner ? 'ORG_OWNER' : 'ORG_MEMBER'] })) },
      }),
      config: (organization) => atlasConfig({ ...organization }),
    },
    scim: {
      world: { scim: [{ path: basePath, users: people.map((userName) => ({ userName, active: true })), groups: [] }] },
      config: directory,
    },
  };

it.each(Object.entries(vendors))('a guard of %s that trips after the plan was made', async (_, { world, config }) => {
  const bed = await createTestBed(world);
  try {
    const { text = '' } = await savePlanOf(bed, config(going));
    expect(text).not.toBe('');
    expect((await bed.apply(config(others))).report?.status).toBe('applied');
    await bed.forgetRequests();
    await expect(applySavedText(bed, text)).rejects.toMatchObject({
      exitCode: 10,
      message: expect.stringContaining('on what is live now guard max-removals') as unknown,
    });
    expect(await sortedWrites(bed)).toEqual([]);
  } finally {
    await bed.close();
  }
});

it.each(Object.entries(vendors))(
  'the part of %s that is read again trips no guard by being a part',
  async (_, { world, config }) => {
    const bed = await createTestBed(world);
    try {
      const { text = '' } = await savePlanOf(bed, config(going));
      expect((await applySavedText(bed, text)).counts).toMatchObject({ failed: 0, skipped: 0 });
    } finally {
      await bed.close();
    }
  },
);
