/** The I/O of the Astro provider: reads, sends compiled requests, looks up what a lost answer made, reveals. */
import type { Address } from '../../core/address.js';
import { fieldsOf, optionalTextAt, itemsOf, type Fields } from '../../core/decode.js';
import { textOf, type JsonObject } from '../../core/json.js';
import type { Connection, ConnectionOptions, Executed, ReadyOperation, ReadScope } from '../../core/provider.js';
import type { DesiredOrganization, Live } from '../../core/resource.js';
import { parseAddress } from '../../core/address.js';
import { ApiError } from '../../errors.js';
import type { HttpClient } from '../../http/client.js';
import { createAstroClient, decoded, readBypassKey, readList } from './client.js';
import { CoreApi } from './core-api.js';
import type { AstroFacts } from './facts.js';
import { readOrganization } from './read.js';
import {
  bypassKeyFromWire,
  coreUserFromWire,
  domainFromWire,
  namedFromWire,
  teamFromWire,
  userFromWire,
} from './wire.js';

export function connect(options: ConnectionOptions): Connection<AstroFacts> {
  const client = createAstroClient(options);
  return {
    counts: client.counts,
    read: (scope: ReadScope): Promise<Live<AstroFacts>> =>
      readOrganization(client, scope, options.settings['privateApi']),
    execute: (operation) => execute(client, operation),
    lookUp: (operation, organization) => lookUp(client, operation, organization, options.http.now()),
    reveal: (address, organization) => reveal(client, address, organization),
    organizations: () =>
      readList(client, '/v1/organizations', {
        query: 'sorts=createdAt%3Aasc&sorts=name%3Aasc',
        key: 'organizations',
        what: 'the organizations',
        decode: namedFromWire,
      }),
  };
}

async function execute(client: HttpClient, operation: ReadyOperation): Promise<Executed> {
  const { method, path, body, retry } = operation;
  const response = await client.request({
    method,
    path,
    ...(body !== undefined && { body }),
    retry: retry === 'safe' ? 'safe' : 'refused-only',
    // Whatever should go and is not there is gone.
    ...(method === 'DELETE' && { accept: [404] }),
  });
  if (operation.creates === undefined && operation.reveals === undefined) return {};
  const answer = fieldsOf(response.body);
  const secret = operation.reveals === undefined ? undefined : bypassKeyFromWire(answer).key;
  const remoteId = optionalTextAt(answer, 'id') ?? optionalTextAt(answer, 'userId');
  return { ...(remoteId !== undefined && { remoteId }), ...(secret !== undefined && { secret }) };
}

/** By the natural key that the operation carries; undefined where it was not made. */
async function lookUp(
  client: HttpClient,
  { naturalKey }: ReadyOperation,
  { id }: DesiredOrganization,
  now: number,
): Promise<Executed | undefined> {
  if (naturalKey === undefined) return undefined;
  const root = `/v1/organizations/${encodeURIComponent(id)}`;
  const coreRoot = `/v1alpha1/organizations/${encodeURIComponent(id)}`;
  switch (naturalKey['kind']) {
    case 'member':
      return findInvitation(client, root, new CoreApi(client, id), naturalKey, now);
    case 'team': {
      const teams = await readList(client, `${root}/teams`, {
        query: `names=${encodeURIComponent(textOf(naturalKey['name']))}&sorts=createdAt%3Aasc`,
        key: 'teams',
        what: 'the teams',
        decode: teamFromWire,
      });
      return idOf(teams.find(({ name }) => name === naturalKey['name']));
    }
    case 'domain': {
      const domains = await decoded(client, `${coreRoot}/domains`, (body) => itemsOf(body, '', domainFromWire));
      return idOf(domains.find(({ name }) => name === naturalKey['name']));
    }
    case 'sso': {
      const connections = await decoded(client, `${coreRoot}/sso-connections`, (body) =>
        itemsOf(body, '', nameOfConnection),
      );
      return idOf(connections.find(({ name }) => name === naturalKey['name']));
    }
    case 'bypass-link': {
      const key = await readBypassKey(client, id);
      const isNewer = key.key !== undefined && (key.updatedAt ?? '') !== (naturalKey['previously'] ?? '');
      return isNewer && key.key !== undefined ? { secret: key.key } : undefined;
    }
    default:
      return undefined;
  }
}

function idOf(found: { readonly id: string } | undefined): Executed | undefined {
  return found === undefined ? undefined : { remoteId: found.id };
}

function nameOfConnection(value: unknown): { readonly id: string; readonly name: string } {
  const fields: Fields = fieldsOf(value);
  return { id: optionalTextAt(fields, 'id') ?? '', name: optionalTextAt(fields, 'auth0ConnectionName') ?? '' };
}

/** An invitee exists at once as a PENDING user; only the private API tells whether an open invitation is behind it. */
async function findInvitation(
  client: HttpClient,
  root: string,
  core: CoreApi,
  { email, role }: JsonObject,
  now: number,
): Promise<Executed | undefined> {
  const users = await readList(client, `${root}/users`, {
    query: 'sorts=id%3Aasc',
    key: 'users',
    what: 'the members',
    decode: userFromWire,
  });
  const user = users.find((candidate) => candidate.email === email);
  if (user?.status !== 'PENDING' || user.roles.organizationRole !== role) return undefined;
  const invited = await core.list('/users', {
    query: `hasInvites=true&search=${encodeURIComponent(textOf(email))}&sorts=id%3Aasc`,
    key: 'users',
    what: 'the invitations',
    decode: coreUserFromWire,
  });
  const invites = invited?.find((candidate) => candidate.email === email)?.invites;
  const isOpen = invited === undefined || (invites ?? []).some(({ expiresAt }) => Date.parse(expiresAt) > now);
  return isOpen ? { remoteId: user.id } : undefined;
}

async function reveal(client: HttpClient, address: Address, { id }: DesiredOrganization): Promise<string | undefined> {
  if (parseAddress(address)?.kind !== 'bypass-link') {
    throw new ApiError(`${address} has no secret that can be read.`, {
      method: 'GET',
      path: '',
      hint: 'Only a bypass link can be revealed: ORGANIZATION/bypass-link.',
    });
  }
  return (await readBypassKey(client, id)).key;
}
