import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/change.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { Live } from '../../../src/core/resource.js';
import { weakerLogins } from '../../../src/providers/astro/login-strength.js';

function change(kind: string, name: string, before: JsonObject | undefined, after: JsonObject | undefined): Change {
  const address = (name === '' ? `acme/${kind}` : `acme/${kind}/${name}`) as Change['address'];
  const base = { address, organization: 'acme', kind, name, reason: '', source: undefined };
  if (before === undefined) return { ...base, action: 'create', after: after ?? {} };
  return after === undefined
    ? { ...base, action: 'delete', before }
    : { ...base, action: 'update', before, after, edits: [] };
}

function there(allowedMethods?: readonly string[]): Live {
  const domain = {
    kind: 'domain',
    name: 'acme.com',
    remoteId: 'd1',
    origin: 'manual',
    native: {},
    attributes: { allowedMethods: allowedMethods ?? [] },
  } as const;
  return {
    organization: 'acme',
    resources: allowedMethods === undefined ? [] : [domain],
    coverage: {},
    facts: undefined,
    diagnostics: [],
  };
}

const methods = (before: readonly string[], after: readonly string[] | undefined): Change =>
  change('domain', 'acme.com', { allowedMethods: before }, after && { allowedMethods: after });

describe('weakerLogins of Astro', () => {
  it.each<[readonly string[], readonly string[] | undefined, string | undefined]>([
    [['sso'], ['google', 'sso'], 'google beside or instead of sso'],
    [['sso'], ['password'], 'password beside or instead of sso'],
    [['google', 'sso'], ['google', 'password', 'sso'], 'password beside or instead of google, sso'],
    [['google'], ['github'], undefined],
    [['google', 'sso'], ['github', 'google', 'sso'], undefined],
    [['password', 'sso'], ['google', 'sso'], undefined],
    [['google', 'sso'], ['google'], undefined],
    [['sso'], ['passkey'], 'passkey beside or instead of sso'],
    [['sso'], undefined, 'password, google, github beside or instead of sso'],
    [['password'], undefined, undefined],
  ])('%j to %j', (before, after, what) => {
    expect(weakerLogins([methods(before, after)], there())).toEqual(
      what === undefined ? [] : [`acme/domain/acme.com: ${what}`],
    );
  });

  const sso = (before: JsonObject | undefined, after: JsonObject | undefined): Change =>
    change('sso', 'acme.com', before, after);

  it.each<[string, Change, readonly string[] | undefined, readonly string[]]>([
    ['removed', sso({ active: true }, undefined), ['sso'], ['acme/sso/acme.com: no SSO any more']],
    [
      'switched off',
      sso({ active: true }, { active: false }),
      ['google', 'sso'],
      ['acme/sso/acme.com: SSO is no longer active'],
    ],
    [
      'removed of a domain that was not read',
      sso({ active: true }, undefined),
      undefined,
      ['acme/sso/acme.com: no SSO any more'],
    ],
    ['removed where the domain does not allow it', sso({ active: true }, undefined), ['google'], []],
    ['removed where it was not active', sso({ active: false }, undefined), ['sso'], []],
    ['changed', sso({ active: true }, { active: true }), ['sso'], []],
    ['made', sso(undefined, { active: true }), ['sso'], []],
  ])('an SSO connection is %s', (_, changed, allowed, facts) => {
    expect(weakerLogins([changed], there(allowed))).toEqual(facts);
  });

  it('a bypass link is made, or another one; a new domain; other things', () => {
    expect(weakerLogins([change('bypass-link', '', undefined, {})], there())).toEqual([
      'acme/bypass-link: a link past SSO',
    ]);
    expect(weakerLogins([change('bypass-link', '', {}, undefined)], there())).toEqual([]);
    expect(weakerLogins([change('domain', 'acme.io', undefined, { allowedMethods: ['password'] })], there())).toEqual(
      [],
    );
    expect(weakerLogins([change('team', 't', {}, undefined)], there())).toEqual([]);
  });
});
