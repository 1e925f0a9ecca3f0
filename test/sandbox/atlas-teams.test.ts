import { describe, expect, it } from 'vitest';
import { acme, atlasWorld, orgPath, outcome, startAtlas, type AtlasClient } from './atlas-support.js';

type Json = Record<string, unknown>;
const teams = `${orgPath}/teams`;
const pathOf = async (client: AtlasClient, name: string) => `${teams}/${await client.id('teams', name)}`;
const members = (client: AtlasClient, name: string) => client.state('organizations', acme, 'teams', name, 'members');

describe('teams', () => {
  it('are listed without members', async () => {
    const client = await startAtlas();
    const { body } = await client.get(teams);
    expect(body).toMatchObject({ totalCount: 2 });
    for (const team of body['results'] as Json[]) expect(Object.keys(team).sort()).toEqual(['id', 'links', 'name']);
  });

  it('are created with active members, with a 201 and a Location not to follow', async () => {
    const client = await startAtlas();
    const made = await client.post(teams, { name: 'new', usernames: ['Bob@acme.com', 'carol@acme.com'] });
    expect(made).toMatchObject({ status: 201, body: { name: 'new', usernames: ['bob@acme.com', 'carol@acme.com'] } });
    expect(made.headers.get('location')).toBe(`http://127.0.0.1${teams}/${String(made.body['id'])}`);
    expect(await members(client, 'new')).toEqual(['bob@acme.com', 'carol@acme.com']);
  });

  it('need a name of their own and somebody in them', async () => {
    const client = await startAtlas();
    const code = async (name: string, usernames: string[]) => outcome(await client.post(teams, { name, usernames }));
    expect(await code('x', [])).toBe('400 CANNOT_CREATE_EMPTY_TEAM');
    expect(await code(' ', ['bob@acme.com'])).toBe('400 INVALID_TEAM_NAME');
    expect(await code('dba', ['bob@acme.com'])).toBe('409 TEAM_NAME_NOT_AVAILABLE');
    expect(await code('DBA', ['bob@acme.com'])).toBe(201);
    expect(await code('x', ['pia@else.com'])).toBe('404 USER_NOT_IN_ORG');
    expect(await code('x', ['olga@lone.org'])).toBe('404 USER_NOT_IN_ORG');
    expect(await code('x', ['nobody@else.com'])).toBe('400 BAD_USERNAME_REF');
    expect(await client.state('organizations', acme, 'teams', 'x')).toBeUndefined();
  });

  it('are found by id and name, renamed, and nothing else', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'dba');
    expect((await client.get(path)).body).toMatchObject({ name: 'dba' });
    expect((await client.get(`${teams}/byName/dba`)).body).toMatchObject({ name: 'dba' });
    expect((await client.patch(path, { name: 'data: base/admins' })).body).toMatchObject({ name: 'data: base/admins' });
    expect((await client.get(`${teams}/byName/${encodeURIComponent('data: base/admins')}`)).status).toBe(200);
    expect(outcome(await client.get(`${teams}/byName/dba`))).toBe('404 TEAM_NAME_NOT_FOUND');
    expect(outcome(await client.patch(path, { name: 'solo' }))).toBe('409 TEAM_NAME_NOT_AVAILABLE');
    expect((await client.patch(path, { name: 'data: base/admins' })).status).toBe(200);
    expect(outcome(await client.get(`${teams}/5f0000000000000000000abc`))).toBe('404 TEAM_NOT_FOUND');
  });

  it('stay while they are assigned to a project, and the 404 does not mean they are gone', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'dba');
    expect(outcome(await client.delete(path))).toBe('404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT');
    const project = await client.id('projects', 'payments');
    expect((await client.delete(`/groups/${project}/teams/${path.split('/').at(-1)}`)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(204);
    expect(outcome(await client.delete(path))).toBe('404 TEAM_NOT_FOUND');
    expect(
      ((await client.get(`${orgPath}/users?username=bob@acme.com`)).body['results'] as Json[])[0]?.['teamIds'],
    ).toEqual([]);
  });

  it('are 250 at most, of 250 users at most', async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({ name: `t${at}` }));
    const users = Array.from({ length: 251 }, (_, at) => ({ email: `u${at}@else.com` }));
    const client = await startAtlas(atlasWorld({ acme: { users, teams: many.slice(1) } }));
    const add = (name: string, count: number) =>
      client.post(teams, { name, usernames: users.slice(0, count).map(({ email }) => email) });
    expect(outcome(await add('big', 251))).toBe('400 MAX_USERS_PER_TEAM_EXCEEDED');
    expect(outcome(await add('big', 250))).toBe(201);
    expect(outcome(await add('more', 1))).toBe('400 MAX_TEAMS_PER_ORG_EXCEEDED');
    const id = await client.id('users', 'u250@else.com');
    expect(outcome(await client.post(`${await pathOf(client, 'big')}:addUser`, { id }))).toBe(
      '400 MAX_USERS_PER_TEAM_EXCEEDED',
    );
  });
});

