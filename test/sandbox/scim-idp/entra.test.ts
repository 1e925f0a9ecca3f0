import { describe, expect, it } from 'vitest';
import { createEntra, headersOfEntra, type EntraDialect } from './entra.js';
import { type Json, type MappedAttribute } from './exchange.js';
import { createPlayer } from './player.js';
import { astroTeam, astroUser, directoryOf, idIn, startService, type Service } from './tenants.js';

const cases = (['standalone', 'astro'] as const).flatMap((name) =>
  (['classic', 'compliant'] as const).map((dialect) => ({ name, dialect })),
);

/** The default mapping of the guide: `mail`, `IsSoftDeleted` and `displayName`. */
const person = (mail: string, displayName: string): readonly MappedAttribute[] => [
  { source: 'mail', target: 'userName', value: mail },
  { source: 'IsSoftDeleted', target: 'active', value: true },
  { source: 'displayName', target: 'displayName', value: displayName },
];

async function connect(name: Service['name'], dialect: EntraDialect) {
  const service = await startService(name);
  const player = createPlayer(service, headersOfEntra);
  return { service, player, entra: createEntra(dialect), flag: dialect === 'compliant' ? 'aadOptscim062020' : '' };
}

/** A request line with or without the tenant URL's flag. */
const line = (flag: string, method: string, path: string, query: string, status: number): string => {
  const all = [flag, query].filter((part) => part !== '').join('&');
  return `${method} ${path}${all === '' ? '' : `?${all}`} ${status}`;
};

describe.each(cases)('Entra ID ($dialect) against $name', ({ name, dialect }) => {
  it('tests the connection, and reads the schemas for the mapping page', async () => {
    const { player, entra, flag } = await connect(name, dialect);
    const guid = 'fd6a8a0c-0b0c-4d2f-8d4c-0a8f3a2f9d11';
    await player.play(entra.testConnection(guid));
    expect(player.said()).toEqual([line(flag, 'GET', '/Users', `filter=userName+eq+%22${guid}%22`, 200)]);
    const schemas = await player.play(entra.readSchemas());
    expect(schemas.map(({ id }) => id)).toContain('urn:ietf:params:scim:schemas:core:2.0:User');
    expect(JSON.stringify(schemas)).not.toContain('null');
  });

  it('creates whom it does not find and updates whom it finds, in the first cycle', async () => {
    const { service, player, entra, flag } = await connect(name, dialect);
    await player.play(entra.provisionUser(person('ann@acme.com', 'Ann Oto')));
    expect(player.said()).toEqual([
      line(flag, 'GET', '/Users', 'filter=userName+eq+%22ann%40acme.com%22', 200),
      line(flag, 'POST', '/Users', '', 201),
    ]);
    const id = await player.play(entra.provisionUser(person('BOB@acme.com', 'Bob Both')));
    expect(id).toBe(await idIn(service, 'Users', 'bob@acme.com'));
    expect(player.said()).toEqual([
      line(flag, 'GET', '/Users', 'filter=userName+eq+%22BOB%40acme.com%22', 200),
      line(flag, 'GET', '/Users/{id}', '', 200),
      line(flag, 'PATCH', '/Users/{id}', '', 200),
    ]);
    expect((await directoryOf(service)).people).toMatchObject({ 'ann@acme.com': true, 'bob@acme.com': true });
    if (name === 'astro') {
      expect(await astroUser(service, 'ann@acme.com')).toMatchObject({
        status: 'ACTIVE',
        fullName: 'Ann Oto',
        orgUserRelationIsIdpManaged: true,
        orgRole: 'ORGANIZATION_MEMBER',
      });
    }
  });

  it('makes groups empty and fills them afterwards, links to those of the same name, renames and deletes', async () => {
    const { service, player, entra, flag } = await connect(name, dialect);
    const [bob, carol, dave] = await Promise.all(
      ['bob@acme.com', 'carol@acme.com', 'dave@else.com'].map((each) => idIn(service, 'Users', each)),
    );
    const made = await player.play(entra.provisionGroup({ objectId: '0f3c', displayName: 'analysts' }));
    await player.play(entra.addMembers(made, [String(bob), String(carol)]));
    await player.play(entra.addMembers(made, [String(carol), String(dave)]));
    expect(player.said()).toEqual([
      line(flag, 'GET', '/Groups', 'excludedAttributes=members&filter=displayName+eq+%22analysts%22', 200),
      line(flag, 'POST', '/Groups', '', 201),
      line(flag, 'PATCH', '/Groups/{id}', '', 204),
      line(flag, 'PATCH', '/Groups/{id}', '', 204),
    ]);
    expect((await directoryOf(service)).groups['analysts']).toEqual([
      'bob@acme.com',
      'carol@acme.com',
      'dave@else.com',
    ]);
    if (name === 'astro') {
      expect(await astroTeam(service, 'analysts')).toMatchObject({
        isIdpManaged: true,
        organizationRole: 'ORGANIZATION_MEMBER',
        members: ['bob@acme.com', 'carol@acme.com', 'dave@else.com'],
      });
    }

    const known = await player.play(entra.provisionGroup({ objectId: '0f3d', displayName: 'Data-Eng' }));
    expect(known).toBe(await idIn(service, 'Groups', 'data-eng'));
    await player.play(entra.removeMembers(made, [String(carol), String(dave)]));
    await player.play(entra.renameGroup(made, 'Analysts & friends'));
    expect((await directoryOf(service)).groups).toEqual({
      'Analysts & friends': ['bob@acme.com'],
      'data-eng': ['alice@acme.com', 'bob@acme.com'],
    });
    expect(await player.play(entra.isMember(made, String(bob)))).toBe(true);
    expect(await player.play(entra.isMember(made, String(dave)))).toBe(false);

    await player.play(entra.deleteGroup(made));
    expect(await player.play(entra.provisionGroup({ objectId: '0f3c', displayName: 'analysts' }))).not.toBe(made);
    expect((await directoryOf(service)).groups).toEqual({
      analysts: [],
      'data-eng': ['alice@acme.com', 'bob@acme.com'],
    });
  });

  it('changes nothing when it removes and adds again what is so already', async () => {
    const { service, player, entra } = await connect(name, dialect);
    const group = await idIn(service, 'Groups', 'data-eng');
    const [alice, carol] = await Promise.all(
      ['alice@acme.com', 'carol@acme.com'].map((each) => idIn(service, 'Users', each)),
    );
    const before = await service.client.state();
    await player.play(entra.addMembers(group, [String(alice)]));
    await player.play(entra.removeMembers(group, [String(carol)]));
    await player.play(entra.setActive(String(alice), true));
    expect(await service.client.state()).toEqual(before);
  });

  it('disables, keeping groups and name, enables again, and deletes', async () => {
    const { service, player, entra, flag } = await connect(name, dialect);
    const bob = await idIn(service, 'Users', 'bob@acme.com');
    await player.play(entra.setActive(bob, false));
    expect(player.sent()).toEqual([
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [
          dialect === 'classic'
            ? { op: 'Replace', path: 'active', value: 'False' }
            : { op: 'replace', value: { active: false } },
        ],
      },
    ]);
    expect(await directoryOf(service)).toMatchObject({
      people: { 'bob@acme.com': false },
      groups: { 'data-eng': ['alice@acme.com', 'bob@acme.com'] },
    });
    if (name === 'astro') expect((await astroUser(service, 'bob@acme.com'))?.['status'] ?? 'INACTIVE').toBe('INACTIVE');

    await player.play(entra.setActive(bob, true));
    expect(await directoryOf(service)).toMatchObject({
      people: { 'bob@acme.com': true },
      groups: { 'data-eng': ['alice@acme.com', 'bob@acme.com'] },
    });
    if (name === 'astro') expect(await astroUser(service, 'bob@acme.com')).toMatchObject({ status: 'ACTIVE' });

    player.said();
    await player.play(entra.deleteUser(bob));
    await player.play(entra.deleteUser(bob));
    expect(player.said()).toEqual([
      line(flag, 'DELETE', '/Users/{id}', '', 204),
      line(flag, 'DELETE', '/Users/{id}', '', 404),
    ]);
    const { people, groups } = await directoryOf(service);
    expect(people).not.toHaveProperty('bob@acme.com');
    expect(groups['data-eng']).toEqual(['alice@acme.com']);
    const again = await player.play(entra.provisionUser(person('bob@acme.com', 'Bob again')));
    // In Astro it is the same person, who had only lost the membership of the organization.
    expect(again === bob).toBe(name === 'astro');
  });
});

