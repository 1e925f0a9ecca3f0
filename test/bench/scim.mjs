// A SCIM service of the sandbox as an identity provider finds it: a group of 10,000 loses 1,000 members, in each of the
// ways that Okta and Entra say so; and 25 requests a second keep coming for a minute.
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export const groupSize = 10_000;
export const removals = 1_000;
export const load = { perSecond: 25, seconds: 60 };

const service = '/scim/v2/corp';
const organizationId = 'clm3x0bench00000000000001';
const groupName = 'everyone';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** The same people behind a standalone service and in an Astro organization. */
export function scimWorld() {
  const names = Array.from({ length: groupSize }, (_, index) => `person${index}@acme.com`);
  return JSON.stringify({
    astro: {
      organizations: [
        {
          id: organizationId,
          name: 'Bench',
          scimEnabled: true,
          users: names.map((email, index) => ({
            email,
            role: index === 0 ? 'ORGANIZATION_OWNER' : 'ORGANIZATION_MEMBER',
          })),
          teams: [{ name: groupName, members: names }],
        },
      ],
    },
    scim: [
      {
        path: service,
        users: names.map((userName) => ({ userName })),
        groups: [{ displayName: groupName, members: names }],
      },
    ],
  });
}

/** Milliseconds of the slowest PATCH of each kind, and of the load's 50th and 99th percentile. */
export async function measureScim({ url, env }, repeats) {
  const standalone = clientOf(`${url}${service}`, env.SCIM_TOKEN);
  const astro = clientOf(`${url}/scim/v2/${organizationId}`, env.ASTRO_API_TOKEN);
  const slowest = {};
  try {
    for (const [name, client] of Object.entries({ standalone, astro })) {
      for (const [way, operations] of Object.entries(ways)) {
        slowest[`${name}, ${way}`] = await slowestRemoval(client, operations, repeats);
      }
    }
    return { slowest, latency: await measureLoad(standalone) };
  } finally {
    standalone.close();
    astro.close();
  }
}

const ways = {
  'an operation each': (ids) => ids.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
  'one list': (ids) => [{ op: 'Remove', path: 'members', value: ids.map((value) => ({ $ref: null, value })) }],
};

/** Removes every tenth member, as often as asked, and puts them back in between. */
async function slowestRemoval(client, operations, repeats) {
  const query = new URLSearchParams({ filter: `displayName eq "${groupName}"` });
  const [group] = (await client.ask('GET', `/Groups?${query}`)).body.Resources;
  const path = `/Groups/${group.id}`;
  const ids = group.members.map(({ value }) => value);
  expectCount(ids.length, groupSize);
  const leaving = ids.filter((_, index) => index % (groupSize / removals) === 0);
  let slowest = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    slowest = Math.max(slowest, (await client.patch(path, operations(leaving))).milliseconds);
    expectCount((await client.ask('GET', path)).body.members.length, groupSize - removals);
    await client.patch(path, [{ op: 'add', path: 'members', value: leaving.map((value) => ({ value })) }]);
  }
  return slowest;
}

function expectCount(count, expected) {
  if (count !== expected) throw new Error(`The group has ${count} members, not ${expected}.`);
}

/** Requests start when they are due, however the earlier ones fare; each counts from when it was due. */
async function measureLoad(client) {
  const people = (await client.ask('GET', '/Users?count=100')).body.Resources;
  const [group] = (await client.ask('GET', '/Groups?excludedAttributes=members')).body.Resources;
  const small = (
    await client.ask('POST', '/Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'small',
    })
  ).body;
  const mix = [
    (turn) => client.ask('GET', `/Users?${new URLSearchParams({ filter: `userName eq "person${turn}@acme.com"` })}`),
    (turn) => client.ask('GET', `/Users/${people[turn % people.length].id}`),
    (turn) =>
      client.patch(`/Users/${people[turn % people.length].id}`, [
        { op: 'Replace', path: 'active', value: turn % 2 === 0 ? 'False' : 'True' },
      ]),
    (turn) =>
      client.patch(`/Groups/${small.id}`, [
        { op: 'add', path: 'members', value: [{ value: people[turn % people.length].id }] },
      ]),
    (turn) =>
      client.ask('GET', `/Users?${new URLSearchParams({ startIndex: String((turn * 97) % groupSize), count: '100' })}`),
    (turn) => client.ask('POST', '/Users', { schemas: [userSchema], userName: `new${turn}@acme.com`, active: true }),
    () =>
      client.ask(
        'GET',
        `/Groups?${new URLSearchParams({ filter: `displayName eq "${groupName}"`, excludedAttributes: 'members' })}`,
      ),
    (turn) =>
      client.patch(`/Groups/${group.id}`, [
        { op: 'remove', path: `members[value eq "${people[turn % people.length].id}"]` },
      ]),
    (turn) =>
      client.patch(`/Groups/${group.id}`, [
        { op: 'add', path: 'members', value: [{ value: people[turn % people.length].id }] },
      ]),
  ];
  const started = performance.now();
  const running = [];
  for (let turn = 0; turn < load.perSecond * load.seconds; turn += 1) {
    const due = started + (turn * 1000) / load.perSecond;
    await wait(Math.max(0, due - performance.now()));
    running.push(mix[turn % mix.length](turn).then(() => performance.now() - due));
  }
  const times = (await Promise.all(running)).sort((a, b) => a - b);
  return { half: times[times.length >> 1], most: times[Math.ceil(times.length * 0.99) - 1] };
}

/** Over kept connections; a refusal is an error, since what is measured must be the real work. */
function clientOf(base, token) {
  const agent = new Agent({ keepAlive: true });
  const ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const started = performance.now();
      const outgoing = request(
        `${base}${path}`,
        { method, agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' } },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const milliseconds = performance.now() - started;
            const answer = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode >= 400) reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`));
            else resolve({ milliseconds, body: answer === '' ? undefined : JSON.parse(answer) });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  const patch = (path, Operations) => ask('PATCH', path, { schemas: [patchOp], Operations });
  return { ask, patch, close: () => agent.destroy() };
}
