import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessState } from '../../../src/core/access.js';
import type { ChangedOrganization, WholeReading } from '../../../src/core/access-sight.js';
import type { Address } from '../../../src/core/address.js';
import type { Change } from '../../../src/core/change.js';
import { concernedOrganizations, judgeAccess, judgeOrder } from '../../../src/core/judge-access.js';
import type { Operation } from '../../../src/core/operation.js';
import type { KindSpec } from '../../../src/core/provider.js';
import { fakeRules, viewOf, type AnswerTable } from './fake-access.js';
import { changeOf, fakeProvider, kinds, live, liveOrganization, organization } from './fake-vendor.js';

/** Zones are shared by all organizations of the vendor: without one nobody gets in. */
const shared: readonly KindSpec[] = kinds.map((spec) => (spec.kind === 'zone' ? { ...spec, shared: true } : spec));
const openZone: AccessRules = {
  ...fakeRules,
  open: ({ resources, peers }) => {
    const all = [...resources, ...peers.flatMap((peer) => peer.resources)];
    const isOpen = all.some(({ kind }) => kind === 'zone');
    const people = resources.filter(({ kind }) => kind === 'person').map(({ name }) => name);
    return viewOf(Object.fromEntries(people.map((name) => [name, { key: isOpen ? 'yes' : 'no' } as const])));
  },
};

function changed(
  name: string,
  changes: readonly Change[],
  overrides: Parameters<typeof fakeProvider>[0] = {},
): ChangedOrganization {
  return {
    desired: organization({ name, type: overrides.type ?? 'fake' }),
    provider: fakeProvider({ kinds: shared, access: openZone, ...overrides }),
    live: liveOrganization([], { organization: name }),
    changes,
  };
}

function of(name: string, change: Change): Change {
  const address = change.address.replace('acme', name) as Address;
  return { ...change, address, organization: name };
}

const withoutZone = changeOf('delete', 'zone', 'z');
const withoutBob = changeOf('delete', 'person', 'bob');
const reading = (name: string, ...resources: Parameters<typeof liveOrganization>[0]): [string, WholeReading] => [
  name,
  { live: liveOrganization(resources, { organization: name }) },
];

describe('the organizations that a plan concerns', () => {
  it('are those with changes, and those that share with others what changes there', () => {
    const acme = changed('acme', [withoutZone]);
    const labs = changed('labs', []);
    const other = changed('other', [], { type: 'other' });
    expect(concernedOrganizations([acme, labs, other])).toEqual(['acme', 'labs']);
    expect(concernedOrganizations([changed('acme', [withoutBob]), labs])).toEqual(['acme']);
    expect(concernedOrganizations([changed('acme', []), labs])).toEqual([]);
  });
});

