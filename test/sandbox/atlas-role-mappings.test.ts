import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasWorld,
  connectedPath,
  federationPath,
  labs,
  outcome,
  startAtlas,
  type AtlasClient,
} from './atlas-support.js';

type Json = Record<string, unknown>;
const base = `${connectedPath}/roleMappings`;
const mapping = (externalGroupName: string, ...roleAssignments: Json[]) => ({
  externalGroupName,
  roleAssignments: roleAssignments.length === 0 ? [{ orgId: acme, role: 'ORG_MEMBER' }] : roleAssignments,
});
const posted = async (client: AtlasClient, ...assignments: Json[]) =>
  outcome(await client.post(base, mapping('new', ...assignments)));

describe('role mappings', () => {
  it('are made, read, replaced and deleted one by one', async () => {
    const client = await startAtlas();
    const groupId = await client.id('projects', 'payments');
    const made = await client.post(
      base,
      mapping('dev', { orgId: acme, role: 'ORG_MEMBER' }, { groupId, role: 'GROUP_OWNER' }),
    );
    expect(made.status).toBe(200);
    expect(made.body['roleAssignments']).toHaveLength(2);
    const path = `${base}/${String(made.body['id'])}`;
    expect((await client.get(path)).body).toMatchObject({ externalGroupName: 'dev', id: made.body['id'] });
    const replaced = await client.put(path, mapping('developers'));
    expect(replaced.body).toEqual({
      id: made.body['id'],
      externalGroupName: 'developers',
      roleAssignments: [{ orgId: acme, groupId: null, role: 'ORG_MEMBER' }],
    });
    expect((await client.get(base)).body).toMatchObject({ totalCount: 3 });
    expect((await client.delete(path)).status).toBe(204);
    expect(await client.get(path)).toMatchObject({ status: 404, body: { errorCode: 'RESOURCE_NOT_FOUND' } });
    expect((await client.put(path, mapping('x'))).status).toBe(404);
    expect((await client.delete(path)).status).toBe(404);
  });

  it('have a group name of 1 to 200 characters, once in the organization', async () => {
    const client = await startAtlas();
    expect((await client.post(base, mapping(''))).body).toMatchObject({ errorCode: 'VALIDATION_ERROR' });
    expect((await client.post(base, mapping('x'.repeat(201)))).status).toBe(400);
    expect((await client.post(base, mapping('x'.repeat(200)))).status).toBe(200);
    expect((await client.post(base, mapping('atlas-admins'))).status).toBe(409);
    await client.control('PUT', 'switches', { atlasDuplicateMappingStatus: 400 });
    expect((await client.post(base, mapping('atlas-admins'))).status).toBe(400);
    const path = `${base}/${await client.id('roleMappings', 'atlas-admins')}`;
    expect((await client.put(path, mapping('payments-dev'))).status).toBe(400);
    expect((await client.put(path, mapping('atlas-admins'))).status).toBe(200);
  });

  it('hold at least one organization role with its id', async () => {
    const client = await startAtlas();
    const groupId = await client.id('projects', 'payments');
    expect(await posted(client, { groupId, role: 'GROUP_OWNER' })).toBe('400 VALIDATION_ERROR');
    expect((await client.post(base, { externalGroupName: 'x', roleAssignments: [] })).status).toBe(400);
    expect((await client.post(base, { externalGroupName: 'x' })).body).toMatchObject({
      errorCode: 'MISSING_ATTRIBUTE',
    });
  });

  it('have each role at exactly one place', async () => {
    const client = await startAtlas();
    const groupId = await client.id('projects', 'payments');
    const member = { orgId: acme, role: 'ORG_MEMBER' };
    expect(await posted(client, { role: 'ORG_MEMBER' })).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, { orgId: acme, groupId, role: 'ORG_MEMBER' })).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, { orgId: acme, groupId: '', role: 'ORG_MEMBER' })).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, { orgId: acme, groupId: null, role: 'ORG_MEMBER' })).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, { orgId: labs, role: 'ORG_MEMBER' })).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, member, member)).toBe('400 VALIDATION_ERROR');
    expect(await posted(client, member, { groupId: '5f0000000000000000000abc', role: 'GROUP_OWNER' })).toBe(
      '404 GROUP_NOT_FOUND',
    );
    expect(await posted(client, member, { groupId, role: 'ORG_OWNER' })).toBe('400 ROLE_NEEDS_ORG_ID');
    expect(await posted(client, member, { orgId: acme, role: 'GROUP_OWNER' })).toBe('400 ROLE_NEEDS_GROUP_ID');
    expect(await posted(client, member, { groupId, role: 'GROUP_OWNER' }, { groupId, role: 'GROUP_READ_ONLY' })).toBe(
      200,
    );
  });

  it.each([
    ['unexpected', '500 UNEXPECTED_ERROR'],
    ['refused', '400 UNSUPPORTED_ROLE'],
    ['accepted', 200],
  ])('with a role nobody knows are %s, by switch', async (atlasUnknownMappingRole, expected) => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasUnknownMappingRole } } }));
    expect(await posted(client, { orgId: acme, role: 'ORG_OWNR' })).toBe(expected);
  });

  it('need an attached provider to be changed, not to be read', async () => {
    const client = await startAtlas();
    const path = `${base}/${await client.id('roleMappings', 'atlas-admins')}`;
    await client.patch(connectedPath, {});
    expect((await client.get(base)).body).toMatchObject({ totalCount: 2 });
    for (const answer of [
      client.post(base, mapping('x')),
      client.put(path, mapping('x')),
      client.delete(path),
      client.post(`${federationPath}/connectedOrgConfigs/${labs}/roleMappings`, mapping('x')),
    ]) {
      expect(await answer).toMatchObject({ status: 400, body: { errorCode: 'VALIDATION_ERROR' } });
    }
  });
});
