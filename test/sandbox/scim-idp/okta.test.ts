import { describe, expect, it } from 'vitest';
import { type Json, type MappedAttribute } from './exchange.js';
import { createOkta, headersOfOkta, type OktaApp, type OktaMember, type OktaUser } from './okta.js';
import { createPlayer } from './player.js';
import { astroTeam, astroUser, directoryOf, idIn, startService, type Service } from './tenants.js';

const cases = (['standalone', 'astro'] as const).flatMap((name) =>
  (['catalog', 'wizard'] as const).map((app) => ({ name, app })),
);

const person = (userName: string, givenName: string, familyName: string): OktaUser => ({
  id: `00u-${givenName.toLowerCase()}`,
  profile: [
    { source: 'userName', target: 'userName', value: userName },
    { source: 'firstName', target: 'name.givenName', value: givenName },
    { source: 'lastName', target: 'name.familyName', value: familyName },
    { source: 'email', target: 'emails[type eq "work"].value', value: userName },
    { source: 'displayName', target: 'displayName', value: `${givenName} ${familyName}` },
  ] satisfies MappedAttribute[],
});

async function connect(name: Service['name'], app: OktaApp) {
  const service = await startService(name);
  const member = async (userName: string): Promise<OktaMember> => ({
    value: await idIn(service, 'Users', userName),
    display: userName,
  });
  return { service, member, player: createPlayer(service, headersOfOkta), okta: createOkta(app) };
}

