import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parse } from '../../src/config/parse.js';
import type { Json } from '../../src/core/json.js';

const key = fc
  .stringMatching(/^[a-zA-Z0-9@.~/ _-]{1,12}$/)
  .filter((text) => !['<<', '__proto__', 'constructor', 'prototype'].includes(text));
const tree = fc.letrec<{ value: Json; map: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.stringMatching(/^[ -~]{0,30}$/),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

it('reads any value as it was written, and knows the place of every key', () => {
  fc.assert(
    fc.property(tree.map, fc.boolean(), (value, isFlow) => {
      const text = stringify(value, { collectionStyle: isFlow ? 'flow' : 'any', lineWidth: 0 });
      const parsed = parse('a.yaml', text);
      expect(parsed.diagnostics).toEqual([]);
      expect(parsed.value).toEqual(value);
      checkPlaces(value, []);

      function checkPlaces(node: Json, path: readonly string[]): void {
        if (typeof node !== 'object' || node === null) return;
        for (const [name, child] of Object.entries(node)) {
          const place = parsed.places.find([...path, name]);
          expect(place.depth).toBe(path.length + 1);
          if (!Array.isArray(node))
            expect(text.slice(place.key).replace(/^["'](?=.*["'])/, '')).toMatch(startingWith(name));
          checkPlaces(child, [...path, name]);
        }
      }
    }),
  );
});

function startingWith(name: string): RegExp {
  return new RegExp(`^(?:\\? )?["']?${name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}`);
}
