import { describe, expect, it } from 'vitest';
import { canonicalText, digest } from '../../../src/core/canonical.js';

describe('canonicalText', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalText({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
  });

  it('writes half a character, which JSON’s canonical form has no place for, as its escape', () => {
    const half = String.fromCharCode(0xd800);
    expect(canonicalText(half)).toBe(JSON.stringify('\\ud800'));
    expect(canonicalText({ [half]: [half, 1, null, { a: half }] })).toBe(
      JSON.stringify({ '\\ud800': ['\\ud800', 1, null, { a: '\\ud800' }] }),
    );
    expect(canonicalText('😀')).toBe('"😀"');
  });

  it('writes null for what JSON cannot say', () => {
    // A caller that goes around the type must still get a digest, not a crash.
    expect(canonicalText(undefined as never)).toBe('null');
  });
});

describe('digest', () => {
  it('is the SHA-256 of the canonical text', () => {
    // echo -n '{"a":1}' | sha256sum
    expect(digest({ a: 1 })).toBe('sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
  });

  it('tells different values apart, and the same apart from key order not', () => {
    expect(digest({ a: 1, b: 2 })).toBe(digest({ b: 2, a: 1 }));
    expect(digest([1, 2])).not.toBe(digest([2, 1]));
    expect(digest(null)).not.toBe(digest('null'));
  });
});
