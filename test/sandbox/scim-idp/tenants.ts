/** The two kinds of service that an identity provider can be pointed at, with the same people in both. */
import { acme, core, start, v1, world, type Client } from '../support.js';
import { createPlayer, type Tenant } from './player.js';
import { found, type Json, type Script } from './exchange.js';

export interface Service extends Tenant {
  readonly name: 'standalone' | 'astro';
  readonly client: Client;
  /** What it stores beside names and e-mail addresses. */
  readonly storesProfiles: boolean;
}

const people = ['alice@acme.com', 'bob@acme.com', 'carol@acme.com', 'dave@else.com'];

/** `data-eng` holds Alice and Bob; in Astro, Pia is invited as well and Alice is the owner. */
export async function startService(name: Service['name']): Promise<Service> {
  if (name === 'astro') {
    const client = await start(world({ scimEnabled: true }));
    const token = client.sandbox.credentials['ASTRO_API_TOKEN'] ?? '';
    return { name, client, sandbox: client.sandbox, path: `/scim/v2/${acme}`, token, storesProfiles: false };
  }
  const path = '/scim/v2/corp';
  const client = await start({
    scim: [
      {
        path,
        users: people.map((userName) => ({ userName })),
        groups: [{ displayName: 'data-eng', members: ['alice@acme.com', 'bob@acme.com'] }],
      },
    ],
  });
  const token = client.sandbox.credentials['SCIM_TOKEN'] ?? '';
  return { name, client, sandbox: client.sandbox, path, token, storesProfiles: true };
}

/** Everybody with their `active`, and every group with its members, as the service says over SCIM. */
export async function directoryOf(service: Service): Promise<{
  readonly people: Readonly<Record<string, unknown>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}> {
  const player = createPlayer(service, () => ({}));
  const users = await player.play(list('/Users'));
  const groups = await player.play(list('/Groups'));
  const names = new Map(users.map((user) => [user['id'], String(user['userName'])]));
  const membersOf = (group: Json): readonly string[] =>
    ((group['members'] ?? []) as Json[]).map(({ value }) => names.get(value) ?? `unknown ${String(value)}`).sort();
  return {
    people: Object.fromEntries(users.map((user) => [String(user['userName']), user['active']])),
    groups: Object.fromEntries(groups.map((group) => [String(group['displayName']), membersOf(group)])),
  };
}

function* list(path: string): Script<readonly Json[]> {
  return found(yield { method: 'GET', path: `${path}?count=200` });
}

export function idIn(service: Service, kind: 'Users' | 'Groups', name: string): Promise<string> {
  const attribute = kind === 'Users' ? 'userName' : 'displayName';
  return createPlayer(service, () => ({})).play(
    (function* (): Script<string> {
      const path = `/${kind}?filter=${encodeURIComponent(`${attribute} eq "${name}"`)}`;
      return String(found(yield { method: 'GET', path })[0]?.['id']);
    })(),
  );
}

/** What Astro's own API says about a person of the organization; undefined when it knows nobody by that name. */
export async function astroUser({ client }: Service, email: string): Promise<Json | undefined> {
  const { body } = await client.get(`${core}/users?search=${encodeURIComponent(email)}`);
  return (body['users'] as Json[]).find(({ username }) => username === email);
}

/** What Astro's own API says about a Team, its members' names included. */
export async function astroTeam({ client }: Service, name: string): Promise<Json | undefined> {
  const { body } = await client.get(`${v1}/teams?names=${encodeURIComponent(name)}`);
  const [team] = body['teams'] as Json[];
  if (team === undefined) return undefined;
  const members = await client.get(`${v1}/teams/${String(team['id'])}/members?limit=1000`);
  return { ...team, members: (members.body['teamMembers'] as Json[]).map(({ username }) => username).sort() };
}