describe('the judgement', () => {
  const acme = changed('acme', [withoutZone]);

  it('is not made where nobody asked, or nothing changes', () => {
    const quiet = { access: { sight: undefined, why: 'it was not asked for' }, accessChanges: [], diagnostics: [] };
    expect(judgeAccess([acme], undefined, undefined)).toEqual([quiet]);
    expect(judgeAccess([changed('acme', [])], new Map([reading('acme')]), undefined)).toEqual([quiet]);
  });

  it('tells in each organization what a change that they share does to its people, and whose change it is', () => {
    const readings = new Map([
      reading('acme', live('zone', 'z'), live('person', 'ann')),
      reading('labs', live('person', 'bob')),
    ]);
    const judged = judgeAccess([acme, changed('labs', [])], readings, undefined);
    expect(judged.map(({ accessChanges }) => accessChanges)).toMatchObject([
      [{ organization: 'acme', person: 'ann', change: 'loses_login', because: ['acme/zone/z'] }],
      [{ organization: 'labs', person: 'bob', change: 'loses_login', because: ['acme/zone/z'] }],
    ]);
    expect(judged.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('leaves out of the causes what another organization changes of its own', () => {
    const readings = new Map([reading('acme', live('zone', 'z'), live('person', 'ann')), reading('labs')]);
    const labs = changed('labs', [of('labs', withoutBob)]);
    const [mine] = judgeAccess([acme, labs], readings, undefined);
    expect(mine?.accessChanges).toMatchObject([{ person: 'ann', because: ['acme/zone/z'] }]);
  });

  it('warns where what decides could not be read, of a vendor whose rules are known', () => {
    const readings = new Map<string, WholeReading>([['acme', { problem: 'the API answered with 403' }]]);
    expect(judgeAccess([acme], readings, undefined)).toEqual([
      {
        access: { sight: undefined, why: 'the API answered with 403' },
        accessChanges: [],
        diagnostics: [
          {
            severity: 'warning',
            code: 'access-unknown',
            summary: 'Who gains or loses access to acme is not known: the API answered with 403.',
            hint: 'Give the token the rights to read members, teams and login settings.',
            address: 'acme',
          },
        ],
      },
    ]);
    const { access: _, ...lawless } = fakeProvider({ kinds: shared });
    expect(judgeAccess([{ ...acme, provider: lawless }], readings, undefined)).toMatchObject([
      { accessChanges: [], diagnostics: [] },
    ]);
  });

  it('asks with the groups that it is told', () => {
    const groups: (readonly string[] | undefined)[] = [];
    const rules: AccessRules = {
      ...fakeRules,
      open: () => ({
        ...viewOf({ ann: {} }),
        entrance: (question) => {
          groups.push(question.idpGroups);
          return viewOf({}).entrance(question);
        },
      }),
    };
    judgeAccess([changed('acme', [withoutZone], { access: rules })], new Map([reading('acme')]), ['admins']);
    expect(new Set(groups)).toEqual(new Set([['admins']]));
    expect(groups.length).toBeGreaterThan(0);
  });
});

describe('whoever is removed', () => {
  function warnings(table: AnswerTable, change: Change, identityProvider?: string): readonly unknown[] {
    const view = viewOf(table);
    const rules: AccessRules = {
      ...fakeRules,
      open: () => ({ ...view, passage: (...about) => ({ ...view.passage(...about), identityProvider }) }),
    };
    const readings = new Map([reading('acme', live('person', 'bob'))]);
    return judgeAccess([changed('acme', [change], { access: rules })], readings, undefined).flatMap(
      ({ diagnostics }) => diagnostics,
    );
  }

  const comesBack: AnswerTable = { bob: { sso: { path: 'jit' } } };

  it('is warned of where the next login makes a member again', () => {
    const source = { file: 'org.yaml', line: 3, column: 5 };
    expect(warnings(comesBack, { ...withoutBob, source }, 'okta')).toEqual([
      {
        severity: 'warning',
        code: 'may-return',
        summary: 'bob is removed, and may join again just in time through okta.',
        hint: 'Take the person out at the identity provider, too.',
        address: 'acme/person/bob',
        source,
      },
    ]);
    const [nowhere] = warnings({ bob: { sso: { path: 'jit', verdict: 'unknown' } } }, withoutBob);
    expect(nowhere).toMatchObject({ summary: 'bob is removed, and may join again just in time.' });
    expect(nowhere).not.toHaveProperty('source');
  });

  it('is not where that is impossible, past the identity provider only, or no joining', () => {
    expect(warnings({ bob: { sso: 'no' } }, withoutBob)).toEqual([]);
    expect(warnings({ bob: { 'back door': { path: 'jit' } } }, withoutBob)).toEqual([]);
    expect(warnings({ bob: { key: { path: 'member' } } }, withoutBob)).toEqual([]);
  });

  it('is only a person, and only who is removed', () => {
    expect(warnings(comesBack, changeOf('delete', 'group', 'bob'))).toEqual([]);
    expect(warnings(comesBack, changeOf('create', 'person', 'bob'))).toEqual([]);
  });
});

describe('the order', () => {
  const newZone = changeOf('create', 'zone', 'y', { after: {} });
  const requests = (...changes: readonly Change[]): readonly Operation[] =>
    changes.map(({ address, organization: of }, index) => ({
      id: String(index + 1),
      organization: of,
      method: 'POST',
      path: `/${address}`,
      addresses: [address],
      needs: [],
      retry: 'safe',
    }));

  function losses(
    organizations: readonly ChangedOrganization[],
    read: readonly [string, WholeReading][],
    operations: readonly Operation[],
  ): readonly unknown[] {
    const judged = judgeAccess(organizations, new Map(read), undefined);
    return judgeOrder(organizations, judged, operations, undefined).map(({ code, address, summary }) => [
      code,
      address,
      summary.split(' ')[0],
    ]);
  }

  const swap = {
    ...changed('acme', [withoutZone, newZone]),
    live: liveOrganization([live('zone', 'z')]),
  };
  const acmeRead = reading('acme', live('zone', 'z'), live('person', 'ann'));
  const labsRead = reading('labs', live('person', 'bob'));
  const loses = (organization: string, person: string): string[] => ['transient-loss', organization, person];

  it('is told of where it takes from somebody what stays, in every organization that shares it', () => {
    const both = [swap, changed('labs', [])];
    expect(losses(both, [acmeRead, labsRead], requests(withoutZone, newZone))).toEqual([
      loses('acme', 'ann'),
      loses('labs', 'bob'),
    ]);
    expect(losses(both, [acmeRead, labsRead], requests(newZone, withoutZone))).toEqual([]);
  });

  it('is not known where access is not', () => {
    const both = [swap, changed('labs', [])];
    const order = requests(withoutZone, newZone);
    expect(losses(both, [['acme', { problem: 'no' }], labsRead], order)).toEqual([loses('labs', 'bob')]);
    expect(losses(both, [acmeRead, ['labs', { problem: 'no' }]], order)).toEqual([loses('acme', 'ann')]);
  });

  it('of what others change for themselves does not matter', () => {
    const [out, back] = [of('labs', withoutBob), of('labs', changeOf('create', 'person', 'cid'))];
    const organizations = [changed('acme', [newZone]), changed('labs', [out, back])];
    expect(losses(organizations, [acmeRead, labsRead], requests(out, newZone, back))).toEqual([]);
  });

  it('is looked at for anyone on a domain from which people may come before and after', () => {
    const asked = new Set<string>();
    const withDomains = ({ resources }: AccessState): ReturnType<AccessRules['open']> => ({
      ...viewOf({}),
      domains: ['acme.com', resources.some(({ name }) => name === 'y') ? 'new.io' : 'old.io'],
      entrance: (question) => {
        asked.add(question.person);
        return viewOf({}).entrance(question);
      },
    });
    const organizations = [changed('acme', swap.changes, { access: { ...fakeRules, open: withDomains } })];
    const judged = judgeAccess(organizations, new Map([acmeRead]), undefined);
    asked.clear();
    judgeOrder(organizations, judged, requests(withoutZone, newZone), undefined);
    expect([...asked].sort()).toEqual(['*@acme.com', 'ann']);
  });
});
