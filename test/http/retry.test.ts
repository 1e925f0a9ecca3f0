import { describe, expect, it } from 'vitest';
import { retryAfter, retryDelay, type Failure, type RetryMode } from '../../src/http/retry.js';

const now = (): number => Date.parse('2026-01-01T00:00:00Z');

function status(code: number, after?: string): Failure {
  return { kind: 'status', status: code, headers: new Headers(after === undefined ? {} : { 'retry-after': after }) };
}

function delay(failure: Failure, mode: RetryMode, attempt = 1, random = 0.5): number | undefined {
  return retryDelay(failure, { mode, attempt, random: () => random, now });
}

describe('retryDelay', () => {
  it.each<[string, Failure, boolean, boolean]>([
    ['429', status(429), true, true],
    ['429 with Retry-After', status(429, '3'), true, true],
    ['503 with Retry-After', status(503, '3'), true, true],
    ['503', status(503), true, false],
    ['500', status(500), true, false],
    ['502', status(502), true, false],
    ['504', status(504), true, false],
    ['500 with Retry-After', status(500, '3'), true, false],
    ['599', status(599), true, false],
    ['no answer', { kind: 'connection' }, true, false],
    ['501', status(501), false, false],
    ['505', status(505), false, false],
    ['400', status(400), false, false],
    ['401', status(401), false, false],
    ['403', status(403), false, false],
    ['404', status(404), false, false],
    ['409', status(409), false, false],
  ])('after %s: safe %s, refused-only %s', (_name, failure, safe, refusedOnly) => {
    expect(delay(failure, 'safe') !== undefined).toBe(safe);
    expect(delay(failure, 'refused-only') !== undefined).toBe(refusedOnly);
    expect(delay(failure, 'never')).toBeUndefined();
  });

  it('doubles with full jitter up to 30 s', () => {
    expect([1, 2, 3, 4].map((attempt) => delay(status(500), 'safe', attempt, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(delay(status(500), 'safe', 3, 0)).toBe(0);
    expect(delay(status(500), 'safe', 3, 0.25)).toBe(500);
    expect(delay(status(500), 'safe', 20, 1)).toBe(30_000);
    expect(delay(status(500), 'safe', 5000, 1)).toBe(30_000);
  });

  it('waits as long as the server asks, and backs off where it asks for nothing', () => {
    expect(delay(status(429, '7'), 'refused-only', 1)).toBe(7000);
    expect(delay(status(500, '2'), 'safe', 4)).toBe(2000);
    expect(delay(status(429, '0'), 'safe', 2)).toBe(500);
    expect(delay(status(429, 'soon'), 'safe', 2)).toBe(500);
  });
});

describe('retryAfter', () => {
  it.each<[string, number | undefined]>([
    ['1', 1000],
    ['0.25', 250],
    ['0', 0],
    ['120', 120_000],
    ['86400', 120_000],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    ['Thursday, 01-Jan-26 00:00:05 GMT', 5000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['Fri, 02 Jan 2026 00:00:00 GMT', 120_000],
    ['-1', undefined],
    ['1e9', undefined],
    ['', undefined],
    ['Thu, nonsense GMT', undefined],
    ['2026', 120_000],
  ])('%s: %s', (value, expected) => {
    expect(retryAfter(new Headers({ 'retry-after': value }), now)).toBe(expected);
  });
});
