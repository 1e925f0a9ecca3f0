import { describe, expect, it } from 'vitest';
import {
  askAccess,
  both,
  domainOfPerson,
  roleText,
  type AccessRules,
  type AccessView,
  type Entrance,
  type Passage,
  type Verdict,
} from '../../../src/core/access.js';

const reason = (text: string): Entrance['reasons'] => [{ text, address: undefined }];
const assumption = (id: string): Entrance['assumptions'] => [{ id, text: id }];
const owner = { place: '', role: 'owner', sources: [{ path: 'direct', address: undefined }] };

function viewOf(passage: Verdict, entrance: Verdict): AccessView {
  const half: Passage = {
    verdict: passage,
    identityProvider: 'okta',
    reasons: reason('passage'),
    assumptions: assumption('passage'),
  };
  return {
    passage: () => half,
    entrance: () => ({
      verdict: entrance,
      path: entrance === 'no' ? undefined : 'member',
      roles: entrance === 'no' ? [] : [owner],
      possibleRoles: [],
      reasons: reason('entrance'),
      assumptions: assumption('entrance'),
    }),
    people: [],
    domains: [],
  };
}

const rules: AccessRules = {
  methods: [{ name: 'key' }, { name: 'back door', bypass: true }],
  open: () => viewOf('yes', 'yes'),
};
const ask = (passage: Verdict, entrance: Verdict, method = 'key'): ReturnType<typeof askAccess> =>
  askAccess(rules, viewOf(passage, entrance), { person: 'alice@acme.com', method, idpGroups: undefined });

describe('an answer', () => {
  it.each<[Verdict, Verdict, Verdict]>([
    ['yes', 'yes', 'yes'],
    ['yes', 'no', 'no'],
    ['no', 'yes', 'no'],
    ['no', 'unknown', 'no'],
    ['unknown', 'no', 'no'],
    ['unknown', 'yes', 'unknown'],
    ['yes', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ])('is made of a passage (%s) and an entrance (%s): %s', (passage, entrance, expected) => {
    expect(both(passage, entrance)).toBe(expected);
    expect(ask(passage, entrance).allowed).toBe(expected);
  });

  it('that is yes has the reasons and assumptions of both halves, and the roles', () => {
    expect(ask('yes', 'yes')).toEqual({
      allowed: 'yes',
      method: 'key',
      identityProvider: 'okta',
      bypass: false,
      path: 'member',
      roles: [owner],
      possibleRoles: [],
      reasons: [...reason('passage'), ...reason('entrance')],
      assumptions: [...assumption('passage'), ...assumption('entrance')],
    });
  });

  it('that is no has those of the half that refuses, the first one first, and no roles', () => {
    const refused = { path: undefined, roles: [], possibleRoles: [] };
    expect(ask('no', 'yes')).toMatchObject({
      ...refused,
      reasons: reason('passage'),
      assumptions: assumption('passage'),
    });
    expect(ask('no', 'no').reasons).toEqual(reason('passage'));
    expect(ask('yes', 'no')).toMatchObject({
      ...refused,
      reasons: reason('entrance'),
      assumptions: assumption('entrance'),
    });
  });

  it('is flagged where the method goes past the identity provider', () => {
    expect(ask('yes', 'yes', 'back door').bypass).toBe(true);
    expect(ask('yes', 'yes', 'unheard of').bypass).toBe(false);
  });
});

describe('words', () => {
  it('take the domain of a person in lower case, of anyone on it too', () => {
    expect(domainOfPerson('Alice@Acme.COM')).toBe('acme.com');
    expect(domainOfPerson('*@acme.com')).toBe('acme.com');
    expect(domainOfPerson('"a@b"@acme.com')).toBe('acme.com');
  });

  it('name the place of a role, unless it is one of the organization', () => {
    expect(roleText({ place: '', role: 'OWNER' })).toBe('OWNER');
    expect(roleText({ place: 'Analytics', role: 'AUTHOR' })).toBe('Analytics: AUTHOR');
  });
});
