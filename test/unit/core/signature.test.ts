import { describe, expect, it } from 'vitest';
import { isSignedBy, signatureOf } from '../../../src/core/signature.js';

describe('a signature', () => {
  it('is HMAC-SHA-256 of the canonical text', () => {
    // RFC 4231, test case 2, has the key "Jefe"; the text there is no JSON, so this is `printf '{"a":1}' | openssl dgst -sha256 -hmac Jefe`.
    expect(signatureOf({ a: 1 }, 'Jefe')).toBe(
      'hmac-sha256:cd7d7d7b1651caa92c82812e913859159c0e729d67421863aaf3e11d0c0e5a96',
    );
  });

  const content = { a: 1, b: ['x'] };
  const signature = signatureOf(content, 'key');

  it.each<[string, string, object, string, boolean]>([
    ['the same', signature, content, 'key', true],
    ['the same in another order', signature, { b: ['x'], a: 1 }, 'key', true],
    ['another key', signature, content, 'key2', false],
    ['other content', signature, { ...content, a: 2 }, 'key', false],
    [
      'another signature of that length',
      signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      content,
      'key',
      false,
    ],
    ['no signature', '', content, 'key', false],
    ['characters of two bytes', 'é'.repeat(signature.length), content, 'key', false],
  ])('holds or not: %s', (_, found, value, key, holds) => {
    expect(isSignedBy(found, value as never, key)).toBe(holds);
  });
});
