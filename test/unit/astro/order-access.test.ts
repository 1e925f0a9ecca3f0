/** What each request waits for, so that nobody who keeps access loses it on the way. */
import { describe, expect, it } from 'vitest';
import { orderOperations } from '../../../src/core/order.js';
import { orderAccess } from '../../../src/providers/astro/order-access.js';
import { step, type Step } from '../../../src/providers/astro/step.js';

const make = (key: string, rest: Partial<Step> = {}): Step =>
  step({ key, method: 'POST', path: `/${key}`, addresses: [], ...rest });

/** `later <- earlier, earlier`, for those that wait. */
function waits(...steps: readonly Step[]): string[] {
  const ordered = orderAccess(steps);
  expect('ordered' in orderOperations(ordered)).toBe(true);
  return ordered.flatMap(({ key, needs }) => (needs.length === 0 ? [] : [`${key} <- ${needs.join(', ')}`]));
}

const ann = ['ann'];
const both = ['ann', 'bob'];

describe('grants and revokes', () => {
  it.each<[string, Step[], string[]]>([
    [
      'a revoke waits for a grant to the same person',
      [make('revoke', { revokes: ann }), make('grant', { grants: ann })],
      ['revoke <- grant'],
    ],
    ['not for one to somebody else', [make('revoke', { revokes: ann }), make('grant', { grants: ['bob'] })], []],
    [
      'for every grant that shares a person',
      [
        make('revoke', { revokes: both }),
        make('a', { grants: ann }),
        make('b', { grants: ['bob'] }),
        make('c', { grants: ['eve'] }),
      ],
      ['revoke <- a, b'],
    ],
    [
      'what does both waits for grants, and revokes wait for it',
      [make('mixed', { grants: ann, revokes: ann }), make('grant', { grants: ann }), make('revoke', { revokes: ann })],
      ['mixed <- grant', 'revoke <- grant, mixed'],
    ],
    [
      'two that do both do not wait for each other',
      [make('a', { grants: both, revokes: both }), make('b', { grants: both, revokes: both })],
      [],
    ],
    ['what grants nothing and revokes nothing waits for nothing', [make('a'), make('b', { grants: ann })], []],
  ])('%s', (_, steps, expected) => {
    expect(waits(...steps)).toEqual(expected);
  });
});

describe('marks', () => {
  it.each<[string, Step[], string[]]>([
    [
      'ownership is given before it is taken',
      [make('down', { marks: ['demotes-owner'] }), make('up', { marks: ['promotes-owner'] })],
      ['down <- up'],
    ],
    [
      'all promotions before any demotion',
      [
        make('down1', { marks: ['demotes-owner'] }),
        make('down2', { marks: ['demotes-owner'] }),
        make('up1', { marks: ['promotes-owner'] }),
        make('up2', { marks: ['promotes-owner'] }),
      ],
      ['down1 <- up1, up2', 'down2 <- up1, up2'],
    ],
    [
      'teams are shaped before SCIM goes on',
      [make('on', { marks: ['scim-on'] }), make('team', { marks: ['team-shape'] })],
      ['on <- team'],
    ],
    [
      'and after it goes off',
      [make('team', { marks: ['team-shape'] }), make('off', { marks: ['scim-off'] })],
      ['team <- off'],
    ],
    [
      'SCIM goes on after single sign-on works',
      [make('on', { marks: ['scim-on'] }), make('sso', { marks: ['sso-on'] })],
      ['on <- sso'],
    ],
    ['roles of teams do not wait for SCIM', [make('off', { marks: ['scim-off'] }), make('roles', { grants: ann })], []],
  ])('%s', (_, steps, expected) => {
    expect(waits(...steps)).toEqual(expected);
  });
});

describe('needs', () => {
  it('of its own stay, those that nobody provides go', () => {
    expect(waits(make('a', { needs: ['b', 'elsewhere'] }), make('b'))).toEqual(['a <- b']);
  });

  it('are sorted, once each', () => {
    const steps = [make('z', { revokes: ann, needs: ['b'] }), make('b', { grants: ann }), make('a', { grants: ann })];
    expect(waits(...steps)).toEqual(['z <- a, b']);
  });

  it('leave the requests in the order given, without what only decided it', () => {
    const ordered = orderAccess([make('b', { marks: ['scim-on'], grants: ann }), make('a')]);
    expect(ordered.map(({ key }) => key)).toEqual(['b', 'a']);
    for (const draft of ordered) expect(Object.keys(draft)).not.toEqual(expect.arrayContaining(['marks']));
    expect(ordered[0]).toEqual({ key: 'b', method: 'POST', path: '/b', addresses: [], needs: [], retry: 'safe' });
  });
});

it('never makes a circle, whatever is granted to whom', () => {
  const everything: Step[] = [];
  for (const grants of [[], ann, both]) {
    for (const revokes of [[], ann, both]) {
      for (const marks of [[], ['promotes-owner'], ['demotes-owner'], ['team-shape']] as const) {
        // Who becomes an owner gains by it, who ceases to be one loses.
        if (marks[0] === 'promotes-owner' && grants.length === 0) continue;
        if (marks[0] === 'demotes-owner' && revokes.length === 0) continue;
        everything.push(make(`s${everything.length}`, { grants, revokes, marks: [...marks] }));
      }
    }
  }
  everything.push(make('off', { marks: ['scim-off'] }));
  expect('ordered' in orderOperations(orderAccess(everything))).toBe(true);
  expect('ordered' in orderOperations(orderAccess([...everything].reverse()))).toBe(true);
});
