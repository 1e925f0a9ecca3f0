import { expect, it } from 'vitest';
import { parseDuration } from '../../src/cli/duration.js';
import { ConfigError } from '../../src/errors.js';

it.each([
  ['0', 0],
  ['0s', 0],
  ['250ms', 250],
  ['90s', 90_000],
  ['5m', 300_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
])('%s', (text, milliseconds) => {
  expect(parseDuration(text, 'lock-timeout')).toBe(milliseconds);
});

it.each(['', '5', 's', '5 m', '-5m', '5d', 'm5', '1h30', '.5h', '1e3s', '5m\n', `${'9'.repeat(400)}h`])(
  'refuses %j',
  (text) => {
    expect(() => parseDuration(text, 'lock-timeout')).toThrow(ConfigError);
    expect(() => parseDuration(text, 'lock-timeout')).toThrow('-lock-timeout takes a duration');
  },
);