describe('the users of a team', () => {
  it('are listed and filtered', async () => {
    const client = await startAtlas();
    const path = `${await pathOf(client, 'dba')}/users`;
    expect((await client.get(path)).body).toMatchObject({ totalCount: 2 });
    expect((await client.get(`${path}?username=bob@acme.com`)).body).toMatchObject({ totalCount: 1 });
    expect((await client.get(`${path}?userId=${await client.id('users', 'alice@acme.com')}`)).body).toMatchObject({
      totalCount: 1,
    });
    expect((await client.get(`${path}?orgMembershipStatuses=PENDING`)).body).toMatchObject({ totalCount: 0 });
    expect((await client.get(path, '2023-01-01')).body['results']).toEqual(
      expect.arrayContaining([expect.objectContaining({ emailAddress: 'bob@acme.com' })]),
    );
  });

  it('come and go one at a time, active or pending', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'dba');
    const change = async (verb: string, name: string, on = path) =>
      client.post(`${on}:${verb}`, { id: await client.id('users', name) });
    expect((await change('addUser', 'pia@else.com')).body).toMatchObject({ orgMembershipStatus: 'PENDING' });
    expect(outcome(await change('addUser', 'eve@else.com'))).toBe('404 USER_NOT_IN_ORG');
    expect(outcome(await client.post(`${path}:addUser`, { id: '5f0000000000000000000abc' }))).toBe(
      '404 USER_NOT_IN_ORG',
    );
    expect(outcome(await change('addUser', 'bob@acme.com'))).toBe('409 USER_ALREADY_IN_TEAM');
    await client.control('PUT', 'switches', { atlasReaddTeamUser: 'tolerated' });
    expect((await change('addUser', 'bob@acme.com')).status).toBe(200);
    expect((await change('removeUser', 'bob@acme.com')).body).toMatchObject({ username: 'bob@acme.com', teamIds: [] });
    expect(outcome(await change('removeUser', 'bob@acme.com'))).toBe('404 USER_NOT_FOUND');
    expect(outcome(await change('removeUser', 'carol@acme.com', await pathOf(client, 'solo')))).toBe(
      '400 CANNOT_REMOVE_LAST_USER_FROM_TEAM',
    );
  });

  it.each([
    ['no', '400 CANNOT_REMOVE_LAST_USER_FROM_TEAM'],
    ['yes', 200],
  ])('are not only people who never accepted: %s, by switch', async (atlasPendingKeepsTeam, expected) => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasPendingKeepsTeam } } }));
    const path = await pathOf(client, 'solo');
    await client.post(`${path}:addUser`, { id: await client.id('users', 'pia@else.com') });
    expect(outcome(await client.post(`${path}:removeUser`, { id: await client.id('users', 'carol@acme.com') }))).toBe(
      expected,
    );
  });

  it('are added in a batch of active ones, all or none', async () => {
    const client = await startAtlas();
    const path = `${await pathOf(client, 'solo')}/users`;
    const add = async (...names: string[]) =>
      client.post(path, await Promise.all(names.map(async (name) => ({ id: await client.id('users', name) }))));
    expect(outcome(await add('bob@acme.com', 'pia@else.com'))).toBe('404 CANNOT_ADD_PENDING_USER');
    expect(outcome(await add('bob@acme.com', 'carol@acme.com'))).toBe('409 USER_ALREADY_IN_TEAM');
    expect(outcome(await add('bob@acme.com', 'eve@else.com'))).toBe('404 USER_NOT_IN_ORG');
    expect(outcome(await add())).toBe('400 VALIDATION_ERROR');
    expect(await members(client, 'solo')).toEqual(['carol@acme.com']);
    const added = await add('bob@acme.com', 'dave@else.com');
    expect(added).toMatchObject({ status: 200, body: { totalCount: 3 } });
    expect(added.headers.get('sunset')).not.toBeNull();
    const dave = `${path}/${await client.id('users', 'dave@else.com')}`;
    expect((await client.delete(dave)).status).toBe(204);
    expect(await members(client, 'solo')).toEqual(['bob@acme.com', 'carol@acme.com']);
  });
});

