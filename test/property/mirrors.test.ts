/** Whoever is live in one organization, a team of another follows exactly. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mirroredConfig, mirroredWorld, type Fields } from '../support/mirrored.js';
import { createTestBed } from '../support/test-bed.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);
const people = ['alice@acme.com', 'bob@acme.com', 'carol@acme.com', 'dave@acme.com', 'erin@acme.com'];

interface State {
  readonly status: string;
  readonly inTeam: boolean;
  readonly isFollowing: boolean;
  /** Written with a capital where they are mirrored. */
  readonly isLoud: boolean;
}

const state: fc.Arbitrary<State> = fc.record({
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'PENDING', 'INACTIVE'),
  inTeam: fc.boolean(),
  isFollowing: fc.boolean(),
  isLoud: fc.boolean(),
});

type Place = 'data' | 'shop' | 'corp';

const scenario = fc.tuple(
  fc.constantFrom<readonly [Place, Place]>(
    ['data', 'shop'],
    ['shop', 'data'],
    ['corp', 'data'],
    ['corp', 'shop'],
    ['data', 'corp'],
    ['shop', 'corp'],
  ),
  fc.tuple(...people.map(() => state)),
  fc.boolean(),
);

interface Person {
  readonly email: string;
  readonly status: string;
  readonly inTeam: boolean;
}

/** An organization with a team; its first person owns it. A directory knows no invitations, and Atlas forgets people. */
function organization(place: Place, everybody: readonly Person[]): Fields {
  const members = everybody.filter(({ inTeam }) => inTeam).map(({ email }) => email);
  switch (place) {
    case 'data':
      return {
        users: everybody.map(({ email, status }, index) => {
          return { email, status, role: index === 0 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER' };
        }),
        teams: [{ name: 'team', members }],
      };
    case 'shop':
      return {
        users: everybody.map(({ email, status }, index) => {
          const isThere = status === 'ACTIVE' || status === 'PENDING';
          return { email, status: isThere ? status : 'PENDING', roles: [index === 0 ? 'ORG_OWNER' : 'ORG_MEMBER'] };
        }),
        teams: [{ name: 'team', members }],
      };
    case 'corp':
      return {
        users: everybody.map(({ email, status }) => ({ userName: email, active: status === 'ACTIVE' })),
        groups: [{ displayName: 'team', members }],
      };
  }
}

it('after an apply a team that follows another has its active people, and the plan has no operation', async () => {
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([[from, to], states, isOfTeam]) => {
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
      const bed = await createTestBed(
        mirroredWorld({
          [from]: organization(from, mirrored),
          [to]: organization(to, following),
        }),
      );
      try {
        const config = mirroredConfig({
          ...(from === 'corp' && { corp: {} }),
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
