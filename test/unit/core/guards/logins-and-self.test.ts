import { describe, expect, it } from 'vitest';
import { denyWeakerLogin } from '../../../../src/core/guards/deny-weaker-login.js';
import type { GuardContext } from '../../../../src/core/guards/guard.js';
import { requireSelf } from '../../../../src/core/guards/require-self.js';
import type { Provider } from '../../../../src/core/provider.js';
import type { GuardSettings } from '../../../../src/core/resource.js';
import { changeOf, fakeProvider, guardSettings, liveOrganization, organization } from '../fake-vendor.js';

function contextOf(guards: Partial<GuardSettings>, provider: Partial<Provider>): GuardContext {
  return {
    organization: organization({ guards: { ...guardSettings(), ...guards } }),
    live: liveOrganization([]),
    changes: [changeOf('delete', 'zone', 'z')],
    provider: fakeProvider(provider),
    leaving: new Set(),
    access: { sight: undefined, why: 'nobody asked' },
    idpGroups: undefined,
  };
}

describe('denyWeakerLogin', () => {
  const denied = { denyWeakerLogin: true };

  it('is off by default', () => {
    expect(denyWeakerLogin.judge(contextOf({}, { weakerLogins: () => ['acme/zone/z: any'] }))).toBeUndefined();
  });

  it('has nothing to say where the vendor has no logins', () => {
    expect(denyWeakerLogin.judge(contextOf(denied, {}))?.status).toBe('not_applicable');
  });

  it('trips on what the vendor says is weaker', () => {
    expect(
      denyWeakerLogin.judge(contextOf(denied, { weakerLogins: () => ['acme/zone/z: any', 'acme/zone/y: any'] })),
    ).toEqual({
      status: 'tripped',
      detail: 'Logins get weaker: acme/zone/z: any; acme/zone/y: any.',
      witnesses: ['acme/zone/z: any', 'acme/zone/y: any'],
    });
    expect(denyWeakerLogin.judge(contextOf(denied, { weakerLogins: () => [] }))?.status).toBe('passed');
  });
});

describe('requireSelf', () => {
  const undermines = (): readonly string[] => ['acme/zone/z: the ground'];

  it('is on by default, and has no entry where nothing is undermined', () => {
    expect(requireSelf.judge(contextOf({}, { undermines }))).toEqual({
      status: 'tripped',
      detail: 'After this plan orgwright itself may be refused: acme/zone/z: the ground.',
      witnesses: ['acme/zone/z: the ground'],
    });
    expect(requireSelf.judge(contextOf({}, { undermines: () => [] }))).toBeUndefined();
    expect(requireSelf.judge(contextOf({}, {}))).toBeUndefined();
  });

  it('may be switched off', () => {
    expect(requireSelf.judge(contextOf({ requireSelf: false }, { undermines }))).toBeUndefined();
  });
});
