import { describe, expect, it } from 'vitest';
import { askAccess, type AccessAnswer } from '../../../src/core/access.js';
import { addressesBehind, causesIn, type AccessDifference, type Causes } from '../../../src/core/access-causes.js';
import type { Address } from '../../../src/core/address.js';
import type { Change } from '../../../src/core/change.js';
import { because, fakeRules, role, viewOf, type Given } from './fake-access.js';
import { addressOf, changeOf, kinds, updateOf } from './fake-vendor.js';

const ann = changeOf('delete', 'person', 'ann', { before: { role: 'owner' } });
const crew = updateOf('group', 'crew', {
  before: { members: ['ann', 'bob'] },
  after: { members: ['bob', 'cid'] },
  edits: [{ type: 'members', path: ['members'], added: ['cid'], removed: ['ann'] }],
  previousAddress: addressOf('group', 'old crew'),
});
const squad = changeOf('create', 'group', 'squad', { after: { members: ['cid'] } });
const zone = changeOf('replace', 'zone', 'z', { before: { state: 'on' }, after: { state: 'off' } });
const riddle = changeOf('create', 'riddle', 'r');
const ofPeer: Change = { ...changeOf('delete', 'zone', 'z'), address: 'labs/zone/z' as Address, organization: 'labs' };

describe('the causes in a plan', () => {
  it('are found by address, of something renamed by the earlier one, too', () => {
    const { byAddress } = causesIn([ann, crew], [ofPeer], kinds);
    expect([...byAddress]).toEqual([
      ['labs/zone/z', 'labs/zone/z'],
      ['acme/person/ann', 'acme/person/ann'],
      ['acme/group/crew', 'acme/group/crew'],
      ['acme/group/old crew', 'acme/group/crew'],
    ]);
  });

  it('are of a person: the membership, and every team that has the person before or after', () => {
    expect([...causesIn([ann, crew, squad], [], kinds).ofPerson]).toEqual([
      ['ann', ['acme/person/ann', 'acme/group/crew']],
      ['bob', ['acme/group/crew']],
      ['cid', ['acme/group/crew', 'acme/group/squad']],
    ]);
  });

  it('are of the organization: the rest, whatever its kind, and after it what it shares with others', () => {
    expect(causesIn([riddle, ann, zone], [ofPeer], kinds).ofOrganization).toEqual([
      'acme/riddle/r',
      'acme/zone/z',
      'labs/zone/z',
    ]);
  });
});

const causes: Causes = causesIn([ann, crew, squad, zone], [ofPeer], kinds);
const answer = (given: Given): AccessAnswer =>
  askAccess(fakeRules, viewOf({ ann: { key: given } }), { person: 'ann', method: 'key', idpGroups: undefined });
const lost = (rest: Partial<AccessDifference>): AccessDifference => ({
  person: 'nobody',
  isGain: false,
  roles: [],
  before: [answer({})],
  after: [answer({ verdict: 'no' })],
  ...rest,
});

describe('behind a difference is', () => {
  it('first what gives the roles, by its present name, sorted and once', () => {
    const roles = [role('owner', 'acme/zone/z'), role('guest', 'acme/group/old crew'), role('owner', 'acme/zone/z')];
    const after = [answer({ verdict: 'no', reasons: [because('acme/person/ann')] })];
    expect(addressesBehind(lost({ roles, after }), causes)).toEqual(['acme/group/crew', 'acme/zone/z']);
  });

  it('then what refuses, on the side where there is less', () => {
    const refusing = answer({ verdict: 'unknown', reasons: [because('acme/person/ann')] });
    const letting = answer({ reasons: [because('acme/zone/z')] });
    expect(addressesBehind(lost({ before: [letting], after: [refusing] }), causes)).toEqual(['acme/person/ann']);
    expect(addressesBehind(lost({ isGain: true, before: [refusing], after: [letting] }), causes)).toEqual([
      'acme/person/ann',
    ]);
  });

  it('the membership that ends or begins, too, where a method is refused for another reason', () => {
    const refusing = answer({ verdict: 'no', reasons: [because('acme/zone/z')] });
    const perhaps = answer({ verdict: 'unknown', reasons: [because('acme/zone/z')] });
    const both = ['acme/person/ann', 'acme/zone/z'];
    expect(addressesBehind(lost({ person: 'ann', after: [refusing] }), causes)).toEqual(both);
    expect(addressesBehind(lost({ person: 'ann', isGain: true, before: [refusing] }), causes)).toEqual(both);
    expect(addressesBehind(lost({ person: 'ann', after: [refusing, perhaps] }), causes)).toEqual(['acme/zone/z']);
    const demoted = causesIn([updateOf('person', 'ann', { before: {}, after: {}, edits: [] }), zone], [], kinds);
    expect(addressesBehind(lost({ person: 'ann', after: [refusing] }), demoted)).toEqual(['acme/zone/z']);
  });

  it('then what lets in, on the side where there is more', () => {
    const refusing = answer({ verdict: 'no', reasons: [because('acme/elsewhere')] });
    const letting = answer({ reasons: [because('acme/zone/z')] });
    expect(addressesBehind(lost({ before: [letting], after: [refusing] }), causes)).toEqual(['acme/zone/z']);
    expect(addressesBehind(lost({ isGain: true, before: [refusing], after: [letting] }), causes)).toEqual([
      'acme/zone/z',
    ]);
  });

  it('then whatever else the answers stand on', () => {
    const with_ = (given: Given): readonly string[] =>
      addressesBehind(lost({ before: [answer({})], after: [answer(given)] }), causes);
    expect(with_({ reasons: [because('acme/zone/z')] })).toEqual(['acme/zone/z']);
    expect(with_({ roles: [role('owner', 'acme/group/squad')] })).toEqual(['acme/group/squad']);
    expect(with_({ possibleRoles: [role('owner', 'acme/group/crew')] })).toEqual(['acme/group/crew']);
    expect(with_({ roles: [role('owner')], reasons: [because('acme/elsewhere')] })).not.toEqual([]);
  });

  it('then what the plan changes of the person, then of the organization, then anything', () => {
    expect(addressesBehind(lost({ person: 'bob' }), causes)).toEqual(['acme/group/crew']);
    expect(addressesBehind(lost({}), causes)).toEqual(['acme/zone/z', 'labs/zone/z']);
    expect(addressesBehind(lost({}), causesIn([squad, ann], [], kinds))).toEqual([
      'acme/group/squad',
      'acme/person/ann',
    ]);
  });

  it('only the end of a membership for the roles of who leaves, whatever else changes of what gave them', () => {
    const gone = changeOf('delete', 'person', 'ann');
    const roles = [role('owner', 'acme/group/squad')];
    const sides = { person: 'ann', roles, before: [answer({ roles })], after: [answer({ verdict: 'no' })] };
    expect(addressesBehind(lost(sides), causesIn([squad, gone], [], kinds))).toEqual(['acme/person/ann']);
    expect(addressesBehind(lost(sides), causesIn([squad], [], kinds))).toEqual(['acme/group/squad']);
  });

  it('nothing where the plan changes nothing', () => {
    expect(addressesBehind(lost({ person: 'ann' }), causesIn([], [], kinds))).toEqual([]);
  });
});
