import { describe, expect, it } from 'vitest';
import { createTargets } from '../../../src/core/targets.js';
import { addressOf, desired } from './fake-vendor.js';

const resources = [
  desired('group', 'a', {}, { dependsOn: [addressOf('person', 'ann')] }),
  desired('group', 'ab'),
  desired('person', 'ann', {}, { dependsOn: [addressOf('options')] }),
  desired('person', 'bob'),
  desired('options', '', {}, { dependsOn: [addressOf('person', 'ann'), addressOf('person', 'nobody')] }),
];

describe('createTargets', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['no target is everything', [], ['acme/group/a', 'acme/group/ab', 'acme/person/bob', 'acme/group/live-only']],
    [
      'one target, with what it depends on, round a circle too',
      ['acme/group/a'],
      ['acme/group/a', 'acme/person/ann', 'acme/options'],
    ],
    ['an address is no prefix of a longer name', ['acme/group/ab'], ['acme/group/ab']],
    [
      'everything of a kind, live ones too',
      ['acme/group'],
      ['acme/group/a', 'acme/group/ab', 'acme/group/live-only', 'acme/person/ann', 'acme/options'],
    ],
    ['several', ['acme/person/bob', 'acme/group/ab'], ['acme/person/bob', 'acme/group/ab']],
  ])('%s', (_, targets, included) => {
    const created = createTargets(targets, resources);
    const includes = (address: string): boolean => created.includes(address);
    const all = [...resources.map(({ address }) => address as string), 'acme/group/live-only', 'other/group/a'];
    const expected = targets.length === 0 ? all : all.filter((address) => included.includes(address));
    expect(all.filter(includes)).toEqual(expected);
    for (const address of included) expect(includes(address), address).toBe(true);
  });

  it('names the targets that nothing matched, once the comparison has asked', () => {
    const targets = createTargets(['acme/zone', 'acme/group/a', 'acme/group/gone'], resources);
    expect(targets.unmatched().map(({ summary }) => summary)).toEqual([
      expect.stringContaining('-target=acme/group/gone '),
      expect.stringContaining('-target=acme/zone '),
    ]);
    expect(targets.includes('acme/zone/live-only')).toBe(true);
    expect(targets.unmatched()).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'target-unmatched',
        hint: expect.stringContaining('ORGANIZATION/KIND') as string,
      }),
    ]);
  });

  it('has nothing unmatched without targets', () => {
    expect(createTargets([], resources).unmatched()).toEqual([]);
  });
});
