/** The examples of the RFCs, and what we decline to answer. */
import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../src/http/challenges.js';
import { digestChallenge, digestHeader, type DigestChallenge } from '../../src/http/digest-header.js';

function challengeOf(header: string): DigestChallenge | undefined {
  const [first] = parseChallenges(header);
  return first === undefined ? undefined : digestChallenge(first);
}

describe('digestHeader', () => {
  const rfc7616 = {
    username: 'Mufasa',
    password: 'Circle of Life',
    method: 'GET',
    uri: '/dir/index.html',
    count: 1,
    cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  };
  const nonce = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v';
  const opaque = 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS';

  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('answers the example of RFC 7616, section 3.9.1, with %s', (algorithm, response) => {
    const challenge = challengeOf(
      `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${nonce}", opaque="${opaque}"`,
    );
    if (challenge === undefined) throw new Error('not understood');
    expect(digestHeader({ ...rfc7616, challenge })).toBe(
      `Digest username="Mufasa", realm="http-auth@example.org", nonce="${nonce}", uri="/dir/index.html", ` +
        `algorithm=${algorithm}, response="${response}", qop=auth, nc=00000001, cnonce="${rfc7616.cnonce}", opaque="${opaque}"`,
    );
  });

  it('answers the example of RFC 2617, section 3.5, where no algorithm is named', () => {
    const challenge = challengeOf(
      'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"',
    );
    if (challenge === undefined) throw new Error('not understood');
    const header = digestHeader({ ...rfc7616, password: 'Circle Of Life', cnonce: '0a4f113b', challenge });
    expect(header).toContain('response="6629fae49393a05397450978507c4ef1"');
    expect(header).not.toMatch(/algorithm|opaque/);
  });

  it('counts in eight hexadecimal digits and escapes what stands in quotes', () => {
    const challenge: DigestChallenge = { realm: 'a "b" \\', nonce: 'n', opaque: '', algorithm: 'md5', stale: false };
    const header = digestHeader({ ...rfc7616, count: 255, challenge });
    expect(header).toContain('nc=000000ff');
    expect(header).toContain('realm="a \\"b\\" \\\\"');
    expect(header).toContain('algorithm=md5');
    expect(header).toContain('opaque=""');
  });
});

describe('digestChallenge', () => {
  it('reads every field', () => {
    expect(challengeOf('digest Realm="r", NONCE=n, qop=auth, stale=TRUE, opaque="o", algorithm="SHA-256"')).toEqual({
      realm: 'r',
      nonce: 'n',
      opaque: 'o',
      algorithm: 'SHA-256',
      stale: true,
    });
  });

  it.each([
    ['another scheme', 'Basic realm="r", nonce="n", qop="auth"'],
    ['no nonce', 'Digest realm="r", qop="auth"'],
    ['no realm', 'Digest nonce="n", qop="auth"'],
    ['no quality of protection', 'Digest realm="r", nonce="n"'],
    ['only auth-int', 'Digest realm="r", nonce="n", qop="auth-int"'],
    ['an unknown algorithm', 'Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512-256'],
    ['session keys', 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5-sess'],
  ])('declines %s', (_name, header) => {
    expect(challengeOf(header)).toBeUndefined();
  });
});
