import { describe, expect, it } from 'vitest';
import { askAccess, type AccessAnswer } from '../../../src/core/access.js';
import type { Change } from '../../../src/core/change.js';
import { openAccess } from '../../../src/core/open-access.js';
import type { Live, LiveResource } from '../../../src/core/resource.js';
import { createAstro } from '../../../src/providers/astro/index.js';
import { factsOf } from './facts.js';

const resource = (kind: string, name: string, attributes: LiveResource['attributes'], native = {}): LiveResource => ({
  kind,
  name,
  remoteId: `id-${name}`,
  attributes,
  origin: 'unknown',
  native,
});
const bob = resource('member', 'bob@acme.com', { role: 'ORGANIZATION_MEMBER', status: 'ACTIVE' });
const acme = resource('domain', 'acme.com', { status: 'VERIFIED', allowedMethods: ['google', 'sso'] });
const okta = resource('sso', 'acme.com', { connection: 'okta', active: true, jit: { role: 'ORGANIZATION_MEMBER' } });
const core = { reads: true, writes: true, whyNot: '' };
const failed = { complete: false, reason: 'the API answered 500' } as const;

interface Situation {
  readonly resources: readonly LiveResource[];
  readonly coverage?: Live['coverage'];
  readonly changes?: readonly Change[];
}

function ask(
  { resources, coverage = {}, changes = [] }: Situation,
  person: string,
  method: string,
): Pick<AccessAnswer, 'allowed' | 'reasons' | 'roles' | 'possibleRoles' | 'assumptions'> {
  const live = { organization: 'acme', resources, coverage, facts: factsOf({ core }), diagnostics: [] };
  const source = { desired: { name: 'acme', id: 'o1', type: 'astro' }, provider: createAstro(), live, changes };
  const opened = openAccess(source, [source]);
  if (opened === undefined) throw new Error('Astro has rules about access');
  return askAccess(opened.rules, opened.view, { person, method, idpGroups: undefined });
}

const textsOf = ({ reasons }: Pick<AccessAnswer, 'reasons'>): string => reasons.map(({ text }) => text).join('; ');

describe('what could not be read', () => {
  it('of the members leaves strangers open, and nobody who was seen', () => {
    const situation = { resources: [bob, acme, okta], coverage: { members: failed } };
    expect(ask(situation, 'eve@acme.com', 'google').allowed).toBe('unknown');
    expect(textsOf(ask(situation, 'eve@acme.com', 'google'))).toContain('not read completely: the API answered 500');
    expect(ask(situation, 'bob@acme.com', 'google').allowed).toBe('yes');
    expect(ask(situation, 'eve@acme.com', 'password').allowed).toBe('no');
  });

  it('of the connections leaves single sign-on open, and nothing else', () => {
    const situation = { resources: [bob, acme], coverage: { sso: failed } };
    expect(ask(situation, 'bob@acme.com', 'sso').allowed).toBe('unknown');
    expect(textsOf(ask(situation, 'bob@acme.com', 'sso'))).toContain('could not be read: the API answered 500');
    expect(ask(situation, 'bob@acme.com', 'google').allowed).toBe('yes');
    expect(ask(situation, 'eve@acme.com', 'google')).toMatchObject({
      allowed: 'no',
      assumptions: [{ id: 'jit-logins' }],
    });
  });

  it('of the bypass link leaves the bypass open', () => {
    expect(ask({ resources: [bob], coverage: { 'bypass-link': failed } }, 'bob@acme.com', 'bypass').allowed).toBe(
      'unknown',
    );
    expect(ask({ resources: [bob] }, 'bob@acme.com', 'bypass').allowed).toBe('no');
  });

  it('of the members of a team makes its roles possible ones', () => {
    const crew = resource('team', 'crew', { role: 'ORGANIZATION_OWNER' });
    const { roles, possibleRoles } = ask({ resources: [bob, crew] }, 'bob@acme.com', 'google');
    expect(roles.map(({ role }) => role)).toEqual(['ORGANIZATION_MEMBER']);
    expect(possibleRoles).toMatchObject([
      { role: 'ORGANIZATION_OWNER', sources: [{ path: 'team crew, whose members could not be read' }] },
    ]);
  });
});

describe('a plan', () => {
  const base = { organization: 'acme', source: undefined, reason: 'test' } as const;

  it('that asks for the verification of a domain leaves open what depends on the DNS record', () => {
    const pending = { ...acme, attributes: { ...acme.attributes, status: 'PENDING' } };
    const edits = [{ type: 'set', path: ['status'], before: 'PENDING', after: 'VERIFIED' }] as const;
    const verification: Change = {
      ...base,
      action: 'update',
      address: 'acme/domain/acme.com' as Change['address'],
      kind: 'domain',
      name: 'acme.com',
      before: pending.attributes,
      after: acme.attributes,
      edits,
    };
    const situation = { resources: [bob, pending, okta], changes: [verification] };
    expect(ask(situation, 'bob@acme.com', 'google').allowed).toBe('yes');
    expect(ask(situation, 'bob@acme.com', 'password').allowed).toBe('unknown');
    expect(ask(situation, 'bob@acme.com', 'sso').allowed).toBe('unknown');
    expect(textsOf(ask(situation, 'bob@acme.com', 'sso'))).toContain('shows only when Astro looks for its DNS record');
  });

  it('that deletes a connection says that its members are taken to stay', () => {
    const deletion: Change = {
      ...base,
      action: 'delete',
      address: 'acme/sso/acme.com' as Change['address'],
      kind: 'sso',
      name: 'acme.com',
      before: okta.attributes,
    };
    const situation = { resources: [bob, acme, okta], changes: [deletion] };
    expect(ask(situation, 'bob@acme.com', 'google')).toMatchObject({
      allowed: 'yes',
      assumptions: [{ id: 'connection-members' }],
    });
    expect(ask(situation, 'bob@acme.com', 'sso').allowed).toBe('no');
    expect(ask(situation, 'eve@acme.com', 'sso').allowed).toBe('no');
  });
});
