import { expect, it } from 'vitest';
import { resolveGuards } from '../../src/config/resolve-guards.js';
import type { JsonObject } from '../../src/core/json.js';

const protect = { everything: false, people: [] };
const resolved = (top: JsonObject, own: JsonObject): unknown => {
  const { maxRemovals: _limits, protect: _protect, ...rest } = resolveGuards(top, own, protect);
  return rest;
};

it('takes each field from the organization, then from the top, then from the defaults', () => {
  const defaults = { minOwners: 1, requiredOwners: [], denyWeakerLogin: false, requireSelf: true };
  expect(resolved({}, {})).toEqual(defaults);
  expect(
    resolved(
      { minOwners: 2, requiredOwners: ['a@acme.com'], maxNewOwners: 3, denyWeakerLogin: true, requireSelf: false },
      { requiredOwners: ['Zoe@acme.com', 'bob@acme.com', 'zoe@acme.com'], maxNewOwners: 0, requireSelf: true },
    ),
  ).toEqual({
    minOwners: 2,
    requiredOwners: ['bob@acme.com', 'zoe@acme.com'],
    maxNewOwners: 0,
    denyWeakerLogin: true,
    requireSelf: true,
  });
  expect(resolved({ requiredOwners: ['a@acme.com'] }, { requiredOwners: [] })).toEqual(defaults);
});
