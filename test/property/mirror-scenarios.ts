/** Whoever is live in one organization, a team of another follows: random ones, with the configuration that says so. */
import fc from 'fast-check';
import { mirroredConfig, mirroredWorld, type Fields } from '../support/mirrored.js';

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

const raw = fc.tuple(
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

export interface MirrorScenario {
  readonly world: object;
  readonly config: object;
  readonly to: string;
  /** Those whom the team must have after an apply. */
  readonly expected: readonly string[];
}

export const mirrorScenario: fc.Arbitrary<MirrorScenario> = raw.map(([[from, to], states, isOfTeam]) => {
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
  const active = mirrored.filter(({ status, inTeam }) => status === 'ACTIVE' && (inTeam || !isOfTeam));
  return {
    world: mirroredWorld({ [from]: organization(from, mirrored), [to]: organization(to, following) }),
    config: mirroredConfig({
      ...(from === 'corp' && { corp: {} }),
      lists: { followed: { mirror: `acme-${from}${isOfTeam ? '/team' : ''}` } },
      [to]: { teams: { team: { members: [{ list: 'followed' }] } }, unlisted: { teamMembers: 'remove' } },
    }),
    to,
    expected: active.map(({ email }) => email.toLowerCase()).sort(),
  };
});