describe.each(['classic', 'compliant'] as const)('Entra ID (%s) against standalone', (dialect) => {
  it('asks whether a manager is set before it sets one, and sets none twice', async () => {
    const { service, player, entra, flag } = await connect('standalone', dialect);
    const [bob, carol] = await Promise.all(
      ['bob@acme.com', 'carol@acme.com'].map((each) => idIn(service, 'Users', each)),
    );
    expect(await player.play(entra.setManager(String(bob), String(carol)))).toBe(true);
    const query = `attributes=id&filter=id+eq+%22${bob}%22+and+manager+eq+%22${carol}%22`;
    expect(player.said()).toEqual([
      line(flag, 'GET', '/Users', query, 200),
      line(flag, 'PATCH', '/Users/{id}', '', 200),
    ]);
    expect(await player.play(entra.setManager(String(bob), String(carol)))).toBe(false);
    const { body } = await service.client.send('GET', `${service.path}/Users/${bob}`, undefined, {
      authorization: `Bearer ${service.token}`,
    });
    expect(body['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'] as Json).toMatchObject({
      manager: { value: carol },
    });
  });
});

describe('the flag of the tenant URL', () => {
  it.each(['aadOptscim062020', 'aadOptscim062020=', 'AADOPTSCIM062020', 'unknown=1'])(
    '%s changes nothing',
    async (flag) => {
      const service = await startService('standalone');
      const ask = async (query: string) =>
        (
          await service.client.send('GET', `${service.path}/Users?${query}`, undefined, {
            authorization: `Bearer ${service.token}`,
          })
        ).body;
      const filter = 'filter=userName+eq+%22bob%40acme.com%22';
      const expected = await ask(filter);
      expect(expected).toMatchObject({ totalResults: 1 });
      expect(await ask(`${flag}&${filter}`)).toEqual(expected);
      expect(await ask(`${filter}&${flag}`)).toEqual(expected);
    },
  );
});
