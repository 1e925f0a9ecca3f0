/** The order that is about people's access; what a provider adds with its marks is tested with the provider. */
import { describe, expect, it } from 'vitest';
import { makeStep, orderAccess, type Step, type Waits } from '../../../src/core/access-order.js';

const step = (key: string, rest: Partial<Step> = {}): Step =>
  makeStep({ key, method: 'POST', path: `/${key}`, addresses: [], ...rest });

const needsOf = (steps: readonly Step[], more: (waits: Waits<string>) => void = () => undefined): string[] =>
  orderAccess(steps, more).map(({ key, needs }) => `${key}: ${needs.join(' ')}`.trimEnd());

const ann = ['ann'];

describe('orderAccess', () => {
  it.each<[string, Step[], string[]]>([
    ['nothing', [], []],
    ['a grant before a revoke', [step('r', { revokes: ann }), step('g', { grants: ann })], ['r: g', 'g:']],
    [
      'a grant before what does both, and that before a revoke',
      [step('m', { grants: ann, revokes: ann }), step('g', { grants: ann }), step('r', { revokes: ann })],
      ['m: g', 'g:', 'r: g m'],
    ],
    ['nothing between different people', [step('r', { revokes: ann }), step('g', { grants: ['bob'] })], ['r:', 'g:']],
    [
      'what may give anybody something before whatever takes',
      [
        step('r', { revokes: ann }),
        step('g', { grantsAnybody: true }),
        step('m', { grantsAnybody: true, revokes: ann }),
      ],
      ['r: g m', 'g:', 'm: g'],
    ],
    [
      'what may take from anybody after whatever gives',
      [
        step('r', { revokesAnybody: true }),
        step('g', { grants: ann }),
        step('m', { grants: ['bob'], revokesAnybody: true }),
      ],
      ['r: g m', 'g:', 'm: g'],
    ],
    ['its own needs stay, sorted', [step('a', { needs: ['z', 'b'] })], ['a: b z']],
  ])('puts %s', (_, steps, expected) => {
    expect(needsOf(steps)).toEqual(expected);
  });

  it('lets a provider add its own, but never a need of itself', () => {
    const steps = [step('a', { marks: ['late', 'early'] }), step('b', { marks: ['early'] }), step('c')];
    expect(
      needsOf(steps, ({ after, need }) => {
        after('late', 'early');
        after('nobody', 'early');
        const [, b, c] = steps;
        if (b !== undefined && c !== undefined) need(c, b);
      }),
    ).toEqual(['a: b', 'b:', 'c: b']);
  });

  it('ignores a step that it was not given', () => {
    expect(needsOf([step('a')], ({ need }) => need(step('other'), step('a')))).toEqual(['a:']);
  });

  it('gives drafts without what only decided the order', () => {
    const [draft] = orderAccess(
      [step('a', { grants: ann, grantsAnybody: true, revokesAnybody: false, marks: ['x'] })],
      () => undefined,
    );
    expect(draft).toEqual({ key: 'a', method: 'POST', path: '/a', addresses: [], needs: [], retry: 'safe' });
  });
});
