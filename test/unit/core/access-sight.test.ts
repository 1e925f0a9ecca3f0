import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessState } from '../../../src/core/access.js';
import { sightOfAccess, type ChangedOrganization, type WholeReading } from '../../../src/core/access-sight.js';
import type { Change } from '../../../src/core/change.js';
import type { Live } from '../../../src/core/resource.js';
import { fakeRules, viewOf } from './fake-access.js';
import { changeOf, fakeProvider, live, liveOrganization, organization } from './fake-vendor.js';

/** Rules whose view knows as people whatever is in the state, and what the other organizations have. */
const rules: AccessRules = {
  ...fakeRules,
  open: ({ resources, peers }: AccessState) => ({
    ...viewOf({}),
    people: resources.map(({ name }) => name),
    domains: peers.flatMap((peer) => peer.resources.map(({ name }) => name)),
  }),
};

function named(name: string, changes: readonly Change[], own: Live, type = 'fake'): ChangedOrganization {
  return {
    desired: organization({ name, type, id: `id-${name}` }),
    provider: fakeProvider({ type, access: rules }),
    live: own,
    changes,
  };
}

const partly = (name: string): Live => liveOrganization([], { organization: name });
const whole = (name: string, ...people: string[]): Live =>
  liveOrganization(
    people.map((person) => live('person', person)),
    { organization: name },
  );
const acme = named('acme', [changeOf('delete', 'person', 'ann')], partly('acme'));

function sightIn(readings: Readonly<Record<string, WholeReading>>, ...others: ChangedOrganization[]): object {
  const seen = sightOfAccess(acme, [acme, ...others], new Map(Object.entries(readings)));
  if (seen.sight === undefined) return { why: seen.why };
  const { before, after } = seen.sight;
  return { before: before.people, after: after.people, others: [before.domains, after.domains] };
}

describe('the sight of access', () => {
  it('is the organization as it was read whole, and as the changes leave it', () => {
    const reading = { live: whole('acme', 'ann', 'bob') };
    expect(sightIn({ acme: reading })).toEqual({ before: ['ann', 'bob'], after: ['bob'], others: [[], []] });
    const seen = sightOfAccess(acme, [acme], new Map([['acme', reading]]));
    expect(seen.sight).toMatchObject({ rules, live: reading.live });
  });

  it('has the others of the vendor, with what they change, read whole where they were', () => {
    const change: Change = {
      ...changeOf('create', 'person', 'cid'),
      address: 'labs/person/cid' as Change['address'],
      organization: 'labs',
    };
    const labs = named('labs', [change], whole('labs', 'dan'));
    const elsewhere = named('elsewhere', [], whole('elsewhere', 'eve'), 'other');
    const reading = { live: whole('acme', 'bob') };
    expect(sightIn({ acme: reading }, labs, elsewhere)).toMatchObject({ others: [['dan'], ['dan', 'cid']] });
    expect(sightIn({ acme: reading, labs: { live: whole('labs', 'dan', 'fay') } }, labs)).toMatchObject({
      others: [
        ['dan', 'fay'],
        ['dan', 'fay', 'cid'],
      ],
    });
    expect(sightIn({ acme: reading, labs: { problem: 'no' } }, labs)).toMatchObject({
      others: [['dan'], ['dan', 'cid']],
    });
  });

  it('says why there is none', () => {
    expect(sightIn({})).toEqual({ why: 'it was not read for this' });
    expect(sightIn({ acme: { problem: 'the token may not list members' } })).toEqual({
      why: 'the token may not list members',
    });
    const unheard = { ...acme, provider: fakeProvider() };
    expect(sightOfAccess(unheard, [unheard], new Map([['acme', { live: whole('acme') }]]))).toEqual({
      sight: undefined,
      why: 'nothing is known of logins to organizations of type fake',
    });
  });
});
