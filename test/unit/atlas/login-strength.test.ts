import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/change.js';
import type { JsonObject } from '../../../src/core/json.js';
import { weakerLogins } from '../../../src/providers/atlas/login-strength.js';
import { undermines } from '../../../src/providers/atlas/undermines.js';

function change(kind: string, before: JsonObject | undefined, after: JsonObject | undefined): Change {
  const base = {
    address: `acme/${kind}` as Change['address'],
    organization: 'acme',
    kind,
    name: '',
    reason: '',
    source: undefined,
  };
  if (before === undefined) return { ...base, action: 'create', after: after ?? {} };
  return after === undefined
    ? { ...base, action: 'delete', before }
    : { ...base, action: 'update', before, after, edits: [] };
}

const saml = { protocol: 'SAML', active: true, domains: ['acme.com', 'acme.io'], ssoDebug: false };

describe('weakerLogins of Atlas', () => {
  it.each<[string, Change, string | undefined]>([
    [
      'a second factor',
      change('settings', { multiFactorAuthRequired: true }, { multiFactorAuthRequired: false }),
      'acme/settings: a second factor is no longer required',
    ],
    [
      'no second factor before',
      change('settings', { multiFactorAuthRequired: false }, { multiFactorAuthRequired: true }),
      undefined,
    ],
    [
      'an identity provider detached',
      change('idp-mapping', { identityProvider: 'okta' }, { identityProvider: 'none' }),
      'acme/idp-mapping: no identity provider any more',
    ],
    [
      'a disconnection',
      change('idp-mapping', { identityProvider: 'okta' }, undefined),
      'acme/idp-mapping: no identity provider any more',
    ],
    [
      'another identity provider',
      change('idp-mapping', { identityProvider: 'okta' }, { identityProvider: 'entra' }),
      undefined,
    ],
    ['a disconnection of what had none', change('idp-mapping', { identityProvider: 'none' }, undefined), undefined],
    [
      'a deactivation',
      change('identity-provider', saml, { ...saml, active: false }),
      'acme/identity-provider: SSO is no longer active',
    ],
    ['a removal', change('identity-provider', saml, undefined), 'acme/identity-provider: SSO is no longer active'],
    [
      'a domain less',
      change('identity-provider', saml, { ...saml, domains: ['acme.io'] }),
      'acme/identity-provider: no SSO for acme.com any more',
    ],
    [
      'the debug mode',
      change('identity-provider', saml, { ...saml, ssoDebug: true }),
      'acme/identity-provider: a login past SSO (ssoDebug)',
    ],
    ['another description', change('identity-provider', saml, { ...saml, description: 'x' }), undefined],
    [
      'an OIDC provider',
      change('identity-provider', { ...saml, protocol: 'OIDC' }, { ...saml, protocol: 'OIDC', active: false }),
      undefined,
    ],
    ['something new', change('identity-provider', undefined, { active: false }), undefined],
    ['something else', change('team', {}, undefined), undefined],
  ])('%s', (_, changed, fact) => {
    expect(weakerLogins([changed])).toEqual(fact === undefined ? [] : [fact]);
  });
});

describe('undermines of Atlas', () => {
  const list = 'apiAccessListRequired';

  it.each<[string, Change, number]>([
    ['the access list switched on', change('settings', { [list]: false }, { [list]: true }), 1],
    ['what was not told before', change('settings', {}, { [list]: true }), 1],
    ['the access list as it was', change('settings', { [list]: true }, { [list]: true }), 0],
    ['the access list switched off', change('settings', { [list]: true }, { [list]: false }), 0],
    ['settings made', change('settings', undefined, { [list]: true }), 0],
    ['other things', change('team', {}, { [list]: true }), 0],
  ])('%s', (_, changed, facts) => {
    expect(undermines([changed])).toHaveLength(facts);
  });
});
