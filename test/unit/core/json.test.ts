import { expect, it } from 'vitest';
import { compareText, isJsonObject, textOf } from '../../../src/core/json.js';

it.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['x', false],
  [undefined, false],
])('isJsonObject(%j) is %s', (value, expected) => {
  expect(isJsonObject(value)).toBe(expected);
});

it('orders by code unit, not by locale', () => {
  expect(['ä', 'b', 'Z', 'a', '10', '9', 'a'].sort(compareText)).toEqual(['10', '9', 'Z', 'a', 'a', 'b', 'ä']);
});

it.each([
  ['x', 'x'],
  [1, 'fallback'],
  [undefined, 'fallback'],
])('textOf(%j) is %s', (value, expected) => {
  expect(textOf(value, 'fallback')).toBe(expected);
});

it('falls back to nothing', () => {
  expect(textOf(null)).toBe('');
});
