import { describe, expect, it } from 'vitest';
import {
  countAt,
  DecodeError,
  fieldsOf,
  flagAt,
  itemsOf,
  optionalItemsAt,
  optionalTextAt,
  textAt,
} from '../../../src/core/decode.js';

const text = (item: unknown): string => textAt(fieldsOf(item), 'name');

describe('what fits is read', () => {
  it.each([
    ['an object', fieldsOf({ a: 1 }), { a: 1 }],
    ['a text', textAt({ a: 'x' }, 'a'), 'x'],
    ['an optional text', optionalTextAt({ a: 'x' }, 'a'), 'x'],
    ['an absent optional text', optionalTextAt({}, 'a'), undefined],
    ['a null optional text', optionalTextAt({ a: null }, 'a'), undefined],
    ['an empty optional text', optionalTextAt({ a: '' }, 'a'), undefined],
    ['a flag', flagAt({ a: false }, 'a'), false],
    ['a count', countAt({ a: 0 }, 'a'), 0],
    ['a list', itemsOf([{ name: 'x' }], 'items', text), ['x']],
    ['an optional list', optionalItemsAt({ a: [{ name: 'x' }] }, 'a', text), ['x']],
    ['an absent optional list', optionalItemsAt({}, 'a', text), []],
    ['a null optional list', optionalItemsAt({ a: null }, 'a', text), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('what does not fit says where and what it is', () => {
  it.each([
    ['a list for an object', () => fieldsOf([]), 'the answer should be an object, but is a list'],
    ['null for an object', () => fieldsOf(null, 'configuration'), 'configuration should be an object, but is null'],
    ['a text for an object', () => fieldsOf('x'), 'the answer should be an object, but is a string'],
    ['no text', () => textAt({}, 'id'), 'id should be a text, but is missing'],
    ['an empty text', () => textAt({ id: '' }, 'id'), 'id should be a text, but is a string'],
    ['a number for a text', () => textAt({ id: 1 }, 'id'), 'id should be a text, but is a number'],
    ['an object for an optional text', () => optionalTextAt({ id: {} }, 'id'), 'id should be a text, but is an object'],
    ['a text for a flag', () => flagAt({ on: 'true' }, 'on'), 'on should be true or false, but is a string'],
    ['a text for a count', () => countAt({ n: '1' }, 'n'), 'n should be a count, but is a string'],
    ['a fraction for a count', () => countAt({ n: 1.5 }, 'n'), 'n should be a count, but is a number'],
    ['a negative count', () => countAt({ n: -1 }, 'n'), 'n should be a count, but is a number'],
    ['no list', () => itemsOf(undefined, 'users', text), 'users should be a list, but is missing'],
    [
      'an object for an optional list',
      () => optionalItemsAt({ a: {} }, 'a', text),
      'a should be a list, but is an object',
    ],
    ['a wrong item', () => itemsOf([{ name: 'x' }, {}], 'users', text), 'name should be a text, but is missing'],
  ])('%s', (_, read, message) => {
    expect(read).toThrow(DecodeError);
    expect(read).toThrow(message);
  });
});
