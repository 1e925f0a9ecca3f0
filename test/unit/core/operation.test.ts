import { expect, it } from 'vitest';
import { refInPath, refsInPath } from '../../../src/core/operation.js';
import { formatAddress } from '../../../src/core/address.js';

it.each(['data-eng', 'Ops / on call', 'ünïcode', '50 % done', 'a{b}c'])(
  'an address in a path comes back: %s',
  (name) => {
    const address = formatAddress('acme', 'team', name);
    const [match] = [...`/teams/${refInPath(address)}/roles`.matchAll(refsInPath)];
    expect(match?.[0]).toBe(refInPath(address));
    expect(decodeURI(match?.[1] ?? '')).toBe(address);
  },
);