describe.each(cases)('Okta ($app app) against $name', ({ name, app }) => {
  /** A catalog app is patched; the wizard's is fetched and put. */
  const edit = app === 'catalog' ? ['PATCH /Users/{id} 200'] : ['GET /Users/{id} 200', 'PUT /Users/{id} 200'];
  const editGroup = app === 'catalog' ? 'PATCH /Groups/{id} 204' : 'PUT /Groups/{id} 200';

  it('tests its credentials', async () => {
    const { player, okta } = await connect(name, app);
    await player.play(okta.testCredentials());
    expect(player.said()).toEqual(['GET /Users?startIndex=1&count=2 200', 'GET /Groups?startIndex=1&count=100 200']);
  });

  it('creates whom it does not find, and links to whom it finds', async () => {
    const { service, player, okta } = await connect(name, app);
    await player.play(okta.assignUser(person('ann@acme.com', 'Ann', 'Oto')));
    expect(player.said()).toEqual([
      'GET /Users?filter=userName%20eq%20%22ann%40acme.com%22&startIndex=1&count=100 200',
      'POST /Users 201',
    ]);
    const bob = await player.play(okta.assignUser(person('bob@acme.com', 'Bob', 'Both')));
    expect(bob).toBe(await idIn(service, 'Users', 'bob@acme.com'));
    expect(player.said()).toEqual([
      'GET /Users?filter=userName%20eq%20%22bob%40acme.com%22&startIndex=1&count=100 200',
      'GET /Users/{id} 200',
      'PUT /Users/{id} 200',
    ]);
    expect(JSON.stringify(await service.client.state())).not.toContain('4a9XuKkx');
    if (name === 'astro') {
      expect(await astroUser(service, 'ann@acme.com')).toMatchObject({
        status: 'ACTIVE',
        orgUserRelationIsIdpManaged: true,
        orgRole: 'ORGANIZATION_MEMBER',
      });
    }
  });

  it.each([
    'emails eq "ANN@acme.com"',
    'emails.value eq "ann@acme.com"',
    'emails[type eq "work"].value eq "ann@acme.com"',
    'externalId eq "00u-ann"',
    'id eq "{id}"',
  ])('finds people by what the app is told to be unique: %s', async (filter) => {
    const { service, player, okta } = await connect(name, app);
    const id = await player.play(okta.assignUser(person('ann@acme.com', 'Ann', 'Oto')));
    const asked = encodeURIComponent(filter.replace('{id}', id));
    const { body } = await service.client.send('GET', `${service.path}/Users?filter=${asked}`, undefined, {
      authorization: `Bearer ${service.token}`,
    });
    expect(body).toMatchObject({ totalResults: 1, Resources: [{ id, userName: 'ann@acme.com' }] });
  });

  it('is told of a conflict in words when a name is taken', async () => {
    const { service } = await connect(name, app);
    const { status, body } = await service.client.send(
      'POST',
      `${service.path}/Users`,
      { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'Carol@acme.com', active: true },
      { authorization: `Bearer ${service.token}`, 'content-type': 'application/scim+json; charset=utf-8' },
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], scimType: 'uniqueness' });
    expect(String(body['status'])).toBe('409');
  });

  it('updates a profile by fetching and putting it back whole', async () => {
    const { service, player, okta } = await connect(name, app);
    const id = await player.play(okta.assignUser(person('ann@acme.com', 'Ann', 'Oto')));
    player.said();
    const renamed = person('ann@acme.com', 'Anna', 'Oto').profile;
    await player.play(okta.updateUser(id, renamed));
    expect(player.said()).toEqual(['GET /Users/{id} 200', 'PUT /Users/{id} 200']);
    expect(player.sent().at(-1)).toMatchObject({ id, groups: [], meta: { resourceType: 'User' } });
    if (name === 'astro') expect(await astroUser(service, 'ann@acme.com')).toMatchObject({ fullName: 'Anna Oto' });

    const before = await service.client.state();
    await player.play(okta.updateUser(id, renamed));
    expect(await service.client.state()).toEqual(before);
  });

  it('deactivates, keeping the groups, and finds the same person again when they are assigned again', async () => {
    const { service, player, okta } = await connect(name, app);
    const bob = await idIn(service, 'Users', 'bob@acme.com');
    await player.play(okta.setActive(bob, false));
    expect(player.said()).toEqual(edit);
    expect(await directoryOf(service)).toMatchObject({
      people: { 'bob@acme.com': false },
      groups: { 'data-eng': ['alice@acme.com', 'bob@acme.com'] },
    });
    if (name === 'astro') expect((await astroUser(service, 'bob@acme.com'))?.['status'] ?? 'INACTIVE').toBe('INACTIVE');

    expect(await player.play(okta.assignUser(person('bob@acme.com', 'Bob', 'Both')))).toBe(bob);
    expect(player.said()).toEqual([
      'GET /Users?filter=userName%20eq%20%22bob%40acme.com%22&startIndex=1&count=100 200',
      ...edit,
      'GET /Users/{id} 200',
      'PUT /Users/{id} 200',
    ]);
    expect((await directoryOf(service)).people).toMatchObject({ 'bob@acme.com': true });
    if (name === 'astro') expect(await astroUser(service, 'bob@acme.com')).toMatchObject({ status: 'ACTIVE' });
  });

  it('sets a password that nobody can read', async () => {
    const { service, player, okta } = await connect(name, app);
    const bob = await idIn(service, 'Users', 'bob@acme.com');
    await player.play(okta.setPassword(bob, 'correct horse'));
    expect(player.said()).toEqual(edit);
    expect(JSON.stringify(await service.client.state())).not.toContain('correct horse');
  });

  it('pushes groups: new with members, renamed, changed, and whole with "push now"', async () => {
    const { service, player, okta, member } = await connect(name, app);
    const [alice, bob, carol, dave] = [
      await member('alice@acme.com'),
      await member('bob@acme.com'),
      await member('carol@acme.com'),
      await member('dave@else.com'),
    ];
    const id = await player.play(okta.pushGroup('analysts', [bob, carol]));
    expect(player.said()).toEqual([
      'GET /Groups?filter=displayName%20eq%20%22analysts%22&startIndex=1&count=100 200',
      'POST /Groups 201',
    ]);
    if (name === 'astro') {
      expect(await astroTeam(service, 'analysts')).toMatchObject({
        isIdpManaged: true,
        members: ['bob@acme.com', 'carol@acme.com'],
      });
    }

    await player.play(okta.renameGroup(id, 'data analysts', [bob, carol]));
    expect((await directoryOf(service)).groups).toMatchObject({ 'data analysts': ['bob@acme.com', 'carol@acme.com'] });
    await player.play(
      okta.changeMembers(id, 'data analysts', {
        removed: [bob.value, carol.value],
        added: [alice, dave],
        all: [alice, dave],
      }),
    );
    expect(player.said()).toEqual([editGroup, editGroup]);
    expect((await directoryOf(service)).groups).toMatchObject({ 'data analysts': ['alice@acme.com', 'dave@else.com'] });

    await player.play(okta.pushNow(id, 'data analysts', [carol, dave]));
    expect(player.said()).toEqual([editGroup]);
    expect((await directoryOf(service)).groups).toMatchObject({ 'data analysts': ['carol@acme.com', 'dave@else.com'] });
    const before = await service.client.state();
    await player.play(okta.pushNow(id, 'data analysts', [dave, carol]));
    expect(await service.client.state()).toEqual(before);

    await player.play(okta.deleteGroup(id));
    expect((await directoryOf(service)).groups).toEqual({ 'data-eng': ['alice@acme.com', 'bob@acme.com'] });
  });

  it('links a pushed group to the one of the same name, whose membership it takes over', async () => {
    const { service, player, okta, member } = await connect(name, app);
    const id = await player.play(okta.pushGroup('data-eng', [await member('carol@acme.com')]));
    expect(id).toBe(await idIn(service, 'Groups', 'data-eng'));
    expect((await directoryOf(service)).groups).toEqual({ 'data-eng': ['carol@acme.com'] });
  });

  it('imports everybody page by page, each exactly once', async () => {
    const { service, player, okta } = await connect(name, app);
    const userNames: string[] = [];
    for (let turn = 0; turn < 230; turn += 1) {
      const userName = `person${turn}@acme.com`;
      userNames.push(userName);
      await player.play(okta.assignUser(person(userName, `P${turn}`, 'Many')));
    }
    player.said();
    const users = await player.play(okta.importAll('Users'));
    const pages = player.said();
    expect(pages).toEqual([1, 101, 201].map((startIndex) => `GET /Users?startIndex=${startIndex}&count=100 200`));
    expect(users.map(userNameOf)).toEqual(expect.arrayContaining(userNames));
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
    expect((await player.play(okta.importAll('Users'))).map(userNameOf)).toEqual(users.map(userNameOf));
    const groups = await player.play(okta.importAll('Groups'));
    expect(groups.map(({ displayName }) => displayName)).toEqual(['data-eng']);
    if (name === 'astro') expect(await astroUser(service, 'person229@acme.com')).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('Okta', () => {
  it('cannot push somebody who is not assigned to the app, and nothing of the push stays', async () => {
    const { service, okta, member } = await connect('standalone', 'catalog');
    const before = await service.client.state();
    const group = await idIn(service, 'Groups', 'data-eng');
    const script = okta.changeMembers(group, 'data-eng', {
      removed: [],
      added: [await member('carol@acme.com'), { value: 'nobody', display: 'nobody@acme.com' }],
      all: [],
    });
    const player = createPlayer(service, headersOfOkta);
    await player.play(script);
    expect(player.said()).toEqual(['PATCH /Groups/{id} 400']);
    expect(await service.client.state()).toEqual(before);
  });
});

function userNameOf(user: Json): string {
  return String(user['userName']);
}
