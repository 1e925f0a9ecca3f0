import { describe, expect, it } from 'vitest';
import { leftBehind, type BaseComparison, type BaseShare } from '../../../src/cli/base/left-behind.js';
import type { Address } from '../../../src/core/address.js';
import type { Unlisted } from '../../../src/core/change.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { DesiredOrganization, DesiredResource } from '../../../src/core/resource.js';
import type { CollectionKey } from '../../../src/core/shape.js';
import { atlasKinds } from '../../../src/providers/atlas/kinds.js';

interface Given {
  readonly state?: DesiredResource['state'];
  readonly attributes?: JsonObject;
  readonly previously?: readonly string[];
}

function organization(
  name: string,
  objects: Readonly<Record<string, Given>>,
  more: { readonly id?: string; readonly managed?: readonly CollectionKey[] } = {},
): DesiredOrganization {
  const resources = Object.entries(objects).map(
    ([path, { state = 'present', attributes = {}, previously = [] }]): DesiredResource => {
      const [kind = '', ...rest] = path.split('/');
      return {
        address: `${name}/${path}` as Address,
        kind,
        name: rest.join('/'),
        state,
        attributes,
        previously,
        pointer: '',
        source: { file: 'org.yaml', line: 3, column: 5 },
        dependsOn: [],
      };
    },
  );
  const managed = more.managed ?? ['members', 'teams', 'teamMembers', 'roleMappings'];
  return { name, type: 'atlas', id: more.id ?? name, resources, managed } as unknown as DesiredOrganization;
}

function share(
  desired: DesiredOrganization,
  found: {
    readonly live?: Readonly<Record<string, JsonObject>>;
    readonly unlisted?: readonly Partial<Unlisted>[];
    readonly changes?: readonly string[];
  } = {},
): BaseShare {
  const resources = Object.entries(found.live ?? {}).map(([path, attributes]) => {
    const [kind, name] = path.split('/');
    return { kind, name, attributes };
  });
  return {
    planned: { desired, provider: { kinds: atlasKinds }, live: { resources } },
    changes: (found.changes ?? []).map((address) => ({ address })),
    manualSteps: [],
    unlisted: found.unlisted ?? [],
  } as unknown as BaseShare;
}

function told(
  base: DesiredOrganization,
  head: DesiredOrganization,
  found?: Parameters<typeof share>[1],
  more: Partial<BaseComparison> = {},
) {
  const all = { ref: 'main', base: [base], head: [head], shares: [share(head, found)], isInScope: () => true, ...more };
  return leftBehind(all).map(({ address, summary }) => `${address ?? ''}: ${summary}`);
}

const bob = organization('acme', { 'member/bob': {} });
const nobody = organization('acme', {});
const unlisted = (more: Partial<Unlisted>): Partial<Unlisted> => ({
  address: 'acme/member/bob' as Address,
  origin: 'manual',
  policy: 'report',
  ...more,
});

describe('an object that left', () => {
  it.each<[string, Partial<Unlisted>]>([
    ['`unlisted.members` is `report`', {}],
    ['`unlisted.members` is `keep`', { policy: 'keep' }],
    [
      '`unlisted.members` is `remove` without `includeProvisioned`, and it was provisioned (scim)',
      { policy: 'remove', origin: 'scim' },
    ],
    ['`unlisted.members` is `remove`, but not all of them could be read', { policy: 'remove' }],
  ])('stays because %s', (reason, more) => {
    expect(told(bob, nobody, { unlisted: [unlisted(more)] })).toEqual([
      `acme/member/bob: bob left the configuration and stays a member of acme, because ${reason}.`,
    ]);
  });

  it('is told with the privileged roles that it holds, and where it stood', () => {
    const shares = [share(nobody, { unlisted: [unlisted({ privileged: ['ORG_OWNER'] })] })];
    expect(leftBehind({ ref: 'main', base: [bob], head: [nobody], shares, isInScope: () => true })).toMatchObject([
      { severity: 'warning', code: 'left-behind', detail: 'In main it stood at org.yaml:3:5. It holds ORG_OWNER.' },
    ]);
  });

  it('is not told where it is not live, goes, was to go before, or has another name', () => {
    expect(told(bob, nobody)).toEqual([]);
    expect(
      told(bob, organization('acme', { 'member/bob': { state: 'absent' } }), { unlisted: [unlisted({})] }),
    ).toEqual([]);
    expect(
      told(organization('acme', { 'member/bob': { state: 'absent' } }), nobody, { unlisted: [unlisted({})] }),
    ).toEqual([]);
    const renamed = organization('acme', { 'team/new': { previously: ['old'] } });
    expect(told(organization('acme', { 'team/old': {} }), renamed)).toEqual([]);
  });

  it('is not told outside of what the plan is about', () => {
    expect(told(bob, nobody, { unlisted: [unlisted({})] }, { isInScope: () => false })).toEqual([]);
  });
});

