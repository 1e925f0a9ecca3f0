import { describe, expect, it } from 'vitest';
import type { StateResource } from '../../../src/core/access.js';
import { byName, noEntrance, passage, reason, teamsByPerson } from '../../../src/core/access-parts.js';
import { addressOf, live } from './fake-vendor.js';

const state = (kind: string, name: string, attributes = {}): StateResource => ({
  ...live(kind, name, attributes),
  address: addressOf(kind, name),
  change: undefined,
});
const assumption = { id: 'one', text: 'One is one.' };

describe('the parts of an answer', () => {
  it('are about an address, or about nothing that has one', () => {
    expect(reason('because')).toEqual({ text: 'because', address: undefined });
    expect(reason('because', state('zone', 'acme.com'))).toEqual({ text: 'because', address: 'acme/zone/acme.com' });
  });

  it('are a passage without an identity provider, and no entrance', () => {
    const reasons = [reason('because')];
    const none = { verdict: 'no', reasons, assumptions: [] };
    expect(passage('no', 'because')).toEqual({ ...none, identityProvider: undefined });
    expect(passage('no', 'because', undefined, [assumption]).assumptions).toEqual([assumption]);
    expect(noEntrance('no', reason('because'))).toEqual({ ...none, path: undefined, roles: [], possibleRoles: [] });
    expect(noEntrance('unknown', reason('because'), [assumption]).assumptions).toEqual([assumption]);
  });
});

describe('a state', () => {
  it('is looked up by kind and name', () => {
    const found = byName([state('person', 'a'), state('group', 'a'), state('person', 'b')], 'person');
    expect([...found.keys()]).toEqual(['a', 'b']);
    expect(found.get('a')?.kind).toBe('person');
  });

  it('tells the teams of each person', () => {
    const teams = teamsByPerson([
      state('group', 'one', { members: ['a', 'b'] }),
      state('group', 'two', { members: ['b'] }),
      state('group', 'unread'),
    ]);
    expect([...teams].map(([person, its]) => [person, its.map(({ name }) => name)])).toEqual([
      ['a', ['one']],
      ['b', ['one', 'two']],
    ]);
  });
});
