/** An Astro and an Atlas organization of one company, and perhaps its directory, where a list of one may mirror another. */
import type { Plan } from '../../src/core/plan.js';
import { acmeWorld as astroWorld, organizationId, type AcmeUser } from './acme.js';

export const dataId = organizationId;
export const shopId = '5f0000000000000000000001';

export interface Fields {
  readonly [key: string]: unknown;
}

export interface MirroredWorld {
  readonly data?: Fields & { readonly users?: readonly AcmeUser[] };
  readonly shop?: Fields;
  /** Without it there is no directory. */
  readonly corp?: Fields;
}

const alice = 'alice@acme.com';

/** Alice owns both. */
export function mirroredWorld({ data = {}, shop = {}, corp }: MirroredWorld = {}): Record<string, unknown> {
  return {
    ...astroWorld(data),
    atlas: {
      organizations: [
        {
          id: shopId,
          name: 'Acme Shop',
          users: [{ email: alice, roles: ['ORG_OWNER'] }],
          teams: [],
          ...shop,
        },
      ],
    },
    ...(corp !== undefined && { scim: [{ path: '/scim/v2/corp', ...corp }] }),
  };
}

export interface MirroredConfig {
  readonly lists: Readonly<Record<string, unknown>>;
  readonly data?: Fields;
  readonly shop?: Fields;
  readonly corp?: Fields;
  readonly [key: string]: unknown;
}

export function mirroredConfig({ lists, data = {}, shop = {}, corp, ...rest }: MirroredConfig): object {
  return {
    orgwright: 1,
    providers: {
      astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' }, privateApi: 'allow' },
      atlas: { type: 'atlas', clientId: { env: 'ATLAS_CLIENT_ID' }, clientSecret: { env: 'ATLAS_CLIENT_SECRET' } },
      ...(corp !== undefined && {
        corp: { type: 'scim', baseUrl: 'http://127.0.0.1:9/scim/v2/corp', token: { env: 'SCIM_TOKEN' } },
      }),
    },
    lists,
    organizations: {
      'acme-data': { type: 'astro', id: dataId, ...data },
      'acme-shop': { type: 'atlas', id: shopId, ...shop },
      ...(corp !== undefined && { 'acme-corp': { type: 'scim', ...corp } }),
    },
    ...rest,
  };
}

const owner = { email: 'alice@acme.com', roles: ['ORG_OWNER'] };
const member = (email: string, status = 'ACTIVE') => ({ email, roles: ['ORG_MEMBER'], status });
/** Four people of whom one is only invited, and two teams. */
export const shop = {
  users: [owner, member('bob@acme.com'), member('carol@acme.com'), member('dave@acme.com', 'PENDING')],
  teams: [
    { name: 'eng', members: ['alice@acme.com', 'bob@acme.com'] },
    { name: 'ops/on call', members: ['alice@acme.com', 'carol@acme.com'] },
  ],
};
export const astroOwner = { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' };
/** Everybody of `shop` who is active, and one person more. */
export const everywhere = {
  users: [astroOwner, { email: 'bob@acme.com' }, { email: 'carol@acme.com' }, { email: 'zed@acme.com' }],
};
export const remove = { members: 'keep', teamMembers: 'remove' } as const;

/** Addresses with what becomes of them. */
export function changes(plan: Plan): readonly string[] {
  return plan.document.resource_changes.map(({ address, change }) => `${change.actions.join('+')} ${address}`);
}

export function membersAfter(plan: Plan, address: string): unknown {
  return plan.document.resource_changes.find((item) => item.address === address)?.change.after?.['members'];
}

export function problems(plan: Plan): readonly string[] {
  return plan.document.diagnostics.map(
    ({ severity, code, source }) => `${severity} ${code} ${source === undefined ? '-' : String(source.line)}`,
  );
}
