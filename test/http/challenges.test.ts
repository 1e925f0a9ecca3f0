import { describe, expect, it } from 'vitest';
import { parseChallenges, parseParams } from '../../src/http/challenges.js';

function read(header: string | null): unknown[] {
  return parseChallenges(header).map(({ scheme, params }) => [scheme, Object.fromEntries(params)]);
}

describe('parseChallenges', () => {
  it('tells the parameters of one challenge from the next challenge', () => {
    expect(
      read(
        'Digest realm="a, b", qop="auth,auth-int", stale=true,Basic realm="x" , Negotiate, bearer Error=invalid_token',
      ),
    ).toEqual([
      ['digest', { realm: 'a, b', qop: 'auth,auth-int', stale: 'true' }],
      ['basic', { realm: 'x' }],
      ['negotiate', {}],
      ['bearer', { error: 'invalid_token' }],
    ]);
  });

  it('takes escapes out of quotes, and spaces around the sign', () => {
    expect(read('Digest realm = "say \\"hi\\" \\\\", nonce =n')).toEqual([
      ['digest', { realm: 'say "hi" \\', nonce: 'n' }],
    ]);
  });

  it.each([null, '', ' , ,', 'a="b', 'Digest realm="never closed, nonce=x', '"', '=', 'x==='])(
    'survives %j',
    (header) => {
      expect(() => read(header)).not.toThrow();
    },
  );

  it('takes no longer for a long and broken header', () => {
    const before = performance.now();
    read('Digest ' + 'a="\\'.repeat(20_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});

it('reads a list without a scheme', () => {
  expect(parseParams('nextnonce="n2", qop=auth')).toEqual([
    { name: 'nextnonce', value: 'n2' },
    { name: 'qop', value: 'auth' },
  ]);
});