describe('the teams of a project', () => {
  const setUp = async () => {
    const client = await startAtlas();
    const path = `/groups/${await client.id('projects', 'web')}/teams`;
    const [dba, solo] = [await client.id('teams', 'dba'), await client.id('teams', 'solo')];
    return { client, path, dba, solo };
  };

  it('are added several at once, and every change answers with all', async () => {
    const { client, path, dba, solo } = await setUp();
    expect((await client.get(path)).body).toMatchObject({ totalCount: 0 });
    expect((await client.post(path, [{ teamId: dba, roleNames: ['GROUP_OWNER'] }])).body).toMatchObject({
      totalCount: 1,
    });
    const added = await client.post(path, [{ teamId: solo, roleNames: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }]);
    expect(added).toMatchObject({ status: 200, body: { totalCount: 2 } });
    expect(
      (await client.patch(`${path}/${solo}`, { teamId: solo, roleNames: ['GROUP_READ_ONLY'] })).body,
    ).toMatchObject({ totalCount: 2 });
    expect((await client.get(`${path}/${solo}`)).body).toMatchObject({ teamId: solo, roleNames: ['GROUP_READ_ONLY'] });
    expect((await client.delete(`${path}/${solo}`)).status).toBe(204);
    for (const answer of [client.get(`${path}/${solo}`), client.delete(`${path}/${solo}`)]) {
      expect(outcome(await answer)).toBe('404 TEAM_NOT_IN_GROUP');
    }
  });

  it('have project roles, at least one', async () => {
    const { client, path, dba } = await setUp();
    const code = async (roleNames: string[], teamId = dba) => outcome(await client.post(path, [{ teamId, roleNames }]));
    expect(await code([])).toBe('403 NO_ROLES_IN_ASSIGNMENT');
    expect(await code(['ORG_OWNER'])).toBe('400 CANNOT_ADD_ORG_ROLE');
    expect(await code(['KING'])).toBe('400 INVALID_ROLE_FOR_GROUP');
    expect(await code(['GROUP_OWNER'], '5f0000000000000000000abc')).toBe('404 TEAM_NOT_IN_ORG');
    expect(await code(['GROUP_OWNER'])).toBe(200);
    expect(await code(['GROUP_OWNER'])).toBe('409 TEAM_EXISTS_IN_GROUP');
    expect(outcome(await client.patch(`${path}/${dba}`, { roleNames: [] }))).toBe('403 NO_ROLES_IN_ASSIGNMENT');
    expect(outcome(await client.get('/groups/5f0000000000000000000abc/teams'))).toBe('404 GROUP_NOT_FOUND');
  });

  it('are 100 at most', async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({
      name: `t${at}`,
      projects: at < 100 ? { web: ['GROUP_OWNER'] } : {},
    }));
    const client = await startAtlas(atlasWorld({ acme: { teams: many } }));
    const path = `/groups/${await client.id('projects', 'web')}/teams`;
    const body = [{ teamId: await client.id('teams', 't100'), roleNames: ['GROUP_OWNER'] }];
    expect(outcome(await client.post(path, body))).toBe('400 MAX_TEAMS_PER_GROUP_EXCEEDED');
  });
});
