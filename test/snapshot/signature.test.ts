import { describe, expect, it } from 'vitest';
import { SafetyError } from '../../src/errors.js';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from '../../src/snapshot/snapshot.js';

const snapshot: Snapshot = {
  version: '0.1.0',
  takenAt: '2026-06-01T00:00:00.000Z',
  organizations: [{ name: 'acme', type: 'astro', id: 'x' }],
  exchanges: [
    { connection: 'astro', method: 'GET', path: '/v1/x', body: '', status: 200, headers: { etag: '"1"' }, text: '{}' },
  ],
};

describe('a snapshot', () => {
  it.each([
    ['unsigned', undefined, undefined],
    ['signed', 'key', 'key'],
    ['signed, where nobody has the key', 'key', undefined],
  ])('is read as it was written: %s', (_, key, now) => {
    expect(decodeSnapshot(encodeSnapshot(snapshot, key), 'live.json', now)).toEqual(snapshot);
  });

  it('with pseudonyms is read as it was written', () => {
    for (const pseudonyms of [{ key: 'environment' }, { salt: 'abc' }] as const) {
      const hidden = { ...snapshot, pseudonyms };
      expect(decodeSnapshot(encodeSnapshot(hidden, 'key'), 'live.json', 'key')).toEqual(hidden);
    }
  });

  const signed = encodeSnapshot(snapshot, 'key');

  it.each<[string, string, string]>([
    ['is not signed', encodeSnapshot(snapshot, undefined), 'is not signed'],
    ['has no signature', signed.replace(/"signature": "[^"]*",/, ''), 'is not signed'],
    ['is no object', '[]', 'is not signed'],
    ['is signed with another key', encodeSnapshot(snapshot, 'key2'), 'signed with another key'],
    ['has another answer', signed.replace('"text": "{}"', '"text": "{ }"'), 'or was edited'],
    ['is of another time', signed.replace('2026-06-01', '2026-06-02'), 'or was edited'],
    ['has another organization', signed.replace('"acme"', '"acne"'), 'or was edited'],
    ['has one key more', signed.replace('{', '{ "more": 1,'), 'or was edited'],
  ])('is refused where there is a key and it %s', (_, text, message) => {
    expect(() => decodeSnapshot(text, 'live.json', 'key')).toThrow(SafetyError);
    expect(() => decodeSnapshot(text, 'live.json', 'key')).toThrow(message);
  });
});
