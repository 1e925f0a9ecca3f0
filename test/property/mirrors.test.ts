/** Whoever is live in one organization, a team of another follows exactly. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mirroredConfig, mirroredWorld, type Fields } from '../support/mirrored.js';
import { createTestBed } from '../support/test-bed.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);
const people = ['alice@acme.com', 'bob@acme.com', 'carol@acme.com', 'dave@acme.com', 'erin@acme.com'];

interface Live {
  readonly status: string;
  readonly inTeam: boolean;
  readonly isFollowing: boolean;
  /** Written with a capital on one side. */
  readonly isLoud: boolean;
}

const live = (vendor: Vendor): fc.Arbitrary<Live> =>
  fc.record({
    status: fc.constantFrom('ACTIVE', 'ACTIVE', 'PENDING', vendor === 'astro' ? 'INACTIVE' : 'ACTIVE'),
    inTeam: fc.boolean(),
    isFollowing: fc.boolean(),
    isLoud: fc.boolean(),
  });

type Vendor = 'astro' | 'atlas';

const scenario = fc
  .constantFrom<Vendor>('astro', 'atlas')
  .chain((source) => fc.tuple(fc.constant(source), fc.tuple(...people.map(() => live(source))), fc.boolean()));

/** An organization with a team; its first person owns it. */
function organization(
  vendor: Vendor,
  everybody: readonly { readonly email: string; readonly status: string; readonly inTeam: boolean }[],
): Fields {
  const roleOf = (index: number): object =>
    vendor === 'astro'
      ? { role: index === 0 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER' }
      : { roles: [index === 0 ? 'ORG_OWNER' : 'ORG_MEMBER'] };
  return {
    users: everybody.map(({ email, status }, index) => ({ email, status, ...roleOf(index) })),
    teams: [{ name: 'team', members: everybody.filter(({ inTeam }) => inTeam).map(({ email }) => email) }],
  };
}

it('after an apply a team that follows another has its active people, and the plan has no operation', async () => {
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([source, states, isOfTeam]) => {
      const [from, to] = source === 'astro' ? (['data', 'shop'] as const) : (['shop', 'data'] as const);
      // Atlas has no empty teams, so the owner is in both.
      const mirrored = states.map(({ status, inTeam, isLoud }, index) => {
        const email = people[index] ?? '';
        const isOwner = index === 0;
        return {
          email: isLoud ? email.replace(/^./, (letter) => letter.toUpperCase()) : email,
          status: isOwner ? 'ACTIVE' : status,
          inTeam: isOwner || (inTeam && status === 'ACTIVE'),
        };
      });
      const following = states.map(({ isFollowing }, index) => {
        return { email: people[index] ?? '', status: 'ACTIVE', inTeam: isFollowing || index === 0 };
      });
      const vendors = { data: 'astro', shop: 'atlas' } as const;
      const bed = await createTestBed(
        mirroredWorld({
          [from]: organization(vendors[from], mirrored),
          [to]: organization(vendors[to], following),
        }),
      );
      try {
        const config = mirroredConfig({
          lists: { followed: { mirror: `acme-${from}${isOfTeam ? '/team' : ''}` } },
          [to]: { teams: { team: { members: [{ list: 'followed' }] } }, unlisted: { teamMembers: 'remove' } },
        });
        const { plan, report } = await bed.apply(config);
        expect(plan.document.errored).toBe(false);
        if (report !== undefined) {
          followed += 1;
          expect(report.status).toBe('applied');
        }
        const active = mirrored.filter(({ status, inTeam }) => status === 'ACTIVE' && (inTeam || !isOfTeam));
        const after = (await bed.read(config)).find(({ desired }) => desired.name === `acme-${to}`);
        const team = after?.live.resources.find(({ kind }) => kind === 'team');
        expect(team?.attributes['members']).toEqual(active.map(({ email }) => email.toLowerCase()).sort());
        expect((await bed.plan(config)).operations).toEqual([]);
      } finally {
        await bed.close();
      }
    }),
    { numRuns: runs },
  );
  expect(followed).toBeGreaterThan(runs / 3);
});