describe('a collection that left', () => {
  it('is told once, with the names', () => {
    const names = Array.from({ length: 22 }, (_, index) => `member/p${index}`);
    const before = organization('acme', Object.fromEntries(names.map((name) => [name, {}])));
    const [only, ...others] = leftBehind({
      ref: 'main',
      base: [before],
      head: [organization('acme', {}, { managed: [] })],
      shares: [share(organization('acme', {}, { managed: [] }))],
      isInScope: () => true,
    });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      address: 'acme/member',
      summary:
        '22 people left the configuration of acme with all of `members`: what of them is live stays, and was not looked for.',
    });
    expect(only?.detail).toMatch(/p19 and 2 more\. In main it stood at org\.yaml:3:5\.$/);
  });
});

describe('an object of no collection', () => {
  const provider = organization('acme', { 'identity-provider/okta': {} });

  it('is left alone, unless the plan is about it or another organization has it now', () => {
    expect(told(provider, nobody)).toEqual([
      'acme/identity-provider/okta: acme/identity-provider/okta left the configuration: what of it is live stays as it is, because nothing manages it any more.',
    ]);
    expect(told(provider, nobody, { changes: ['acme/identity-provider/okta'] })).toEqual([]);
    const other = organization('shop', { 'identity-provider/okta': {} });
    expect(told(provider, nobody, {}, { head: [nobody, other] })).toEqual([]);
  });
});

describe('a field that left', () => {
  it('is told where live may have it', () => {
    const before = organization('acme', {
      'member/bob': { attributes: { roles: ['ORG_OWNER'] } },
      'team/dba': { attributes: { projects: { pay: ['GROUP_OWNER'] } } },
    });
    const now = organization('acme', { 'member/bob': {}, 'team/dba': {} });
    expect(
      told(before, now, { live: { 'member/bob': { roles: ['ORG_OWNER'] }, 'team/dba': { projects: {} } } }),
    ).toEqual([
      'acme/member/bob: `roles` of acme/member/bob left the configuration: what is live stays as it is, because nothing manages it any more.',
    ]);
    expect(told(before, now)).toEqual([]);
  });

  it('is told of each person who left a team, or of all where nothing manages them', () => {
    const before = organization('acme', { 'team/dba': { attributes: { members: ['amy', 'bob'] } } });
    const now = organization('acme', { 'team/dba': { attributes: { members: ['amy'] } } });
    const live = { 'team/dba': { members: ['amy', 'bob'] } };
    const left = unlisted({ address: 'acme/team/dba' as Address, member: 'bob' });
    expect(told(before, now, { live, unlisted: [left] })).toEqual([
      'acme/team/dba: bob left the configuration of acme/team/dba and stays in the team, because `unlisted.teamMembers` is `report`.',
    ]);
    expect(told(before, now, { live })).toEqual([]);
    expect(told(before, organization('acme', { 'team/dba': {} }), { live })).toEqual([
      'acme/team/dba: `members` of acme/team/dba left the configuration: what is live stays as it is, because nothing manages it any more.',
    ]);
  });
});

describe('an organization', () => {
  it('that left is told of', () => {
    expect(told(bob, organization('shop', {}))).toEqual([
      'acme: acme left the configuration, and all that is live in it stays: nothing reads or changes it any more.',
    ]);
    expect(told(bob, organization('shop', {}), {}, { isInScope: () => false })).toEqual([]);
  });

  it('is the same under another name, but not with another id', () => {
    const renamed = organization('acme-new', { 'member/bob': {} }, { id: 'acme' });
    expect(told(bob, renamed)).toEqual([]);
    expect(told(bob, organization('acme', { 'member/bob': {} }, { id: 'other' }))).toHaveLength(1);
  });

  it('that was not planned is passed over', () => {
    expect(told(bob, nobody, {}, { shares: [] })).toEqual([]);
  });
});
