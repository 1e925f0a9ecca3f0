import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/core/address.js';

describe('formatAddress', () => {
  it.each([
    ['acme', 'team', 'data-eng', 'acme/team/data-eng'],
    ['acme', 'team', 'a/b', 'acme/team/a/b'],
    ['acme', 'settings', undefined, 'acme/settings'],
  ])('%s, %s, %s is %s', (organization, kind, name, address) => {
    expect(formatAddress(organization, kind, name)).toBe(address);
  });
});

describe('parseAddress', () => {
  it.each([
    ['acme/settings', { organization: 'acme', kind: 'settings', name: undefined }],
    ['acme/team/data-eng', { organization: 'acme', kind: 'team', name: 'data-eng' }],
    ['acme/team/a/b', { organization: 'acme', kind: 'team', name: 'a/b' }],
    ['acme/team//b', { organization: 'acme', kind: 'team', name: '/b' }],
    ['acme', undefined],
    ['', undefined],
    ['/team/x', undefined],
    ['acme/', undefined],
    ['acme/team/', undefined],
    ['acme//x', undefined],
  ])('%s', (text, parts) => {
    expect(parseAddress(text)).toEqual(parts);
  });

  it('undoes formatAddress', () => {
    const address = formatAddress('acme', 'team', 'Ops / on call');
    const parts = parseAddress(address);
    expect(parts && formatAddress(parts.organization, parts.kind, parts.name)).toBe(address);
  });
});
