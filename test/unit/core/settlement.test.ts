import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/change.js';
import { pointerTo } from '../../../src/core/pointer.js';
import { createSettlement, report, settledOf, updateOf, waitsFor, withEdits } from '../../../src/core/settlement.js';
import { addressOf, changeOf, desired, liveOrganization, organization, updateOf as update } from './fake-vendor.js';

const source = { file: 'a.yaml', line: 2, column: 3 };
const comparison = (from: Comparison['desired']): Comparison => ({
  address: addressOf('group', 'a'),
  kind: 'group',
  name: 'a',
  desired: from,
  live: undefined,
  change: undefined,
});
const listed = comparison(desired('group', 'a', {}, { source }));

const empty = () =>
  createSettlement([listed], {
    organization: organization(),
    live: liveOrganization([]),
    options: { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    locate: () => undefined,
  });

describe('a settlement', () => {
  it('begins empty, and knows comparisons by address', () => {
    const settlement = empty();
    expect(settlement.comparisons.get('acme/group/a')).toBe(listed);
    expect(settledOf(settlement)).toEqual({ changes: [], pending: [], manualSteps: [], blocked: [], diagnostics: [] });
  });

  it('gathers', () => {
    const settlement = empty();
    settlement.changes.push(changeOf('delete', 'group', 'a'));
    waitsFor(settlement, addressOf('group', 'a'), 'ann to accept');
    expect(settledOf(settlement)).toMatchObject({
      changes: [{ action: 'delete' }],
      pending: [{ address: 'acme/group/a', waitsFor: 'ann to accept' }],
    });
  });

  it.each<[string, Comparison['desired'], object]>([
    ['at its place', listed.desired, { source }],
    ['without a place where it has none', desired('group', 'a'), {}],
    ['without a place where nothing asks for it', undefined, {}],
  ])('reports a problem %s', (_, from, place) => {
    const settlement = empty();
    report(settlement, comparison(from), 'warning', { code: 'c', summary: 's', hint: 'h' });
    expect(settlement.diagnostics).toEqual([
      { severity: 'warning', code: 'c', summary: 's', hint: 'h', address: 'acme/group/a', ...place },
    ]);
  });
});

describe('withEdits', () => {
  const change = update('group', 'a', { before: { about: 'x', members: ['ann'] }, after: { about: 'y' }, edits: [] });

  it('is the change with only these edits', () => {
    const edits = [{ type: 'set', path: ['about'], before: 'x', after: 'z' }] as const;
    expect(withEdits(change, edits)).toEqual({ ...change, edits, after: { about: 'z', members: ['ann'] } });
  });

  it('is nothing without edits, unless something is renamed', () => {
    expect(withEdits(change, [])).toBeUndefined();
    const renamed = { ...change, previousAddress: addressOf('group', 'old') };
    expect(withEdits(renamed, [])).toEqual({ ...renamed, after: change.before });
  });
});

it.each([
  ['listed', listed, source],
  ['unlisted', comparison(undefined), undefined],
])('updateOf something %s', (_, from, place) => {
  expect(updateOf(from, 'acme', { before: {}, after: {}, edits: [], reason: 'why' })).toEqual({
    action: 'update',
    address: 'acme/group/a',
    organization: 'acme',
    kind: 'group',
    name: 'a',
    source: place,
    before: {},
    after: {},
    edits: [],
    reason: 'why',
  });
});

it.each([
  [['a', 'b'], '/x/a/b'],
  [[], '/x'],
  [['a/b', 'c~d', '~1'], '/x/a~1b/c~0d/~01'],
])('pointerTo %j', (steps, pointer) => {
  expect(pointerTo('/x', ...steps)).toBe(pointer);
});
