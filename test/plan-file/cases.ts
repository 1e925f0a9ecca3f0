/** One plan of each provider, and of a list that mirrors, with what others may do between plan and apply. */
import { acmeConfig as atlasConfig, acmeWorld as atlasWorld } from '../atlas/acme.js';
import { basePath, baseUrl } from '../scim/directories.js';
import { acmeConfig as astroConfig, acmeWorld as astroWorld } from '../support/acme.js';
import { mirroredConfig, mirroredWorld, remove, shop } from '../support/mirrored.js';

export interface Case {
  readonly name: string;
  readonly world: object;
  readonly config: object;
  /** What somebody else applies: to what the plan touches, and to other things. */
  readonly touching: object;
  readonly elsewhere: object;
  /** Named by the refusal. */
  readonly moved: readonly string[];
  /** Of the addresses that the plan has applied. */
  readonly replayed: readonly string[];
}

const [alice, bob, carol, dave] = ['alice', 'bob', 'carol', 'dave'].map((name) => `${name}@acme.com`) as [
  string,
  string,
  string,
  string,
];

const astro: Case = {
  name: 'astro',
  world: astroWorld({
    users: [
      { email: alice, role: 'ORGANIZATION_OWNER' },
      { email: bob, role: 'ORGANIZATION_MEMBER' },
      { email: dave, role: 'ORGANIZATION_MEMBER' },
    ],
    teams: [{ name: 'data-eng', description: '', role: 'ORGANIZATION_MEMBER', members: [alice] }],
  }),
  config: astroConfig({
    members: { [dave]: { state: 'absent' }, [carol]: { role: 'ORGANIZATION_MEMBER' } },
    teams: { 'data-eng': { members: [alice, bob] } },
  }),
  touching: astroConfig({ members: { [bob]: {} }, teams: { 'data-eng': { members: [bob] } } }),
  elsewhere: astroConfig({ teams: { other: { description: 'another' } }, members: { [bob]: {} } }),
  moved: ['acme-data/team/data-eng'],
  replayed: ['acme-data/member/carol@acme.com', 'acme-data/member/dave@acme.com', 'acme-data/team/data-eng'],
};

const atlas: Case = {
  name: 'atlas',
  world: atlasWorld({
    shop: {
      users: [
        { email: alice, roles: ['ORG_OWNER'] },
        { email: bob, roles: ['ORG_MEMBER'] },
        { email: dave, roles: ['ORG_MEMBER'] },
      ],
      teams: [
        { name: 'dba', members: [alice] },
        { name: 'ops', members: [alice] },
      ],
    },
  }),
  config: atlasConfig({
    members: { [dave]: { state: 'absent' }, [carol]: { roles: ['ORG_MEMBER'] } },
    teams: { dba: { members: [alice, bob] } },
  }),
  touching: atlasConfig({ members: { [bob]: {} }, teams: { dba: { members: [bob] } } }),
  elsewhere: atlasConfig({
    members: { [bob]: {} },
    teams: { ops: { members: [alice, bob] }, more: { members: [bob] } },
  }),
  moved: ['acme-shop/team/dba'],
  replayed: ['acme-shop/member/carol@acme.com', 'acme-shop/member/dave@acme.com', 'acme-shop/team/dba'],
};

function directoryConfig(organization: object): object {
  return {
    orgwright: 1,
    providers: { corp: { type: 'scim', baseUrl, token: { env: 'SCIM_TOKEN' } } },
    organizations: { corp: { type: 'scim', ...organization } },
  };
}

const scim: Case = {
  name: 'scim',
  world: {
    scim: [
      {
        path: basePath,
        users: [alice, bob, dave].map((userName) => ({ userName, active: true })),
        groups: [
          { displayName: 'data-eng', members: [alice] },
          { displayName: 'ops', members: [alice] },
        ],
      },
    ],
  },
  config: directoryConfig({
    members: { [dave]: { state: 'absent' }, [carol]: { displayName: 'Carol' } },
    teams: { 'data-eng': { members: [alice, bob] } },
  }),
  touching: directoryConfig({ teams: { 'data-eng': { members: [bob] } } }),
  elsewhere: directoryConfig({ members: { [bob]: { displayName: 'Bob' } }, teams: { ops: { members: [bob] } } }),
  moved: ['corp/team/data-eng'],
  replayed: ['corp/member/carol@acme.com', 'corp/member/dave@acme.com', 'corp/team/data-eng'],
};

/** Astro's team follows one of Atlas. */
const mirrors: Case = {
  name: 'mirrors',
  world: mirroredWorld({
    shop,
    data: { users: [{ email: alice, role: 'ORGANIZATION_OWNER' }, { email: bob }, { email: carol }], teams: [] },
  }),
  config: mirroredConfig({
    lists: { eng: { mirror: 'acme-shop/eng' } },
    data: { teams: { eng: { members: [{ list: 'eng' }] } }, unlisted: remove },
  }),
  touching: mirroredConfig({ lists: {}, shop: { members: { [carol]: {} }, teams: { eng: { members: [carol] } } } }),
  elsewhere: mirroredConfig({
    lists: {},
    shop: { members: { [bob]: {} }, teams: { 'ops/on call': { members: [bob] } } },
  }),
  moved: ['the list eng'],
  replayed: ['acme-data/team/eng'],
};

export const cases: readonly Case[] = [astro, atlas, scim, mirrors];
