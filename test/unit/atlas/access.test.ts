import { describe, expect, it } from 'vitest';
import { askAccess, type AccessAnswer } from '../../../src/core/access.js';
import type { Change } from '../../../src/core/change.js';
import { createNameIndex } from '../../../src/core/name-index.js';
import { openAccess } from '../../../src/core/open-access.js';
import type { Live, LiveResource } from '../../../src/core/resource.js';
import type { Edit } from '../../../src/core/shape.js';
import type { AtlasFacts, ConnectedOrganization, IdentityProvider } from '../../../src/providers/atlas/facts.js';
import { createAtlas } from '../../../src/providers/atlas/index.js';

const provider = (name: string, more: Partial<IdentityProvider> = {}): IdentityProvider => ({
  id: `id-${name}`,
  oktaIdpId: `okta-${name}`,
  protocol: 'SAML',
  idpType: 'WORKFORCE',
  name,
  displayName: name,
  domains: ['acme.com'],
  active: true,
  certificates: [],
  whole: { ssoDebugEnabled: false },
  ...more,
});

const connection: ConnectedOrganization = {
  orgId: 'o1',
  identityProviderId: 'okta-okta',
  dataAccessIds: [],
  restricted: true,
  allowedDomains: ['acme.com', 'else.io'],
  defaultRoles: [],
  jit: true,
  mappings: [],
  whole: {},
};

const resource = (kind: string, name: string, attributes: LiveResource['attributes'], native = {}): LiveResource => ({
  kind,
  name,
  remoteId: `id-${name}`,
  attributes,
  origin: 'unknown',
  native,
});
const place = (more: LiveResource['attributes'] = {}): LiveResource =>
  resource('idp-mapping', '', {
    identityProvider: 'okta',
    jit: 'enabled',
    defaultRoles: [],
    domainRestriction: 'any',
    allowedDomains: [],
    ...more,
  });
const person = (name: string, roles: readonly string[], status = 'ACTIVE'): LiveResource =>
  resource('member', name, { roles, status });
const alice = person('alice@acme.com', ['ORG_OWNER']);
const bob = person('bob@acme.com', ['ORG_MEMBER']);
const admins = resource('role-mapping', 'admins', { roles: ['ORG_OWNER'], projects: { payments: ['GROUP_OWNER'] } });

interface Situation {
  readonly resources?: readonly LiveResource[];
  readonly providers?: readonly IdentityProvider[];
  readonly facts?: Partial<AtlasFacts>;
  readonly coverage?: Live['coverage'];
  readonly changes?: readonly Change[];
}

function ask(situation: Situation, who: string, method: string, idpGroups?: readonly string[]): AccessAnswer {
  const { resources = [alice, bob, place()], providers = [provider('okta')], coverage = {}, changes = [] } = situation;
  const facts: AtlasFacts = {
    federation: {
      id: 'f1',
      identityProviders: providers,
      organizations: new Map([['o1', connection]]),
      verifiedDomains: new Set(['acme.com']),
    },
    federationRead: true,
    users: new Map(),
    teams: [],
    projects: createNameIndex([]),
    assignments: new Map(),
    ...situation.facts,
  };
  const live = { organization: 'acme', resources, coverage, facts, diagnostics: [] };
  const source = { desired: { name: 'acme', id: 'o1', type: 'atlas' }, provider: createAtlas(), live, changes };
  const opened = openAccess(source, [source]);
  if (opened === undefined) throw new Error('Atlas has rules about access');
  return askAccess(opened.rules, opened.view, { person: who, method, idpGroups });
}

function update(kind: string, name: string, before: LiveResource['attributes'], edits: readonly Edit[]): Change {
  const address = (name === '' ? `acme/${kind}` : `acme/${kind}/${name}`) as Change['address'];
  const base = { organization: 'acme', source: undefined, reason: 'test', address, kind, name };
  const after = edits.reduce<LiveResource['attributes']>(
    (all, edit) => (edit.type === 'set' ? { ...all, [edit.path[0] ?? '']: edit.after } : all),
    before,
  );
  return { ...base, action: 'update', before, after, edits };
}

const textsOf = ({ reasons }: AccessAnswer): string => reasons.map(({ text }) => text).join('; ');
const rolesIn = (roles: AccessAnswer['roles']): readonly string[] => roles.map(({ role }) => role);

describe('what could not be read', () => {
  it('of the federation leaves every login open', () => {
    const unread = { resources: [alice, bob], facts: { federation: undefined, federationRead: false } };
    const coverage = { 'idp-mapping': { complete: false, reason: 'the API answered 500' } } as const;
    for (const method of ['password', 'sso', 'bypass']) {
      const answer = ask({ ...unread, coverage }, 'bob@acme.com', method);
      expect(answer.allowed).toBe('unknown');
      expect(textsOf(answer)).toContain('could not be read');
    }
    expect(ask({ ...unread, coverage }, 'eve@acme.com', 'sso').allowed).toBe('unknown');
  });

  it('of the members leaves strangers open', () => {
    const coverage = { members: { complete: false, reason: 'the API answered 500' } } as const;
    expect(ask({ coverage }, 'eve@acme.com', 'sso').allowed).toBe('unknown');
    expect(ask({ coverage }, 'bob@acme.com', 'sso').allowed).toBe('yes');
  });
});

