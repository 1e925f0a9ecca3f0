/** Several changes in one request, where that saves any, and never what must not happen after a failure. */
import { describe, expect, it } from 'vitest';
import { isJsonObject, textOf, type Json, type JsonObject } from '../../../src/core/json.js';
import type { Plan } from '../../../src/core/plan.js';
import { planOf, requestsOf, waitsOf } from './directory.js';

const bulk = (maxOperations = 100, maxPayloadSize = 1_048_576) => ({
  facts: { capabilities: { bulk: { maxOperations, maxPayloadSize } } },
});
const inner = (body: Json | undefined): readonly JsonObject[] =>
  (isJsonObject(body) ? body['Operations'] : []) as unknown as readonly JsonObject[];
const outline = (plan: Plan): string[] =>
  requestsOf(plan).map(([request, body]) =>
    request.endsWith('/Bulk')
      ? `Bulk: ${inner(body)
          .map(({ method, path }) => `${textOf(method)} ${textOf(path)}`)
          .join(', ')}`
      : request,
  );
const people = (count: number): Record<string, JsonObject> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, {}]));

it('holds people, groups with them by their names inside the request, then changes', () => {
  const plan = planOf(
    {
      members: { ann: {}, bob: { displayName: 'Bob' } },
      teams: { eng: { members: ['ann'] }, ops: { members: ['ann'] } },
    },
    { users: { bob: {} }, groups: { ops: { members: [] } }, ...bulk() },
  );
  expect(plan.operations).toHaveLength(1);
  expect(plan.operations[0]).toMatchObject({
    method: 'POST',
    path: '/scim/v2/Bulk',
    addresses: ['corp/member/ann', 'corp/team/eng', 'corp/member/bob', 'corp/team/ops'],
    retry: 'check-first',
  });
  const body = plan.operations[0]?.body as JsonObject;
  expect(body['schemas']).toEqual(['urn:ietf:params:scim:api:messages:2.0:BulkRequest']);
  expect(Object.keys(body)).toEqual(['schemas', 'Operations']);
  const [ann, eng, bob, ops] = inner(body);
  const id = textOf(ann?.['bulkId']);
  expect(ann).toMatchObject({ method: 'POST', path: '/Users', data: { userName: 'ann' } });
  expect(eng).toMatchObject({ method: 'POST', path: '/Groups', data: { members: [{ value: `bulkId:${id}` }] } });
  expect(eng?.['bulkId']).not.toBe(id);
  expect(bob).toEqual({
    method: 'PATCH',
    path: '/Users/u-bob',
    data: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'displayName', value: 'Bob' }],
    },
  });
  expect(ops).toMatchObject({
    path: '/Groups/g-ops',
    data: { Operations: [{ op: 'add', value: [{ value: `bulkId:${id}` }] }] },
  });
});

it('is not used for one change, nor where everything must wait for something else', () => {
  expect(outline(planOf({ members: { ann: {} } }, bulk()))).toEqual(['POST /scim/v2/Users']);
  const chain = planOf(
    { teams: { a: { members: ['ann'] }, b: { members: [] } }, unlisted: { teamMembers: 'remove' } },
    { users: { ann: {} }, groups: { a: { members: [] }, b: { members: ['ann'] } }, ...bulk() },
  );
  expect(outline(chain)).toEqual(['PATCH /scim/v2/Groups/g-a', 'PATCH /scim/v2/Groups/g-b']);
});

it('removals go in a later one, which needs the first', () => {
  const plan = planOf(
    {
      members: { ann: {}, bob: { state: 'absent' }, cat: { state: 'absent' } },
      teams: { eng: { members: ['ann', 'dan'] }, old: { members: [] } },
      unlisted: { teamMembers: 'remove' },
      removePeople: 'delete',
    },
    { users: { bob: {}, cat: {}, dan: {} }, groups: { old: { members: ['bob', 'cat', 'dan'] } }, ...bulk() },
  );
  expect(outline(plan)).toEqual([
    'Bulk: POST /Users, POST /Groups',
    'PATCH /scim/v2/Groups/g-old',
    'Bulk: DELETE /Users/u-bob, DELETE /Users/u-cat',
  ]);
  expect(waitsOf(plan)).toEqual([
    'PATCH corp/team/old <- POST corp/member/ann corp/team/eng',
    'POST corp/member/bob corp/member/cat <- PATCH corp/team/old',
  ]);
  expect(plan.operations[2]?.retry).toBe('safe');
});

describe('limits', () => {
  it('as many operations as the service takes; later ones name what earlier ones made', () => {
    const plan = planOf({ members: people(5), teams: { eng: { members: ['p0', 'p4'] } } }, bulk(3));
    expect(outline(plan)).toEqual([
      'Bulk: POST /Users, POST /Users, POST /Users',
      'Bulk: POST /Users, POST /Users, POST /Groups',
    ]);
    const [, second] = plan.operations;
    const data = inner(second?.body)[2]?.['data'] as JsonObject;
    const p4 = textOf(inner(second?.body)[1]?.['bulkId']);
    expect(data['members']).toEqual([{ value: { $ref: 'corp/member/p0' } }, { value: `bulkId:${p4}` }]);
    expect(waitsOf(plan)).toEqual([
      'POST corp/member/p3 corp/member/p4 corp/team/eng <- POST corp/member/p0 corp/member/p1 corp/member/p2',
    ]);
  });

  it('as many bytes as the service takes, of UTF-8', () => {
    const members = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`p${n}`, { displayName: 'ß'.repeat(300 + n) }]),
    );
    const plan = planOf({ members }, bulk(100, 4000));
    expect(plan.operations.length).toBeGreaterThan(1);
    expect(plan.operations.length).toBeLessThan(12);
    for (const { body } of plan.operations)
      expect(Buffer.byteLength(JSON.stringify(body), 'utf8')).toBeLessThanOrEqual(4000);
  });

  it('what alone is too large is sent as itself', () => {
    const plan = planOf({ members: { ...people(3), p1: { displayName: 'x'.repeat(5000) } } }, bulk(100, 2000));
    expect(outline(plan)).toEqual(['POST /scim/v2/Users', 'POST /scim/v2/Users', 'POST /scim/v2/Users']);
    const more = planOf({ members: { ...people(6), p1: { displayName: 'x'.repeat(5000) } } }, bulk(100, 2000));
    expect(outline(more)).toEqual([
      'POST /scim/v2/Users',
      'POST /scim/v2/Users',
      'Bulk: POST /Users, POST /Users, POST /Users, POST /Users',
    ]);
  });
});

it('the same changes give the same bytes, whatever the order of the configuration', () => {
  const teams = { eng: { members: ['p0', 'p1'] }, ops: { members: ['p2'] } };
  const reversed = Object.fromEntries(Object.entries(people(6)).reverse());
  const one = planOf({ members: people(6), teams }, bulk(4));
  const other = planOf({ members: reversed, teams }, bulk(4));
  expect(JSON.stringify(other.document.operations)).toBe(JSON.stringify(one.document.operations));
});
