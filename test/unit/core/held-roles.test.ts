import { describe, expect, it } from 'vitest';
import { heldRoles, holdingOf, privilegedAmong } from '../../../src/core/held-roles.js';
import type { Json } from '../../../src/core/json.js';
import type { Shape } from '../../../src/core/shape.js';
import { kinds } from './fake-vendor.js';

const shapeOf = (kind: string): Shape | undefined => kinds.find((spec) => spec.kind === kind)?.shape;

describe('held roles', () => {
  it.each<[string, string, Json, string[]]>([
    ['at the top, counted or not', 'person', { role: 'owner' }, ['owner']],
    [
      'at any depth, each once, sorted',
      'person',
      { role: 'member', seats: { a: { role: 'chair', rooms: { r: 'guest' } }, b: { role: 'chair' } } },
      ['chair', 'guest', 'member'],
    ],
    ['under any name', 'person', { seats: JSON.parse('{"__proto__": {"role": "chair"}}') as Json }, ['chair']],
    ['in a set of roles, not in another', 'zone', { methods: ['sso'], grants: ['write', 'read'] }, ['read', 'write']],
    ['not in a text that is no role', 'group', { about: 'owner', members: ['owner'] }, []],
    ['not in what is no text', 'person', { role: 7, seats: 'none' }, []],
    ['not where a word stands for an object', 'person', 'none', []],
    ['not in a kind that is unknown', 'ghost', { role: 'owner' }, []],
  ])('are found %s', (_, kind, attributes, roles) => {
    expect(heldRoles(attributes, shapeOf(kind))).toEqual(roles);
  });
});

describe('a holding', () => {
  const provider = { isPrivilegedRole: (role: string) => role === 'owner' };

  it('names roles and what of them is privileged, and nothing where there is nothing', () => {
    const holding = (attributes: Json) => holdingOf(attributes, shapeOf('person'), provider);
    expect(holding({ role: 'owner', seats: { a: { role: 'chair' } } })).toEqual({
      roles: ['chair', 'owner'],
      privileged: ['owner'],
    });
    expect(holding({ role: 'member' })).toEqual({ roles: ['member'] });
    expect(holding({})).toEqual({});
  });

  it('has nothing privileged where the vendor knows no such role', () => {
    expect(privilegedAmong(['owner'], {})).toEqual([]);
  });
});