describe('groups that are not known', () => {
  it('leave a login open where there is no default role, and name what each group would give', () => {
    const answer = ask({ resources: [alice, bob, place(), admins] }, 'bob@acme.com', 'sso');
    expect(answer.allowed).toBe('unknown');
    expect(answer.possibleRoles).toMatchObject([
      { role: 'ORG_OWNER', sources: [{ path: 'group mapping admins, in that group' }] },
      { place: 'payments', role: 'GROUP_OWNER' },
    ]);
    expect(textsOf(answer)).toContain('depends on groups at the identity provider that are not known');
  });

  it('leave only the roles open where there is one', () => {
    const resources = [alice, bob, place({ defaultRoles: ['ORG_READ_ONLY'] }), admins];
    const answer = ask({ resources }, '*@acme.com', 'sso');
    expect(answer).toMatchObject({ allowed: 'yes', path: 'jit', roles: [] });
    expect(rolesIn(answer.possibleRoles)).toEqual(['ORG_OWNER', 'ORG_READ_ONLY', 'GROUP_OWNER']);
    expect(ask({ resources }, '*@acme.com', 'sso', []).roles).toMatchObject([{ role: 'ORG_READ_ONLY' }]);
  });

  it('take nothing from the last owner', () => {
    const answer = ask({ resources: [alice, bob, place(), admins] }, 'alice@acme.com', 'sso');
    expect(answer.roles).toMatchObject([
      { role: 'ORG_OWNER', sources: [{ path: 'direct, because an organization keeps its last owner' }] },
    ]);
  });
});

describe('several identity providers of one domain', () => {
  it('agree, or leave it open which of them asks', () => {
    const providers = [provider('entra', { whole: { ssoDebugEnabled: true } }), provider('okta')];
    expect(ask({ providers }, 'bob@acme.com', 'sso')).toMatchObject({
      allowed: 'yes',
      identityProvider: 'okta',
      assumptions: [{ id: 'shared-domain' }],
    });
    expect(ask({ providers }, 'bob@acme.com', 'password').allowed).toBe('no');
    const bypass = ask({ providers }, 'bob@acme.com', 'bypass');
    expect(bypass.allowed).toBe('unknown');
    expect(textsOf(bypass)).toContain('entra and okta have acme.com, and which one asks is not known');
  });
});

describe('a plan', () => {
  const oktaLive = (domains: readonly string[], active = true): LiveResource => ({
    ...resource('identity-provider', 'okta', { active, domains, ssoDebug: false }),
    remoteId: 'id-okta',
  });

  it('leaves open what a first domain makes of an identity provider that shows as inactive', () => {
    const providers = [provider('okta', { domains: [], active: false })];
    const change = update('identity-provider', 'okta', { active: false, domains: [], ssoDebug: false }, [
      { type: 'members', path: ['domains'], added: ['acme.com'], removed: [] },
    ]);
    const situation = { providers, resources: [alice, bob, place(), admins, oktaLive([], false)], changes: [change] };
    expect(ask(situation, 'bob@acme.com', 'password').allowed).toBe('unknown');
    expect(textsOf(ask(situation, 'bob@acme.com', 'password'))).toContain('cannot be read before');
  });

  it('leaves open whether a domain is verified that nobody has seen', () => {
    const change = update('identity-provider', 'okta', { active: true, domains: ['acme.com'], ssoDebug: false }, [
      { type: 'members', path: ['domains'], added: ['new.io'], removed: [] },
    ]);
    const eve = person('eve@new.io', ['ORG_MEMBER']);
    const resources = [alice, eve, place(), oktaLive(['acme.com'])];
    expect(ask({ resources, changes: [change] }, 'eve@new.io', 'google').allowed).toBe('unknown');
    expect(ask({ resources }, 'eve@new.io', 'google').allowed).toBe('yes');
  });

  it('leaves open whether a domain that the identity provider loses may still join', () => {
    const change = update('identity-provider', 'okta', { active: true, domains: ['acme.com'], ssoDebug: false }, [
      { type: 'members', path: ['domains'], added: [], removed: ['acme.com'] },
    ]);
    const invited = person('bob@acme.com', ['ORG_MEMBER'], 'PENDING');
    const resources = [alice, invited, place({ domainRestriction: 'restricted' }), oktaLive(['acme.com'])];
    const answer = ask({ resources, changes: [change] }, 'bob@acme.com', 'password');
    expect(answer.allowed).toBe('unknown');
    expect(textsOf(answer)).toContain('whether acme.com stays allowed once okta has lost it does not show');
  });

  it('that disconnects the organization says that its members are taken to stay, and lets nobody join', () => {
    const base = { organization: 'acme', source: undefined, reason: 'test', kind: 'idp-mapping', name: '' } as const;
    const change: Change = { ...base, action: 'delete', address: 'acme/idp-mapping' as Change['address'], before: {} };
    const resources = [alice, bob, place({ defaultRoles: ['ORG_MEMBER'] }), admins];
    expect(ask({ resources, changes: [change] }, 'bob@acme.com', 'sso', [])).toMatchObject({
      allowed: 'yes',
      path: 'member',
      assumptions: [{ id: 'disconnected-members' }],
    });
    expect(ask({ resources, changes: [change] }, 'alice@acme.com', 'sso', []).assumptions).toEqual([]);
    expect(ask({ resources, changes: [change] }, 'eve@acme.com', 'sso', []).allowed).toBe('no');
  });
});
