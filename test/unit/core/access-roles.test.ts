import { describe, expect, it } from 'vitest';
import { effectiveRoles, type RoleGrant } from '../../../src/core/access-roles.js';
import { addressOf } from './fake-vendor.js';

const grant = (place: string, role: string, path: string): RoleGrant => ({ place, role, path, address: undefined });
const ranks = (place: string): readonly string[] => (place === 'free' ? [] : ['owner', 'member']);
const short = (grants: readonly RoleGrant[]): readonly string[] =>
  effectiveRoles(grants, ranks).map(
    ({ place, role, sources }) => `${place}/${role} (${sources.map(({ path }) => path).join(', ')})`,
  );

describe('effective roles', () => {
  it('are the most privileged of each place, with everything that gives it', () => {
    expect(
      short([
        grant('lab', 'member', 'direct'),
        grant('', 'member', 'direct'),
        grant('', 'owner', 'team b'),
        grant('', 'owner', 'team a'),
      ]),
    ).toEqual(['/owner (team a, team b)', 'lab/member (direct)']);
  });

  it('keep what nothing ranks beside it, in the order of names', () => {
    expect(short([grant('', 'zebra', 'direct'), grant('', 'member', 'direct'), grant('', 'ape', 'direct')])).toEqual([
      '/ape (direct)',
      '/member (direct)',
      '/zebra (direct)',
    ]);
    expect(short([grant('free', 'owner', 'a'), grant('free', 'member', 'b')])).toEqual([
      'free/member (b)',
      'free/owner (a)',
    ]);
  });

  it('of places with the names of properties are roles like others', () => {
    expect(short([grant('__proto__', 'owner', 'direct'), grant('constructor', 'member', 'direct')])).toEqual([
      '__proto__/owner (direct)',
      'constructor/member (direct)',
    ]);
  });

  it('order sources of one path by their address, those without first', () => {
    const at = (name: string): RoleGrant => ({ ...grant('', 'owner', 'team'), address: addressOf('group', name) });
    const sources = effectiveRoles([at('b'), at('a'), grant('', 'owner', 'team'), grant('', 'owner', 'team')], ranks)[0]
      ?.sources;
    expect(sources?.map(({ address }) => address)).toEqual([undefined, undefined, 'acme/group/a', 'acme/group/b']);
  });
});
