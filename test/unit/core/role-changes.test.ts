import { describe, expect, it } from 'vitest';
import { askAccess, roleText, type AccessAnswer } from '../../../src/core/access.js';
import { roleChanges, rolesOf } from '../../../src/core/role-changes.js';
import { fakeRules, role, viewOf, type Given } from './fake-access.js';

const answer = (given: Given, method = 'key'): AccessAnswer =>
  askAccess(fakeRules, viewOf({ ann: { [method]: given } }), { person: 'ann', method, idpGroups: undefined });
const [owner, guest, inLab] = [role('owner'), role('guest'), role('owner', undefined, 'lab')];

describe('the roles of somebody', () => {
  it('are those of every method, what only may be apart from what is certain', () => {
    const { certain, possible, open } = rolesOf([
      answer({ roles: [guest], possibleRoles: [inLab] }),
      answer({ verdict: 'unknown', roles: [owner] }, 'sso'),
    ]);
    expect([[...certain.keys()], [...possible.keys()], open]).toEqual([['guest'], ['lab: owner', 'owner'], false]);
  });

  it('are none where nobody is let in', () => {
    const { certain, possible, open } = rolesOf([answer({ verdict: 'no', roles: [owner] })]);
    expect([certain.size, possible.size, open]).toEqual([0, 0, false]);
  });

  it('are open where somebody may get in and nobody can tell as what', () => {
    expect(rolesOf([answer({ verdict: 'unknown' })]).open).toBe(true);
    expect(rolesOf([answer({ verdict: 'unknown', possibleRoles: [guest] })]).open).toBe(false);
    expect(rolesOf([answer({ verdict: 'yes' })]).open).toBe(false);
  });
});

const nothing = answer({ verdict: 'no' });

describe('a change of roles', () => {
  it.each<[string, AccessAnswer, AccessAnswer, string[]]>([
    ['a role where none was', nothing, answer({ roles: [guest] }), ['gains guest']],
    ['a role that goes with the login', answer({ roles: [guest] }), nothing, ['loses guest']],
    ['the same', answer({ roles: [guest] }), answer({ roles: [guest] }), []],
    ['another place', answer({ roles: [owner] }), answer({ roles: [inLab] }), ['gains lab: owner', 'loses owner']],
    ['a greater one', answer({ roles: [guest] }), answer({ roles: [owner] }), ['gains owner']],
    ['a smaller one', answer({ roles: [owner] }), answer({ roles: [guest] }), ['loses owner']],
    ['one beside a greater one', answer({ roles: [owner] }), answer({ roles: [owner, guest] }), []],
    ['what may be so before', answer({ possibleRoles: [guest] }), answer({ roles: [guest] }), ['may gain guest']],
    ['what may be so after', answer({ roles: [guest] }), answer({ possibleRoles: [guest] }), ['may lose guest']],
    ['what may come', answer({}), answer({ possibleRoles: [guest] }), ['may gain guest']],
    ['what may have been', answer({ possibleRoles: [guest] }), answer({}), ['may lose guest']],
    ['what may be on both sides', answer({ possibleRoles: [guest] }), answer({ possibleRoles: [guest] }), []],
    [
      'a greater one that may have been',
      answer({ possibleRoles: [owner] }),
      answer({ roles: [guest] }),
      ['may gain guest', 'may lose owner'],
    ],
    [
      'a greater one that others may have',
      answer({ possibleRoles: [guest] }),
      answer({ possibleRoles: [owner] }),
      ['may gain owner', 'may lose guest'],
    ],
    [
      'the same one that others may have',
      answer({ possibleRoles: [{ ...guest, sources: [{ path: 'group a', address: undefined }] }] }),
      answer({ possibleRoles: [{ ...guest, sources: [{ path: 'group b', address: undefined }] }] }),
      ['may gain guest', 'may lose guest'],
    ],
    [
      'what may be beside what is certain',
      answer({}),
      answer({ roles: [owner], possibleRoles: [guest, owner] }),
      ['gains owner'],
    ],
    ['from what nobody can list', answer({ verdict: 'unknown' }), answer({ roles: [guest] }), ['may gain guest']],
    ['to what nobody can list', answer({ roles: [guest] }), answer({ verdict: 'unknown' }), ['may lose guest']],
  ])('is told: %s', (_, before, after, expected) => {
    const changes = roleChanges({ before: [before], after: [after] }, fakeRules);
    const told = changes.flatMap(({ gains, possible, roles }) =>
      roles.map(
        (each) => `${possible ? 'may ' : ''}${gains ? 'gain' : 'lose'}${possible ? '' : 's'} ${roleText(each)}`,
      ),
    );
    expect(told).toEqual(expected);
  });

  it('is each role by itself where a vendor has no role that holds another', () => {
    const sides = { before: [answer({ roles: [guest] })], after: [answer({ roles: [owner] })] };
    expect(roleChanges(sides, {})).toEqual([
      { gains: true, possible: false, roles: [owner] },
      { gains: false, possible: false, roles: [guest] },
    ]);
  });
});
