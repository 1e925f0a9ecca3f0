import { describe, expect, it } from 'vitest';
import { fillMarkers } from '../../../src/apply/markers.js';
import type { Operation } from '../../../src/core/operation.js';
import { refInPath } from '../../../src/core/operation.js';
import type { Json, JsonObject } from '../../../src/core/json.js';
import { InternalError } from '../../../src/errors.js';
import { address, operation } from './fake-apply.js';

const sources = {
  ids: new Map<string, string>([
    [address('a'), 'id-a'],
    [address('Ops / on call'), 'id ops/1'],
  ]),
  resolveSecret: (reference: JsonObject) => Promise.resolve(`value of ${JSON.stringify(reference)}`),
};

const fill = (parts: Partial<Operation>): Promise<Operation> => fillMarkers(operation('1', parts), sources);

describe('fillMarkers', () => {
  it.each<[string, Json, Json]>([
    ['a text', 'x', 'x'],
    ['null', null, null],
    ['an id', { $ref: address('a') }, 'id-a'],
    ['ids in lists', { memberIds: ['u1', { $ref: address('a') }] }, { memberIds: ['u1', 'id-a'] }],
    ['a secret, deep inside', { a: { b: [{ $secret: { env: 'KEY' } }] } }, { a: { b: ['value of {"env":"KEY"}'] } }],
    ['what only looks like a marker', { a: { $ref: 1 }, b: { $secret: 'x' } }, { a: { $ref: 1 }, b: { $secret: 'x' } }],
  ])('in a body: %s', async (_, body, expected) => {
    expect((await fill({ body })).body).toEqual(expected);
  });

  it('in a path, percent-encoded', async () => {
    const path = `/teams/${refInPath(address('Ops / on call'))}/members/${refInPath(address('a'))}`;
    expect(await fill({ path })).toMatchObject({ path: '/teams/id%20ops%2F1/members/id-a', ready: true });
  });

  it('leaves an operation without a body without one', async () => {
    expect('body' in (await fill({}))).toBe(false);
  });

  it.each<[string, Partial<Operation>]>([
    ['in a body', { body: { $ref: address('unknown') } }],
    ['in a path', { path: `/${refInPath(address('unknown'))}` }],
  ])('stops at an id that is not known yet: %s', async (_, parts) => {
    await expect(fill(parts)).rejects.toThrow(InternalError);
    await expect(fill(parts)).rejects.toThrow('The id of acme/group/unknown is needed before it is known.');
  });
});
