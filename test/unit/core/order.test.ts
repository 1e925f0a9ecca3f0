import { describe, expect, it } from 'vitest';
import type { OperationDraft } from '../../../src/core/operation.js';
import { orderOperations } from '../../../src/core/order.js';

const draft = (key: string, ...needs: string[]): OperationDraft => ({
  key,
  method: 'POST',
  path: `/${key}`,
  addresses: [],
  needs,
  retry: 'safe',
});

function keysOf(drafts: readonly OperationDraft[]): readonly string[] {
  const result = orderOperations(drafts);
  return 'cycle' in result ? ['cycle', ...result.cycle] : result.ordered.map(({ key }) => key);
}

describe('orderOperations', () => {
  it.each<[string, OperationDraft[], string[]]>([
    ['nothing', [], []],
    ['independent ones stay as given', [draft('b'), draft('a'), draft('c')], ['b', 'a', 'c']],
    ['what is needed comes before', [draft('a', 'b'), draft('b', 'c'), draft('c')], ['c', 'b', 'a']],
    ['a diamond', [draft('a', 'b', 'c'), draft('b', 'd'), draft('c', 'd'), draft('d')], ['d', 'b', 'c', 'a']],
    ['the needs of one in the order it names them', [draft('x', 'b', 'a'), draft('a'), draft('b')], ['b', 'a', 'x']],
    ['needs that nothing provides are no needs', [draft('a', 'elsewhere')], ['a']],
    ['a circle of two', [draft('a', 'b'), draft('b', 'a')], ['cycle', 'a', 'b']],
    [
      'a circle behind a chain',
      [draft('x', 'a'), draft('a', 'b'), draft('b', 'c'), draft('c', 'a')],
      ['cycle', 'a', 'b', 'c'],
    ],
    ['itself', [draft('a', 'a')], ['cycle', 'a']],
  ])('%s', (_, drafts, expected) => {
    expect(keysOf(drafts)).toEqual(expected);
  });

  it('survives a chain that is as long as a large plan', () => {
    const length = 20_000;
    const drafts = Array.from({ length }, (_, index) =>
      index === length - 1 ? draft(String(index)) : draft(String(index), String(index + 1)),
    );
    const keys = keysOf(drafts);
    expect(keys).toHaveLength(length);
    expect(keys[0]).toBe(String(length - 1));
    expect(keys[length - 1]).toBe('0');
  });

  it('puts every operation after all that it needs', () => {
    const drafts = Array.from({ length: 60 }, (_, index) =>
      draft(
        String(index),
        ...[index * 7 + 3, index * 5 + 1].filter((need) => need % 60 > index).map((need) => String(need % 60)),
      ),
    );
    const keys = keysOf(drafts);
    for (const { key, needs } of drafts) {
      for (const need of needs) expect(keys.indexOf(need), `${key} needs ${need}`).toBeLessThan(keys.indexOf(key));
    }
  });
});
