/** The I/O of the Atlas provider: reads, sends compiled requests, looks up what a lost answer made. */
import { fieldsOf, optionalItemsAt, optionalTextAt } from '../../core/decode.js';
import { objectOf } from '../../core/diff.js';
import { isJsonObject, textOf, type Json } from '../../core/json.js';
import type { Connection, ConnectionOptions, Executed, ReadyOperation } from '../../core/provider.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { ApiError, isApiError } from '../../errors.js';
import { apiRoot, createAtlasClient, type AtlasClient } from './client.js';
import { hasCode, saysGone } from './errors.js';
import type { AtlasFacts } from './facts.js';
import { Federations } from './federation.js';
import { readOrganization } from './read.js';
import * as wire from './wire.js';

export function connect(options: ConnectionOptions): Connection<AtlasFacts> {
  const client = createAtlasClient(options);
  const federations = new Federations(client, options.access === 'write', options.http.remember === true);
  return {
    counts: client.counts,
    read: (scope) => readOrganization(client, federations, scope),
    execute: (operation) => execute(client, operation),
    lookUp: (operation, organization) => lookUp(client, operation, organization),
    organizations: () => client.list('/orgs', 'the organizations', wire.namedFromWire),
  };
}

const removesMember = /:removeUser$/;
const addsMember = /:addUser$/;
const addsMembers = /\/orgs\/[^/]+\/teams\/[^/]+\/users$/;

async function execute(client: AtlasClient, operation: ReadyOperation): Promise<Executed> {
  try {
    return await send(client, operation);
  } catch (error) {
    // The vendor will have the batch until July 2027; and it refuses it whole where one of the people is in already.
    const isBatch = operation.method === 'POST' && addsMembers.test(operation.path);
    if (isBatch && isApiError(error) && [404, 409, 410].includes(error.status ?? 0))
      return addOneByOne(client, operation);
    throw error;
  }
}

async function send(client: AtlasClient, { method, path, body, retry, creates }: ReadyOperation): Promise<Executed> {
  const goes = method === 'DELETE' || removesMember.test(path);
  const comes = addsMember.test(path);
  const response = await client.send({
    method,
    path,
    ...(body !== undefined && { body }),
    retry: retry === 'safe' ? 'safe' : 'refused-only',
    ...((goes || comes) && { accept: [goes ? 404 : 409] }),
  });
  if (response.status >= 400) {
    const isSo = goes ? saysGone(response.body) : hasCode(response.body, 'USER_ALREADY_IN_TEAM');
    if (isSo) return { substitute: goes ? 'it was gone already' : 'the person was in the team already' };
    throw new ApiError(
      `MongoDB Atlas answered ${response.status} to ${method} ${path}, and not that it is ${goes ? 'gone' : 'done'} already.`,
      {
        method,
        path,
        status: response.status,
        ...(response.requestId !== undefined && { requestId: response.requestId }),
        hint: 'Plan again: something changed in the meantime.',
      },
    );
  }
  if (creates === undefined) return {};
  const remoteId = optionalTextAt(fieldsOf(response.body), 'id');
  return remoteId === undefined ? {} : { remoteId };
}

async function addOneByOne(client: AtlasClient, operation: ReadyOperation): Promise<Executed> {
  const path = operation.path.replace(/\/users$/, ':addUser');
  for (const id of idsIn(operation.body)) {
    await send(client, { ...operation, path, body: { id } });
  }
  return { substitute: 'added one by one, as Atlas refused the batch' };
}

function idsIn(body: Json | undefined): readonly string[] {
  const items: readonly Json[] = Array.isArray(body) ? (body as readonly Json[]) : body === undefined ? [] : [body];
  return items.flatMap((item) => (isJsonObject(item) && typeof item['id'] === 'string' ? [item['id']] : []));
}

/** By the natural key that the operation carries; undefined where it was not made. */
async function lookUp(
  client: AtlasClient,
  operation: ReadyOperation,
  { id }: DesiredOrganization,
): Promise<Executed | undefined> {
  const { naturalKey } = operation;
  const path = operation.path.slice(apiRoot.length);
  const root = `/orgs/${encodeURIComponent(id)}`;
  switch (naturalKey?.['kind']) {
    case 'member': {
      const email = textOf(naturalKey['email']);
      const users = await client.list(
        `${root}/users?username=${encodeURIComponent(email)}`,
        'the invitation',
        wire.userFromWire,
      );
      return idOf(
        users.find((user) => user.email === email && (user.status === 'ACTIVE' || user.status === 'PENDING')),
      );
    }
    case 'team': {
      const teams = await client.list(`${root}/teams`, 'the teams', wire.namedFromWire);
      return idOf(teams.find(({ name }) => name === naturalKey['name']));
    }
    case 'role-mapping': {
      const mappings = await client.get(path, (body) =>
        optionalItemsAt(fieldsOf(body), 'results', (item) => wire.roleMappingFromWire(item)),
      );
      return idOf(mappings.find(({ group }) => group === naturalKey['group']));
    }
    case 'identity-provider': {
      const query = 'protocol=SAML&protocol=OIDC&idpType=WORKFORCE&idpType=WORKLOAD';
      const providers = await client.list(`${path}?${query}`, 'the identity providers', wire.identityProviderFromWire);
      return idOf(providers.find(({ displayName }) => displayName === naturalKey['displayName']));
    }
    case 'team-member': {
      const team = path.replace(/(:addUser|:removeUser|\/users)$/, '');
      const users = await client.list(`${team}/users`, 'the members of the team', wire.userFromWire);
      const present = new Set(users.map((user) => user.id));
      return idsIn(operation.body).every((person) => present.has(person) === naturalKey['isIn']) ? {} : undefined;
    }
    case 'assignments': {
      const found = await client.listBy(
        path,
        'the teams of the project',
        wire.teamAssignmentFromWire,
        ({ teamId }) => teamId,
      );
      const present = new Set(found.map(({ teamId }) => teamId));
      const wanted = Array.isArray(operation.body) ? (operation.body as readonly Json[]) : [];
      return wanted.every((item) => present.has(textOf(objectOf(item)['teamId']))) ? {} : undefined;
    }
    default:
      return undefined;
  }
}

function idOf(found: { readonly id: string } | undefined): Executed | undefined {
  return found === undefined ? undefined : { remoteId: found.id };
}
